using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Reconciliation;

public sealed class LawTests
{
    [Fact]
    public void Any_history_comes_to_rest() => Laws.Any_history_comes_to_rest(Rule.Ours, 20_000);
}
