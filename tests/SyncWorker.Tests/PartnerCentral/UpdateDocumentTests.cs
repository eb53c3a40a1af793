using System.Text.Json.Nodes;
using CsCheck;

namespace SyncWorker.Tests.PartnerCentral;

/// <summary>UpdateOpportunity replaces the whole record, so what a seller did not edit, what AWS has locked and what the map does not know must go back as it came.</summary>
public sealed class UpdateDocumentTests
{
    private const int Documents = 100_000;

    // Some faults show in few documents: a fault is tried until it is noticed.
    private const int Batch = 200;
    private const string Seed = "0000Iqhm5M01";

    [Fact]
    public void No_locked_read_only_or_unmapped_member_is_ever_changed()
    {
        var sent = 0;
        EditedOpportunities.All.Sample(
            edited =>
            {
                var update = EditedOpportunities.Send(edited);
                if (update.Body is not null) Interlocked.Increment(ref sent);
                Assert.Null(UpdateJudge.Objection(update));
            },
            seed: Seed, iter: Documents, print: e => $"{e.Given.ToJsonString()} map {e.Map} {string.Join(", ", e.Edits)}");
        Assert.True(sent > Documents / 4, $"Only {sent} of {Documents} documents made an update.");
    }

    public static TheoryData<string> Faults => [.. UpdateFaults.All.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_wrong_update_is_noticed(string fault)
    {
        var noticed = 0;
        for (var tried = 0; tried < Documents && noticed == 0; tried += Batch) EditedOpportunities.All.Sample(Try, iter: Batch);
        Assert.True(noticed > 0, $"Nobody noticed an update that {fault}.");

        void Try((JsonObject Given, int Map, (int Row, int Value)[] Edits) edited)
        {
            var update = EditedOpportunities.Send(edited);
            if (update.Body is null) return;
            UpdateFaults.All[fault](update);
            if (UpdateJudge.Objection(update) is not null) Interlocked.Increment(ref noticed);
        }
    }
}
