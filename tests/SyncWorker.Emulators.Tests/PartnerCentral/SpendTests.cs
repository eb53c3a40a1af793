using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class SpendTests : IDisposable
{
    private const string Estimate = "https://calculator.aws/#/estimate?id=5b3a1f0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a";
    private const string Unknown = "https://calculator.aws/#/estimate?id=00000000000000000000000000000000";
    private const string Euro = "\"EUR\"";

    private readonly SellingClient _client = new();

    /// <summary>The table of the guide to deal sizing: field and message; the code is always the same.</summary>
    [Theory]
    [InlineData("""[{"Amount":"90000","CurrencyCode":"USD","Frequency":"None","TargetCompany":"Self"}]""", null, "project.expectedContractDuration", "ExpectedContractDuration is required when a Self entry is present")]
    [InlineData("""[{"Amount":"500","CurrencyCode":"USD","Frequency":"Monthly","TargetCompany":"AWS"}]""", "36", "project.expectedCustomerSpend", "A Self entry is required when ExpectedContractDuration is present")]
    [InlineData("""[{"Amount":"1","CurrencyCode":"USD","Frequency":"None","TargetCompany":"Self"},{"Amount":"2","CurrencyCode":"USD","Frequency":"None","TargetCompany":"Self"}]""", "36", "project.expectedCustomerSpend", "Only one Self entry is allowed")]
    [InlineData("""[{"Amount":"1","CurrencyCode":"USD","Frequency":"None","TargetCompany":"Self"},{"Amount":"2","CurrencyCode":"USD","Frequency":"Monthly","TargetCompany":"Humongous Insurance"}]""", "36", "project.expectedCustomerSpend.targetCompany", "TargetCompany must be 'AWS' or 'Self'")]
    [InlineData("""[{"Amount":"1","CurrencyCode":"USD","Frequency":"None","TargetCompany":"Self","EstimationUrl":"https://calculator.aws/#/estimate?id=5b3a1f0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a"}]""", "36", "project.expectedCustomerSpend.estimationUrl", "Self entry and EstimationUrl cannot coexist")]
    public void A_contract_value_is_refused_in_the_guides_words(string spend, string? months, string field, string message)
    {
        var problem = Assert.Single(Create(spend, months).Problems);

        Assert.Equal((field, message, "INVALID_VALUE"), problem);
    }

    [Fact]
    public void The_currencies_of_a_contract_value_must_match()
    {
        var answer = Create($$"""[{"Amount":"1","CurrencyCode":"USD","Frequency":"None","TargetCompany":"Self"},{"Amount":"2","CurrencyCode":{{Euro}},"Frequency":"Monthly","TargetCompany":"AWS"}]""", "36");

        Assert.Contains(("project.expectedCustomerSpend.currencyCode", "CurrencyCode must match between entries", "INVALID_VALUE"), answer.Problems);
    }

    [Fact]
    public void AWS_adds_its_monthly_entry_to_a_contract_value()
    {
        var id = Create("""[{"Amount":"1200000.00","CurrencyCode":"USD","Frequency":"None","TargetCompany":"Self"}]""", "36")["Id"]!;

        Assert.Equal([("33333.33", "Monthly", "AWS"), ("1200000.00", "None", "Self")], Spend(id));
    }

    [Fact]
    public void An_update_that_leaves_out_the_contract_value_gets_it_back_from_storage()
    {
        var id = Create("""[{"Amount":"1200000.00","CurrencyCode":"USD","Frequency":"None","TargetCompany":"Self"}]""", "36")["Id"]!;

        Assert.Null(_client.Update(id, o => o["Project"]!["ExpectedCustomerSpend"]!.AsArray().RemoveAt(1)).Error);

        Assert.Equal([("33333.33", "Monthly", "AWS"), ("1200000.00", "None", "Self")], Spend(id));
    }

    [Fact]
    public void Only_a_contract_value_has_no_frequency()
    {
        var problem = Assert.Single(Create("""[{"Amount":"5","CurrencyCode":"USD","Frequency":"None","TargetCompany":"AWS"}]""", null).Problems);

        Assert.Equal(("project.expectedCustomerSpend.frequency", "Project.ExpectedCustomerSpend.Frequency must be 'Monthly'.", "INVALID_VALUE"), problem);
    }

    [Theory]
    [InlineData(null, Estimate, "8250.00", Estimate)]
    [InlineData("8250", Estimate, "8250", Estimate)]
    [InlineData("9000", Estimate, "9000", null)]
    [InlineData("9000", Unknown, "9000", null)]
    public void An_estimate_fills_the_amount_and_never_contradicts_it(string? amount, string url, string keptAmount, string? keptUrl)
    {
        var id = Create(Entry(amount, url), null)["Id"]!;

        var kept = _client.Get(id).Node("Project.ExpectedCustomerSpend.0")!;
        Assert.Equal((keptAmount, keptUrl), (kept["Amount"]!.ToString(), kept["EstimationUrl"]?.ToString()));
    }

    [Fact]
    public void An_estimate_that_cannot_be_read_is_refused_when_no_amount_comes_with_it()
    {
        var problem = Assert.Single(Create(Entry(null, Unknown), null).Problems);

        Assert.Equal(("project.expectedCustomerSpend.estimationUrl", $"Invalid Estimation URL: {Unknown}", "INVALID_VALUE"), problem);
    }

    [Fact]
    public void An_estimate_that_changed_since_stays_as_it_was_kept()
    {
        var id = Create(Entry(null, Estimate), null)["Id"]!;
        _client.Emulator.SaveEstimate(Estimate, "9999.00");

        Assert.Null(_client.Update(id, o => o["LifeCycle"]!["NextSteps"] = "Call").Error);

        Assert.Equal((Estimate, "8250.00"), (_client.Get(id)["Project.ExpectedCustomerSpend.0.EstimationUrl"], _client.Get(id)["Project.ExpectedCustomerSpend.0.Amount"]));
    }

    [Fact]
    public void An_estimate_has_an_amount() => Assert.Throws<PersonRefusedException>(() => _client.Emulator.SaveEstimate(Unknown, "much"));

    [Fact]
    public void Euros_are_for_the_European_sovereign_cloud() => Assert.Null(_client.Call("CreateOpportunity", Some.Opportunity(o =>
    {
        o["ClientToken"] = "t";
        o["Project"]!["AwsPartition"] = "aws-eusc";
        o["Project"]!["ExpectedCustomerSpend"]![0]!["CurrencyCode"] = "EUR";
    })).Error);

    private static string Entry(string? amount, string url) =>
        $$"""[{"Amount":{{(amount is null ? "null" : $"\"{amount}\"")}},"CurrencyCode":"USD","Frequency":"Monthly","TargetCompany":"AWS","EstimationUrl":"{{url}}"}]""";

    private Answer Create(string spend, string? months) => _client.Call("CreateOpportunity", Some.Opportunity(o =>
    {
        o["ClientToken"] = "t";
        o["Project"]!["ExpectedCustomerSpend"] = JsonNode.Parse(spend);
        o["Project"]!["ExpectedContractDuration"] = months is null ? null : new JsonObject { ["Term"] = "Months", ["Value"] = months };
    }));

    private IEnumerable<(string, string, string)> Spend(string id) =>
        _client.Get(id).Node("Project.ExpectedCustomerSpend")!.AsArray().Select(e => (e!["Amount"]!.ToString(), e["Frequency"]!.ToString(), e["TargetCompany"]!.ToString()));

    public void Dispose() => _client.Dispose();
}
