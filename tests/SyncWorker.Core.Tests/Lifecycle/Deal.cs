using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Mapping.Decoding;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Tests.Lifecycle;

/// <summary>A deal with everything that AWS wants, to be changed by a test and then planned.</summary>
internal sealed class Deal
{
    private static readonly (string Label, string Path, string Value)[] Needed =
    [
        ("Customer Company Name", "opportunity.Customer.Account.CompanyName", "Acme"),
        ("Customer Website", "opportunity.Customer.Account.WebsiteUrl", "https://acme.example"),
        ("Industry", "opportunity.Customer.Account.Industry", "Retail"),
        ("Country", "opportunity.Customer.Account.Address.CountryCode", "AE"),
        ("Partner Project Title", "opportunity.Project.Title", "Move to AWS"),
        ("Project Description", "opportunity.Project.CustomerBusinessProblem", "Twenty characters or more"),
        ("Use Case", "opportunity.Project.CustomerUseCase", "Migration"),
        ("Delivery Model", "opportunity.Project.Other1", "SaaS or PaaS"),
        ("Expected Monthly AWS Revenue", "opportunity.Project.Other2", "1000"),
        ("Sales Activities", "opportunity.Project.Other3", "Initialized discussions with customer"),
        ("Partner Primary Need From AWS", "opportunity.PrimaryNeedsFromAws", "Co-Sell - Architectural Validation"),
        ("Target Close Date", "opportunity.LifeCycle.TargetCloseDate", "2026-12-31"),
        ("Sale Stage", "opportunity.LifeCycle.Stage", "Qualified"),
        ("Is Opp From Marketing Activity", "opportunity.Marketing.Source", "None"),
        ("Involvement Type", "submission.InvolvementType", "Co-Sell"),
        ("Opportunity Type", "opportunity.OpportunityType", "Net New Business"),
        ("Solution Offered", "association.Solutions", "S-1"),
    ];

    private static readonly FieldMap Map = new("AWS_Co_Sell_Opportunity__c",
    [
        .. Needed.Select(n => Both(n.Label, n.Path, n.Label == "Solution Offered" ? "set" : "text")),
        Both("Status", "opportunity.LifeCycle.ReviewStatus", "text") with { Fields = ["Status__c"], Flow = Flow.ToSalesforce, Write = null },
        Both("Rejection Reason", "invitation.RejectionReason", "text"),
    ]);

    public JsonObject Record { get; } = new()
    {
        ["Id"] = "a01000000000001AAA",
        ["LastModifiedDate"] = "2026-11-23T08:00:00.000+0000",
        ["Opportunity__c"] = null,
        ["Submit_To_AWS__c"] = false,
        ["Referral_Decision__c"] = null,
        ["Status__c"] = null,
        ["Rejection_Reason__c"] = null,
    };

    public JsonObject? Opportunity { get; private set; }

    public JsonObject? Invitation { get; private set; }

    public Link Link { get; private set; } = new() { Id = "CL-1", RecordId = "a01000000000001AAA" };

    public Baseline Baseline { get; set; } = Baseline.Never;

    public Deal()
    {
        foreach (var (label, _, value) in Needed) Record[Field(label)] = value;
    }

    /// <summary>The opportunity exists at AWS with what the record says, in a review status; the solution is associated if asked for.</summary>
    public Deal AtAws(string status, bool associated = true)
    {
        Link = Link with { OpportunityId = "O1" };
        Opportunity = (JsonObject)JsonNode.Parse($$"""
            {
              "Id": "O1", "LastModifiedDate": "2026-11-23T07:00:00Z", "OpportunityType": "Net New Business", "PrimaryNeedsFromAws": "Co-Sell - Architectural Validation",
              "Customer": { "Account": { "CompanyName": "Acme", "WebsiteUrl": "https://acme.example", "Industry": "Retail", "Address": { "CountryCode": "AE" } } },
              "Project": {
                "Title": "Move to AWS", "CustomerBusinessProblem": "Twenty characters or more", "CustomerUseCase": "Migration",
                "Other1": "SaaS or PaaS", "Other2": "1000", "Other3": "Initialized discussions with customer"
              },
              "LifeCycle": { "TargetCloseDate": "2026-12-31", "Stage": "Qualified", "ReviewStatus": "{{status}}" },
              "Marketing": { "Source": "None" },
              "RelatedEntityIdentifiers": { "Solutions": {{(associated ? "[\"S-1\"]" : "[]")}} }
            }
            """)!;
        Record["Status__c"] = status;
        return this;
    }

    /// <summary>What is associated at AWS, separated by semicolons.</summary>
    public Deal Associated(string solutions)
    {
        Opportunity!["RelatedEntityIdentifiers"]!["Solutions"] = new JsonArray([.. solutions.Split(';').Select(s => (JsonNode)s)]);
        return this;
    }

    /// <summary>The deal is an AWS referral, not yet answered.</summary>
    public Deal Referred(string status = "PENDING")
    {
        Link = Link with { InvitationId = "engi-1", InvitationStatus = status };
        Invitation = new JsonObject { ["Id"] = "engi-1", ["InvitationDate"] = "2026-11-20T07:00:00Z", ["Status"] = status, ["ExpirationDate"] = "2026-12-05T17:00:00Z" };
        return this;
    }

    public Deal With(string field, JsonNode? value)
    {
        Record[field] = value;
        return this;
    }

    public Plan Plan()
    {
        var documents = ImmutableDictionary<PathRoot, JsonObject>.Empty;
        if (Opportunity is not null) documents = documents.Add(PathRoot.Opportunity, Opportunity);
        if (Invitation is not null) documents = documents.Add(PathRoot.Invitation, Invitation);
        var now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        return Reconciler.Reconcile(
            Map, Link, Baseline, SalesforceDecoder.Decode(Map, Record, now, isLocked: false), PartnerCentralDecoder.Decode(Map, documents, now), Policy.Default, now);
    }

    private static string Field(string label) => label.Replace(' ', '_') + "__c";

    private static Row Both(string label, string path, string codec)
    {
        if (!MemberPath.TryParse(path, out var member, out var problem)) throw new ArgumentException(problem, nameof(path));
        return new Row { Label = label, Fields = [Field(label)], Read = [member], Write = member, Flow = Flow.Both, Codec = CodecTable.Create(codec, new CodecArguments(), out _)! };
    }
}
