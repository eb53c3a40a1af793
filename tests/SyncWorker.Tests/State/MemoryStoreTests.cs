using SyncWorker.State;

namespace SyncWorker.Tests.State;

public sealed class MemoryStoreTests : SyncStoreContract
{
    private readonly MemoryStore _store = new();

    private protected override ISyncStore Store => _store;

    private protected override ISyncStore Another() => new MemoryStore(_store);
}
