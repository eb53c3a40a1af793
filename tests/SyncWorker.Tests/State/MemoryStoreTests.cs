using SyncWorker.State;

namespace SyncWorker.Tests.State;

public sealed class MemoryStoreTests : SyncStoreContract
{
    private protected override ISyncStore Store { get; } = new MemoryStore();
}
