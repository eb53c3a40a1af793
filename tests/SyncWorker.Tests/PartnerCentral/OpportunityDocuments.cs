using System.Text.Json.Nodes;
using CsCheck;

namespace SyncWorker.Tests.PartnerCentral;

/// <summary>
/// Documents as GetOpportunity may give them: every member of AWS's model, and some that it may get one day; nulls, several contacts and spend entries, texts encoded as AWS sometimes does,
/// and what the protocol adds.
/// </summary>
internal static class OpportunityDocuments
{
    private static readonly Gen<string> Texts = Of(
        "Data lake", "Security & Compliance", "Security &amp; Compliance", "a &amp;amp; b", "Stage&amp;colon; two", "x &lt; y", "&amp;lt;b&amp;gt;", "naïve – “quoted”", "😀 emoji", "tab\tand\nline", "c:\\temp", "{\"a\":1}", "0012");

    private static readonly Gen<JsonNode?> Text = Maybe(Texts.Select(JsonNode? (t) => Json(t)));

    public static Gen<JsonObject> All { get; } =
        from head in Gen.Select(Of("2026-11-20T07:00:00Z", "2026-11-20T07:00:00.591Z"), Text, Maybe(Of("Yes", "No")), Maybe(Of("Net New Business", "Flat Renewal", "Expansion")), Needs)
        from account in Account
        from contacts in Contacts
        from project in Project
        from lifeCycle in LifeCycle
        from marketing in Marketing
        from revenue in Revenue
        from beyond in Gen.Select(Text, Gen.Bool)
        select new JsonObject
        {
            ["Catalog"] = "AWS",
            ["Id"] = "O1234567",
            ["Arn"] = "arn:aws:partnercentral:us-east-1:111122223333:catalog/AWS/opportunity/O1234567",
            ["LastModifiedDate"] = head.Item1,
            ["CreatedDate"] = "2026-11-01T07:00:00Z",
            ["PartnerOpportunityIdentifier"] = head.Item2,
            ["NationalSecurity"] = head.Item3,
            ["OpportunityType"] = head.Item4,
            ["PrimaryNeedsFromAws"] = head.Item5,
            ["Customer"] = new JsonObject { ["Account"] = account, ["Contacts"] = contacts },
            ["Project"] = project,
            ["LifeCycle"] = lifeCycle,
            ["Marketing"] = marketing,
            ["SoftwareRevenue"] = revenue,
            ["OpportunityTeam"] = new JsonArray(new JsonObject { ["Email"] = "sam@partner.example", ["FirstName"] = "Sam", ["LastName"] = "Lee", ["BusinessTitle"] = "PartnerAccountManager", ["Phone"] = null }),
            ["RelatedEntityIdentifiers"] = new JsonObject { ["Solutions"] = new JsonArray("S-0000001"), ["AwsProducts"] = new JsonArray(), ["AwsMarketplaceOffers"] = null },
            ["NewMember"] = beyond.Item2 ? new JsonObject { ["Inner"] = beyond.Item1, ["List"] = new JsonArray(1, null, beyond.Item1?.DeepClone()) } : null,
        };

    private static Gen<JsonNode?> Needs => Of<Func<JsonNode?>>(
        () => new JsonArray("Co-Sell - Deal Support"), () => new JsonArray("Co-Sell - Deal Support", "Co-Sell - Pricing Assistance"), () => new JsonArray("Do Not Need Support from AWS Sales Rep")).Select(make => make());

    private static Gen<JsonNode?> Account =>
        from text in Text.Array[5]
        from industry in Of("Retail", "Government", "Other")
        from country in Of(("US", "Ohio", "43004"), ("DE", null, "10115"), ("AE", null, null))
        from ids in Gen.Select(Maybe(Of("111122223333", "legacy-id")), Maybe(Of("123456789")))
        from website in Of("https://acme.example", "www.acme.example/shop?id=1")
        select (JsonNode?)new JsonObject
        {
            ["__type"] = "com.amazonaws#Account",
            ["CompanyName"] = text[0] ?? "Acme",
            ["Industry"] = industry,
            ["OtherIndustry"] = industry == "Other" ? "Beekeeping &amp; honey" : text[1],
            ["WebsiteUrl"] = website,
            ["AwsAccountId"] = ids.Item1,
            ["Duns"] = ids.Item2,
            ["Address"] = new JsonObject { ["City"] = text[2], ["StreetAddress"] = text[3], ["CountryCode"] = country.Item1, ["StateOrRegion"] = country.Item2, ["PostalCode"] = country.Item3, ["County"] = text[4] },
        };

    private static Gen<JsonNode?> Contacts => Contact.Array[0, 3].Select(c => c.Length == 0 ? null : (JsonNode?)new JsonArray([.. c]));

    private static Gen<JsonNode?> Contact =>
        from text in Text.Array[3]
        from email in Maybe(Of("ana@acme.example", "eva@acme.example"))
        from phone in Maybe(Of("+12065550100", "+4930123456"))
        select (JsonNode?)new JsonObject { ["FirstName"] = text[0], ["LastName"] = text[1], ["BusinessTitle"] = text[2], ["Email"] = email, ["Phone"] = phone };

    private static Gen<JsonNode?> Project =>
        from text in Text.Array[3]
        from lists in Gen.Select(
            Lists("SaaS or PaaS", "Managed Services", "Other"), Lists("SOW Signed", "Conducted POC / Demo"), Lists("Windows", "P3", "Unlisted &amp; old"))
        from useCase in Maybe(Of("Security &amp; Compliance", "Business Applications&amp;colon; Mainframe Modernization", "Database"))
        from competitor in Of(("Akamai", null), ("*Other", "Acme Cloud &amp; Sons"), (null, null))
        from spend in Spend
        from duration in Maybe(Of("12"))
        select (JsonNode?)new JsonObject
        {
            ["Title"] = "Move to AWS",
            ["CustomerBusinessProblem"] = "Reports run on an overloaded warehouse &amp; the customer wants a data lake.",
            ["CustomerUseCase"] = useCase,
            ["DeliveryModels"] = lists.Item1,
            ["SalesActivities"] = lists.Item2,
            ["ApnPrograms"] = lists.Item3,
            ["CompetitorName"] = competitor.Item1,
            ["OtherCompetitorNames"] = competitor.Item2,
            ["OtherSolutionDescription"] = text[0],
            ["AdditionalComments"] = text[1],
            ["RelatedOpportunityIdentifier"] = text[2] is null ? null : "O7654321",
            ["AwsPartition"] = null,
            ["ExpectedCustomerSpend"] = spend,
            ["ExpectedContractDuration"] = duration is null ? null : new JsonObject { ["Term"] = "Months", ["Value"] = duration },
        };

    private static Gen<JsonNode?> Spend =>
        from amount in Of("1000", "1000.5", "20000.00")
        from url in Maybe(Of("https://calculator.aws/#/estimate?id=0123456789abcdef0123456789abcdef"))
        from own in Gen.Int[0, 2]
        select (JsonNode?)new JsonArray(
            [.. new[] { Entry("Self", "5000", null), Entry("AWS", amount, url), Entry("Self", "7", url?.DeepClone()) }.Where((_, i) => i == 1 || (i == 0 && own > 0) || (i == 2 && own > 1))]);

    private static JsonObject Entry(string company, string amount, JsonNode? url) => new()
    {
        ["__type"] = "com.amazonaws#ExpectedCustomerSpend", ["Amount"] = amount, ["CurrencyCode"] = "USD", ["Frequency"] = "Monthly", ["TargetCompany"] = company, ["EstimationUrl"] = url,
    };

    private static Gen<JsonNode?> LifeCycle =>
        from text in Text.Array[3]
        from status in Of("Pending Submission", "Pending Submission", "Action Required", "Action Required", "Approved", "Approved", "Approved", "Approved", "Approved", "Approved", "Submitted", "In review", "Rejected")
        from stage in Of("Prospect", "Qualified", "Qualified", "Technical Validation", "Business Validation", "Business Validation", "Committed", "Launched", "Closed Lost")
        from overdue in Gen.Int[0, 19]
        select (JsonNode?)new JsonObject
        {
            ["Stage"] = stage,
            ["ClosedLostReason"] = stage == "Closed Lost" ? "Price" : null,
            ["NextSteps"] = text[0],
            ["TargetCloseDate"] = overdue == 0 ? "2026-11-12" : "2027-03-31",
            ["ReviewStatus"] = status,
            ["ReviewComments"] = text[1],
            ["ReviewStatusReason"] = text[2],
            ["NextStepsHistory"] = text[0] is null ? null : new JsonArray(new JsonObject { ["Value"] = text[0]!.DeepClone(), ["Time"] = "2026-11-02T07:00:00.123456789Z" }),
        };

    private static Gen<JsonNode?> Marketing => Gen.Select(Text, Lists("Analytics", "Storage"), Gen.Int[0, 2]).Select((text, useCases, kind) => (JsonNode?)(kind switch
    {
        0 => null,
        1 => new JsonObject { ["Source"] = "None", ["CampaignName"] = null, ["UseCases"] = null, ["Channels"] = null, ["AwsFundingUsed"] = null },
        _ => new JsonObject { ["Source"] = "Marketing Activity", ["CampaignName"] = text, ["UseCases"] = useCases, ["Channels"] = new JsonArray("Email", "Live Event"), ["AwsFundingUsed"] = "Yes" },
    }));

    private static Gen<JsonNode?> Revenue => Maybe(Of(0).Select(_ => (JsonNode?)new JsonObject
    {
        ["DeliveryModel"] = "Contract", ["EffectiveDate"] = "2026-12-01", ["ExpirationDate"] = "2027-11-30", ["Value"] = new JsonObject { ["Amount"] = "1200", ["CurrencyCode"] = "USD" },
    }));

    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<JsonNode?> Lists(params string[] values) => Gen.Int[0, values.Length].Select(count => count == 0 ? null : (JsonNode?)new JsonArray([.. values.Take(count).Select(v => Json(v))]));

    private static Gen<JsonNode?> Maybe(Gen<string> texts) => Maybe(texts.Select(JsonNode? (t) => Json(t)));

    private static Gen<JsonNode?> Maybe(Gen<JsonNode?> nodes) => Gen.Select(nodes, Gen.Int[0, 3]).Select((node, none) => none == 0 ? null : node);

    private static JsonValue Json(string text) => JsonValue.Create(text);
}
