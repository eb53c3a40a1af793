using System.Collections.Concurrent;
using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Codecs;

namespace SyncWorker.Core.Tests.Reconciliation.Worlds;

/// <summary>A small field map with one row of each nature, and its parts.</summary>
internal static class Maps
{
    public const string Comments = "Comments";
    public const string Spend = "Spend";
    public const string NextStep = "Next Step";
    public const string Reviewer = "Reviewer Note";
    public const string Status = "Status";
    public const string Related = "Related";
    public const string Competitor = "Competitor";
    public const string City = "Town";
    public const string Campaign = "Campaign";
    public const string Funding = "Funding";
    public const string Activities = "Activities";
    public const string Problem = "Problem";
    public const string Type = "Type";
    public const string Reason = "Reason";

    public static ValueMap Types { get; } = new(
        "type",
        ["New", "Expansion", "Renewal"],
        new Dictionary<string, string> { ["New Customer"] = "New", ["New Business"] = "New", ["Add-On"] = "Expansion", ["Upsell"] = "Expansion", ["Renew"] = "Renewal" }.ToImmutableDictionary(),
        new Dictionary<string, string> { ["New"] = "New Customer", ["Expansion"] = "Upsell", ["Renewal"] = "Renew" }.ToImmutableDictionary(),
        ImmutableDictionary<string, string>.Empty,
        false);

    private static readonly ConcurrentDictionary<int, FieldMap> Parts = new();

    /// <summary>All rows.</summary>
    public static ImmutableArray<Row> Rows { get; } =
    [
        Both(Comments, "Comments__c", "opportunity.Project.AdditionalComments"),
        Both(Spend, "Spend__c", "opportunity.Project.ExpectedCustomerSpend[TargetCompany=AWS,Frequency=Monthly].Amount") with { Codec = new TensCodec() },
        Both(NextStep, "Next_Step__c", "opportunity.LifeCycle.NextSteps"),
        Both(Reviewer, "Reviewer__c", "opportunity.LifeCycle.ReviewStatusReason") with { Flow = Flow.ToSalesforce, Write = null },
        Both(Status, "Status__c", "opportunity.LifeCycle.ReviewStatus") with { Flow = Flow.ToSalesforce, Write = null },
        Both(Related, "Related__c", "opportunity.Project.RelatedOpportunityIdentifier") with { Flow = Flow.ToPartnerCentral },
        Both(Competitor, "Competitor__c", "opportunity.Project.CompetitorName") with { Follows = new Follow("Opportunity__r.Competitor", FollowMode.Always) },
        Both(City, "City__c", "opportunity.Customer.Account.Address.City") with { Follows = new Follow("Opportunity__r.City", FollowMode.UntilApproved) },
        Both(Campaign, "Campaign__c", "opportunity.Marketing.CampaignName") with { Group = "marketing" },
        Both(Funding, "Funding__c", "opportunity.Marketing.AwsFundingUsed") with { Group = "marketing" },
        Both(Activities, "Activities__c", "opportunity.Project.SalesActivities") with { Codec = Codec("set") },
        Both(Problem, "Problem__c", "opportunity.Project.CustomerBusinessProblem"),
        Both(Type, "Type__c", "opportunity.OpportunityType") with { Codec = Codec("picklist", Types), Values = Types },
        Both(Reason, "Reason__c", "opportunity.Project.OtherSolutionDescription") with { When = [new When(Type, ["Expansion"])] },
    ];

    /// <summary>Rows that are decided together and follow another record.</summary>
    public static FieldMap Together { get; } = FollowTogether(FollowMode.Always);

    /// <summary>Rows that are decided together and follow another record until AWS has approved the opportunity.</summary>
    public static FieldMap TogetherUntilApproved { get; } = FollowTogether(FollowMode.UntilApproved);

    /// <summary>The rows whose bits are set; a group comes whole, and a row with a condition brings the row it looks at. Status is always there.</summary>
    public static FieldMap Part(int bits) => Parts.GetOrAdd(bits & ((1 << Rows.Length) - 1), key =>
    {
        var chosen = Rows.Where((r, i) => (key >> i & 1) == 1 || r.Label == Status).Select(r => r.Label).ToHashSet();
        if (chosen.Contains(Campaign)) chosen.Add(Funding);
        if (chosen.Contains(Funding)) chosen.Add(Campaign);
        if (chosen.Contains(Reason)) chosen.Add(Type);
        return new FieldMap("Co_Sell__c", [.. Rows.Where(r => chosen.Contains(r.Label))]);
    });

    public static FieldMap Of(params string[] labels) => Part(Rows.Select((r, i) => labels.Contains(r.Label) ? 1 << i : 0).Sum());

    /// <summary>A text that flows both ways.</summary>
    public static Row Both(string label, string field, string path)
    {
        if (!MemberPath.TryParse(path, out var member, out var problem)) throw new ArgumentException(problem, nameof(path));
        return new Row { Label = label, Fields = [field], Read = [member], Write = member, Flow = Flow.Both, Codec = Codec("text") };
    }

    /// <summary>A part of the rows, one of them changed.</summary>
    public static FieldMap With(string label, Func<Row, Row> change) => new("Co_Sell__c", [.. Of(label).Rows.Select(r => r.Label == label ? change(r) : r)]);

    /// <summary>The same map, with each text canonical in another way.</summary>
    public static FieldMap Relabelled(FieldMap map) => new(map.RecordType, [.. map.Rows.Select(r => r.Codec.Name == "set" || r.Label is Type or Reason ? r : r with { Codec = new RelabelledCodec(r.Codec, r.Codec.Name, "new ") })]);

    /// <summary>Whether AWS takes a row's change in a review status: by hand from its table.</summary>
    public static bool IsTaken(string label, string status) => status switch
    {
        "Approved" => label != Problem,
        "Action Required" => label is Problem or City or Spend or "Country" or "State",
        _ => false,
    };

    private static FieldMap FollowTogether(FollowMode mode) =>
        new("Co_Sell__c", [.. Rows.Where(r => r.Label is Status or Competitor or City).Select(r => r.Follows is not { } follows ? r : r with { Group = "place", Follows = follows with { Mode = mode } })]);

    private static Codec Codec(string name, ValueMap? values = null) => CodecTable.Create(name, new CodecArguments(values), out _)!;
}
