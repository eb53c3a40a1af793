using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

public sealed class Creates
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);
    private static readonly Link Link = new() { Id = "L1", RecordId = "a001", OpportunityId = "O1" };
    private static readonly Policy Policy = new(Side.PartnerCentral, TimeSpan.FromMinutes(2));

    [Fact]
    public void What_AWS_filled_in_for_a_word_that_it_lacks_is_shown_once_the_word_is_cleared()
    {
        var map = Maps.Of(Maps.Type);
        var atAws = At(Side.PartnerCentral, Maps.Type, Reading.Value("\"New\"", "New"));
        var step = new Step { Kind = StepKind.CreateOpportunity, Intent = new Intent { Kind = StepKind.CreateOpportunity, Token = "t", Body = "{}" } };

        var made = Receipts.Received(map, Link, Baseline.Never, step, At(Side.Salesforce, Maps.Type, Reading.Unknown("no AWS word for 'Pilot'", "\"Pilot\"")), atAws, "1", Policy);
        var cleared = Reconciler.Reconcile(map, Link, made.Next, At(Side.Salesforce, Maps.Type, Reading.Empty), atAws, Policy, Now);

        var change = Assert.Single(cleared.Changes);
        Assert.Equal((Maps.Type, Side.Salesforce, "New"), (change.Row, change.To, change.Value));
    }

    [Fact]
    public void What_the_worker_shows_on_the_record_while_a_create_is_in_doubt_is_no_edit_of_the_seller()
    {
        var map = Maps.Of(Maps.Competitor);
        var contoso = Reading.Value("\"Contoso\"", "Contoso");
        var sent = new SentPart(Accounted.For(Reading.Empty), Accounted.For(contoso), default, "Contoso");
        var intent = new Intent { Kind = StepKind.CreateOpportunity, Token = "t", Body = "{}", Parts = Part(sent with { FromFollowed = true }) };
        var refresh = new SentWrite { To = Side.Salesforce, GuardVersion = "0", Nonce = "n", At = Now, Parts = Part(sent with { Refresh = true }) };
        var record = At(Side.Salesforce, Maps.Competitor, contoso) with { Followed = ImmutableDictionary<string, Reading>.Empty.Add(Maps.Competitor, contoso) };
        var opportunity = At(Side.PartnerCentral, Maps.Competitor, Reading.Value("\"Fabrikam\"", "Fabrikam"));

        var shown = Receipts.Received(map, Link, Baseline.Never with { Intent = intent, Sent = [refresh] }, new Step { Kind = StepKind.UpdateRecord, GuardVersion = "0" }, record, opportunity, "1", Policy);
        var found = Receipts.Received(map, Link, shown.Next, new Step { Kind = StepKind.FindOpportunity, Intent = shown.Next.Intent }, record, opportunity, null, Policy);
        var plan = Reconciler.Reconcile(map, Link, found.Next, record, opportunity, Policy, Now);

        var change = Assert.Single(plan.Changes);
        Assert.Equal((Side.Salesforce, "Fabrikam"), (change.To, change.Value));
        Assert.Empty(plan.Conflicts);
    }

    [Fact]
    public void What_is_emptied_where_a_draft_follows_it_is_not_offered_to_AWS()
    {
        var map = Maps.Of(Maps.Competitor);
        var contoso = Reading.Value("\"Contoso\"", "Contoso");
        var baseline = Baseline.Never.With(Maps.Competitor, new RowAccount(Accounted.For(contoso), RefreshedFrom: contoso.Wire, RefreshedTo: contoso.Wire));
        var record = At(Side.Salesforce, Maps.Competitor, contoso) with { Followed = ImmutableDictionary<string, Reading>.Empty.Add(Maps.Competitor, Reading.Empty) };
        var plan = Reconciler.Reconcile(map, Link with { OpportunityId = null }, baseline, record, Nothing(map), Policy, Now);

        var change = Assert.Single(plan.Changes, c => c.Row == Maps.Competitor);
        Assert.Equal((Side.Salesforce, null), (change.To, change.Value));
    }

    [Fact]
    public void What_a_seller_types_over_a_word_that_AWS_lacks_is_offered_with_the_create()
    {
        var plan = Draft(Maps.Type, Reading.Value("\"Upsell\"", "Expansion"), Reading.Unknown("no AWS word for 'Pilot'", "\"Pilot\""));

        var change = Assert.Single(plan.Changes, c => c.Row == Maps.Type);
        Assert.Equal((Side.PartnerCentral, "Expansion"), (change.To, change.Value));
        Assert.DoesNotContain(plan.Holds, h => h.Row == Maps.Type);
    }

    [Fact]
    public void A_word_that_AWS_lacks_is_held_where_nobody_typed_over_it()
    {
        var plan = Draft(Maps.Type, Reading.Empty, Reading.Unknown("no AWS word for 'Pilot'", "\"Pilot\""));

        Assert.DoesNotContain(plan.Changes, c => c.Row == Maps.Type);
        Assert.Contains(plan.Holds, h => h is { Row: Maps.Type, Kind: HoldKind.Unknown });
    }

    [Fact]
    public void What_a_seller_typed_into_a_referrals_record_before_AWSs_word_could_be_read_is_kept_in_the_journal()
    {
        var map = Maps.Of(Maps.Comments);
        var referral = new Link { Id = "L1", RecordId = "a001", InvitationId = "engi-1", InvitationStatus = "PENDING" };
        var invitation = At(Side.PartnerCentral, Maps.Comments, Reading.Value("\"AWS's\"", "AWS's")) with { Documents = ImmutableDictionary<string, JsonObject>.Empty };
        var plan = Reconciler.Reconcile(map, referral, Baseline.Never, At(Side.Salesforce, Maps.Comments, Reading.Value("\"typed\"", "typed")), invitation, Policy, Now);

        Assert.Equal("AWS's", Assert.Single(plan.Changes, c => c.Row == Maps.Comments).Value);
        Assert.Contains(plan.Journal, e => e is { Row: Maps.Comments, Place: Place.CoSell, Value: "typed", ReplacedBy: "AWS's" });
    }

    /// <summary>The plan for a record that is not at AWS yet.</summary>
    private static Plan Draft(string row, Reading coSell, Reading followed)
    {
        var map = Maps.With(row, r => r with { Follows = new Follow("Opportunity__r.Type", FollowMode.Always) });
        var record = At(Side.Salesforce, row, coSell) with { Followed = ImmutableDictionary<string, Reading>.Empty.Add(row, followed) };
        return Reconciler.Reconcile(map, Link with { OpportunityId = null }, Baseline.Never, record, Nothing(map), Policy, Now);
    }

    /// <summary>There is no opportunity at AWS.</summary>
    private static Snapshot Nothing(FieldMap map) =>
        At(Side.PartnerCentral, Maps.Status, Reading.NotYet) with { Readings = map.Rows.ToImmutableDictionary(r => r.Label, _ => Reading.NotYet), Documents = ImmutableDictionary<string, JsonObject>.Empty };

    private static ImmutableDictionary<string, SentPart> Part(SentPart part) => ImmutableDictionary<string, SentPart>.Empty.Add(Maps.Competitor, part);

    private static Snapshot At(Side side, string row, Reading reading) => new()
    {
        Side = side,
        RecordId = side == Side.Salesforce ? "a001" : "O1",
        LastModified = Now,
        Version = "1",
        ReadAt = Now,
        Nonce = "n",
        Readings = ImmutableDictionary<string, Reading>.Empty.Add(row, reading).SetItem(Maps.Status, Reading.Value("\"Approved\"", "Approved")),
        Documents = ImmutableDictionary<string, JsonObject>.Empty.Add(side == Side.Salesforce ? "record" : "Opportunity", []),
    };
}
