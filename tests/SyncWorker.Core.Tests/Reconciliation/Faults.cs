using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Reconciliation;

/// <summary>Deliberate faults, each put around the product's rule from outside by changing what goes in or what comes out.</summary>
internal static class Faults
{
    public static ImmutableDictionary<string, Rule> ByName { get; } = new Dictionary<string, Rule>
    {
        ["The last writer wins the whole record"] = In(look => look with { Baseline = look.Baseline with { Rows = [] } }),
        ["Delivery is accounted for before the write"] = Out((_, plan) => plan with { Next = Delivered(plan) }),
        ["The loser is not journaled"] = new(Rule.Ours.Decide.Then(plan => plan with { Journal = [] }), d => Rule.Ours.Receive(d) with { Journal = [] }, Rule.Ours.Document),
        ["An owned row flows back"] = Mapped(row => row.Flow == Flow.ToSalesforce && row.Label != Maps.Status ? row with { Flow = Flow.Both, Write = row.Read[0] } : row),
        ["An owned row is anybody's"] = Mapped(row => row.Flow == Flow.ToPartnerCentral ? row with { Flow = Flow.Both } : row),
        ["Unknown is read as empty"] = In(look => look with { Salesforce = Emptied(look.Salesforce!), PartnerCentral = Emptied(look.PartnerCentral) }),
        ["A decision is not remembered"] = Out(Undecided),
        ["A decision is never withdrawn"] = In(look => look with { Baseline = look.Baseline with { Decisions = ImmutableDictionary<string, StandingDecision>.Empty } }),
        ["What was sent is taken for what is held"] = Rule.Ours with { Receive = d => Rule.Ours.Receive(Believed(d)) },
        ["Only mapped members are sent"] = Rule.Ours with { Document = document => new JsonObject { ["LifeCycle"] = new JsonObject { ["Unmapped"] = document["LifeCycle"]?["Unmapped"]?.DeepClone() } } },
        ["A group is split"] = Mapped(row => row with { Group = null }),
        ["A list is one value"] = Mapped(row => row.Codec.Name == "set" ? row with { Codec = new RelabelledCodec(row.Codec, "list", "") } : row),
        ["Only canonical values are compared"] = In(look => look with { Baseline = look.Baseline with { Rows = look.Baseline.Rows.ToImmutableDictionary(r => r.Key, r => Unwired(r.Value)) } }),
        ["The earlier date wins"] = In(look => look with { Salesforce = Mirrored(look.Salesforce!), PartnerCentral = Mirrored(look.PartnerCentral) }),
        ["Ties go the other way"] = In(look => look with { Policy = look.Policy with { TieGoesTo = look.Policy.TieGoesTo == Side.Salesforce ? Side.PartnerCentral : Side.Salesforce } }),
        ["What was sent is not remembered"] = Out((_, plan) => plan with { Next = plan.Next with { Sent = [] } }),
        ["The nonce is not looked at"] = In(look => look with { Salesforce = look.Salesforce! with { Nonce = null } }),
        ["A write in flight is forgotten"] = In(look => look with { Policy = look.Policy with { InFlight = -SentWrite.SendBy - TimeSpan.FromSeconds(1) } }),
        ["Our own write counts as somebody's edit"] = In(look => look with { Baseline = look.Baseline with { SalesforceReceipt = null, PartnerCentralReceipt = null } }),
        ["A review is not waited for"] = In(look => look with { PartnerCentral = Approved(look.PartnerCentral) }),
        ["A new lookup is an edit"] = In(look => look with { Baseline = look.Baseline with { MappedObjectId = look.Salesforce!.MappedObjectId } }),
        ["Nothing is ever accounted for"] = In(look => look with { Baseline = Baseline.Never }),
    }.ToImmutableDictionary();

    private static Rule In(Func<Look, Look> change) => Rule.Ours with { Decide = look => Rule.Ours.Decide(change(look)) };

    private static Rule Out(Func<Look, Plan, Plan> change) => Rule.Ours with { Decide = look => change(look, Rule.Ours.Decide(look)) };

    private static Func<Look, Plan> Then(this Func<Look, Plan> decide, Func<Plan, Plan> change) => look => change(decide(look));

    private static Rule Mapped(Func<Row, Row> change)
    {
        FieldMap Other(FieldMap map) => new(map.RecordType, [.. map.Rows.Select(change)]);
        return Rule.Ours with
        {
            Decide = look => Rule.Ours.Decide(look with { Map = Other(look.Map) }),
            Receive = d => Rule.Ours.Receive(d with { Map = Other(d.Map) }),
        };
    }

    /// <summary>The first step's rows are accounted for as if they had arrived.</summary>
    private static Baseline Delivered(Plan plan)
    {
        if (plan.Steps.IsEmpty) return plan.Next;
        var next = plan.Next with { Sent = [] };
        foreach (var change in plan.Steps[0].Changes)
        {
            var (part, there) = (change.Part, new Accounted(null, change.Value));
            next = next.With(change.Row, change.To == Side.PartnerCentral ? new RowAccount(part.CoSell, part.Followed, there) : new RowAccount(there, part.Followed, part.PartnerCentral));
        }

        return next;
    }

    private static Plan Undecided(Look look, Plan plan) => plan.Conflicts.Aggregate(plan, (p, conflict) => p with
    {
        Next = p.Next.With(conflict.Row, look.Baseline[conflict.Row]) with { Decisions = look.Baseline.Decisions },
    });

    private static Snapshot Emptied(Snapshot snapshot) => snapshot with { Readings = snapshot.Readings.ToImmutableDictionary(r => r.Key, r => r.Value.IsUnknown ? Reading.Empty : r.Value) };

    private static Snapshot Mirrored(Snapshot snapshot) => snapshot with { LastModified = DateTimeOffset.UnixEpoch.AddSeconds(4_000_000_000 - snapshot.LastModified.ToUnixTimeSeconds()) };

    private static Snapshot Approved(Snapshot partnerCentral)
    {
        var opportunity = (JsonObject)partnerCentral.Documents[nameof(PathRoot.Opportunity)].DeepClone();
        opportunity["LifeCycle"]!["ReviewStatus"] = ReviewStatus.Approved;
        return partnerCentral with { Documents = partnerCentral.Documents.SetItem(nameof(PathRoot.Opportunity), opportunity) };
    }

    private static RowAccount Unwired(RowAccount account) => account with { CoSell = account.CoSell with { Wire = null }, Followed = account.Followed with { Wire = null }, PartnerCentral = account.PartnerCentral with { Wire = null } };

    /// <summary>The target as if it held exactly what it was sent.</summary>
    private static Delivery Believed(Delivery delivery)
    {
        var target = delivery.Step.Side == Side.Salesforce ? delivery.Salesforce : delivery.PartnerCentral;
        var readings = target.Readings.SetItems(delivery.Step.Changes.Select(c => KeyValuePair.Create(c.Row, c.Value is null ? Reading.Empty : Reading.Value(c.Writes[0].Value, c.Value))));
        return delivery.Step.Side == Side.Salesforce ? delivery with { Salesforce = target with { Readings = readings } } : delivery with { PartnerCentral = target with { Readings = readings } };
    }
}
