using System.Collections.Immutable;
using CsCheck;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.State;

namespace SyncWorker.Tests.State;

public sealed class StoredJsonTests
{
    [Fact]
    public void A_baseline_comes_back_as_it_was_stored() => Baselines.Any.Sample(baseline => Same(baseline, StoredJson.ReadBaseline(StoredJson.Write(baseline))), iter: 2000);

    [Fact]
    public void A_list_that_was_never_set_is_stored_as_empty() =>
        Assert.Empty(StoredJson.ReadBaseline(StoredJson.Write(Baseline.Never with { Sent = default })).Sent);

    [Fact]
    public void What_an_older_version_did_not_store_is_as_if_never_set() => Assert.True(Same(Baseline.Never, StoredJson.ReadBaseline("{}")));

    [Fact]
    public void A_link_comes_back_as_it_was_stored()
    {
        var link = new Link { Id = "a", RecordId = "r", OpportunityId = "O1", InvitationId = "engi-1", MappedObjectId = "006", SubmittedAt = "2026-11-23T09:00:00.123Z", InvitationStatus = "PENDING" };
        Assert.Equal(link, StoredJson.ReadLink(StoredJson.Write(link)));
        Assert.Equal(new Link { Id = "a" }, StoredJson.ReadLink(StoredJson.Write(new Link { Id = "a" })));
    }

    // Records compare their collections by reference, so these are compared one by one and the rest as records.
    private static bool Same(Baseline a, Baseline b) => Bare(a) == Bare(b) && Same(a.Rows, b.Rows, (x, y) => x == y)
        && Same(a.Decisions, b.Decisions, (x, y) => x.Winner == y.Winner && Same(x.Before, y.Before, (p, q) => p == q))
        && a.Sent.Length == b.Sent.Length && a.Sent.Zip(b.Sent).All(p => p.First with { Parts = None } == p.Second with { Parts = None } && p.First.At.Offset == p.Second.At.Offset && Same(p.First.Parts, p.Second.Parts, (x, y) => x == y))
        && Same(a.Intent, b.Intent) && Same(a.Refusals, b.Refusals, (x, y) => x == y) && Same(a.Held, b.Held, (x, y) => x == y);

    private static bool Same(Intent? a, Intent? b) => a is null || b is null ? a == b : a with { Parts = None } == b with { Parts = None } && Same(a.Parts, b.Parts, (x, y) => x == y);

    private static bool Same<T>(ImmutableDictionary<string, T> a, ImmutableDictionary<string, T> b, Func<T, T, bool> same) =>
        a.Count == b.Count && a.All(p => b.TryGetValue(p.Key, out var other) && same(p.Value, other));

    private static Baseline Bare(Baseline baseline) => baseline with { Rows = Baseline.Never.Rows, Decisions = Baseline.Never.Decisions, Sent = Baseline.Never.Sent, Intent = null, Refusals = Baseline.Never.Refusals, Held = Baseline.Never.Held };

    private static ImmutableDictionary<string, SentPart> None => ImmutableDictionary<string, SentPart>.Empty;
}
