using System.Text.Json.Nodes;
using SyncWorker.Commands.Status;
using SyncWorker.Hosting;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Adoption;

public sealed class DayOneTests
{
    [Fact]
    public async Task Three_hundred_deals_of_another_tool_go_live_without_a_write_at_AWS_and_the_next_edit_sends_its_row_alone()
    {
        await using var day = new DayOne();
        var (numbers, opportunities) = (new List<string>(), new List<string>());
        for (var i = 0; i < 300; i++)
        {
            // Every second deal has moved on in Salesforce; a third each is found by the other tool's number, by the Opportunity's id, and by the id of the tool's record.
            var opportunity = i % 2 == 0 ? day.Opportunity($"Deal {i}") : day.Opportunity($"Deal {i}", "Negotiation/Review", "2027-09-30");
            var number = (i % 3) switch
            {
                0 => day.AtAws($"Deal {i}"),
                1 => day.AtAws($"Deal {i}", i % 2 == 0 ? opportunity : opportunity[..15]),
                _ => day.AtAws($"Deal {i}", day.ToolRecord(null, opportunity)),
            };
            if (i % 3 == 0) day.ToolRecord(number, opportunity);
            numbers.Add(number);
            opportunities.Add(opportunity);
        }

        // A seller who shares a deal that is at AWS already makes no second one.
        day.World.Emulated.Salesforce.Edit("Opportunity", opportunities[0], new JsonObject { ["Share_With_AWS__c"] = true }, Deals.Seller);
        var (aws, standard) = (day.World.Emulated.PartnerCentral.Opportunities().ToJsonString(), day.World.Emulated.Salesforce.Records("Opportunity").ToJsonString());
        day.World.Emulated.ClearCalls();
        await day.RunAsync(2);
        Assert.Equal(0, day.Records);
        var file = await day.ListAsync();
        Assert.Equal(300, file.Split("\r\n").Count(l => l.EndsWith(",adopt", StringComparison.Ordinal)));
        Assert.Equal(150, file.Split("\r\n").Count(l => l.Contains(",Sale Stage,Business Validation,Prospect,", StringComparison.Ordinal)));
        Assert.Equal(150, file.Split("\r\n").Count(l => l.Contains(",Target Close Date,2027-09-30,2027-06-30,", StringComparison.Ordinal)));
        Assert.Equal("300 adopted, 0 adopted before, 0 left to AWS, 0 without a decision, 0 failed.", (await day.ApplyAsync(file)).ToString());
        Assert.Equal("0 adopted, 300 adopted before, 0 left to AWS, 0 without a decision, 0 failed.", (await day.ApplyAsync(file)).ToString());
        Assert.Empty(await day.GoLiveAsync());
        await day.RunAsync(8);

        Assert.Empty(day.World.AwsWrites());
        Assert.InRange(day.World.Emulated.PartnerCentral.Calls.Count, 1, 9_999);
        Assert.Equal(aws, day.World.Emulated.PartnerCentral.Opportunities().ToJsonString());
        Assert.Equal(standard, day.World.Emulated.Salesforce.Records("Opportunity").ToJsonString());
        Assert.Equal(300, day.Records);
        Assert.Equal(opportunities, numbers.Select(n => day.RecordOf(n)["Opportunity__c"]!.GetValue<string>()));
        Assert.All(numbers, n => Assert.Equal(("Prospect", "2027-06-30"), (day.RecordOf(n)["Sale_Stage__c"]!.GetValue<string>(), day.RecordOf(n)["Target_Close_Date__c"]!.GetValue<string>())));

        var before = day.Document(numbers[1]);
        day.World.Emulated.Salesforce.Edit("Opportunity", opportunities[1], new JsonObject { ["CloseDate"] = "2027-10-31" }, Deals.Seller);
        await day.RunAsync();
        Assert.Equal(["UpdateOpportunity"], day.World.AwsWrites());
        var after = day.Document(numbers[1]);
        Assert.Equal("2027-10-31", after["LifeCycle"]!["TargetCloseDate"]!.GetValue<string>());
        before["LifeCycle"]!["TargetCloseDate"] = "2027-10-31";
        before["LastModifiedDate"] = after["LastModifiedDate"]!.DeepClone();
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
        Assert.Equal(300, day.Records);
    }

    [Fact]
    public async Task Of_a_row_that_differs_only_what_a_person_chose_is_sent()
    {
        await using var day = new DayOne();
        var opportunity = day.Opportunity("Claims intake", "Negotiation/Review", "2027-09-30");
        var number = day.AtAws("Claims intake", opportunity);
        var file = await day.ListAsync();
        Assert.Contains($"{number},{opportunity},\"Approved, Prospect\",identifier,PartnerOpportunityIdentifier {opportunity},,,,adopt", file, StringComparison.Ordinal);
        await day.ApplyAsync(DayOne.Decided(file, number, "Target Close Date", "send"));
        Assert.Empty(day.World.AwsWrites());
        await day.GoLiveAsync();
        await day.RunAsync();

        Assert.Equal(["UpdateOpportunity"], day.World.AwsWrites());
        Assert.Equal("2027-09-30", day.Document(number)["LifeCycle"]!["TargetCloseDate"]!.GetValue<string>());
        Assert.Equal("Prospect", day.Document(number)["LifeCycle"]!["Stage"]!.GetValue<string>());
        Assert.Equal("2027-09-30", day.RecordOf(number)["Target_Close_Date__c"]!.GetValue<string>());
        Assert.Equal("Prospect", day.RecordOf(number)["Sale_Stage__c"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_a_person_chose_to_send_and_says_a_word_meanwhile_that_nobody_knows_is_held_until_it_can_be_read()
    {
        await using var day = new DayOne();
        var opportunity = day.Opportunity("Claims intake", "Negotiation/Review");
        var number = day.AtAws("Claims intake", opportunity);
        await day.ApplyAsync(DayOne.Decided(await day.ListAsync(), number, "Sale Stage", "send"));
        day.World.Emulated.Salesforce.Edit("Opportunity", opportunity, new JsonObject { ["StageName"] = "Budget Talks" }, Deals.Seller);
        await day.GoLiveAsync();
        await day.RunAsync();
        Assert.Empty(day.World.AwsWrites());
        Assert.Contains("Budget Talks", day.RecordOf(number)["Sync_Error__c"]?.GetValue<string>(), StringComparison.Ordinal);

        day.World.Emulated.Salesforce.Edit("Opportunity", opportunity, new JsonObject { ["StageName"] = "Negotiation/Review" }, Deals.Seller);
        await day.RunAsync();
        Assert.Equal("Business Validation", day.Document(number)["LifeCycle"]!["Stage"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_opportunity_that_is_saved_while_AWS_lists_them_stands_in_the_file_once()
    {
        var wire = new Wire();
        await using var day = new DayOne(aroundPartnerCentral: wire.Around);
        string[] numbers = [.. Enumerable.Range(0, 101).Select(i => day.AtAws($"Deal {i}"))];
        var saved = false;
        wire.Before = call =>
        {
            // Between the first page and the second, on which it stands again.
            if (call.Operation == "ListOpportunities" && call.Body.Contains("NextToken", StringComparison.Ordinal) && !saved)
            {
                saved = true;
                day.World.Emulated.PartnerCentral.Edit(numbers[0], new Dictionary<string, JsonNode?>());
            }

            return null;
        };
        var file = await day.ListAsync();

        Assert.True(saved);
        Assert.Single(file.Split("\r\n"), l => l.StartsWith(numbers[0] + ",", StringComparison.Ordinal));
        saved = false;
        Assert.Equal(0, (await day.ApplyAsync(file)).Adopted);
        Assert.True(saved);
    }

    [Fact]
    public async Task A_deal_that_Salesforce_has_closed_sends_neither_its_stage_nor_a_date_instead_of_the_one_that_has_passed()
    {
        await using var day = new DayOne();
        var opportunity = day.Opportunity("Claims intake", "Closed Lost", "2026-11-20");
        var number = day.AtAws("Claims intake", opportunity);
        await day.ApplyAsync(await day.ListAsync());
        day.World.Clock.Advance(TimeSpan.FromDays(300));
        await day.GoLiveAsync();
        await day.RunAsync();
        Assert.Empty(day.World.AwsWrites());
        Assert.Equal("2027-06-30", day.Document(number)["LifeCycle"]!["TargetCloseDate"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_insert_whose_answer_is_lost_makes_no_second_record_when_the_file_is_applied_again()
    {
        var wire = new Wire();
        await using var day = new DayOne(wire.Around);
        var opportunity = day.Opportunity("Claims intake", "Negotiation/Review");
        var number = day.AtAws("Claims intake", opportunity);
        var file = DayOne.Decided(await day.ListAsync(), number, "Sale Stage", "send");
        wire.LoseAnswers(c => c.Operation == "POST AWS_Co_Sell_Opportunity__c");
        Assert.Single((await day.ApplyAsync(file)).Failed);
        Assert.Equal(1, day.Records);
        await day.World.RestartAsync();
        Assert.Contains(",identifier,", await day.ListAsync(), StringComparison.Ordinal);
        Assert.Equal(1, (await day.ApplyAsync(file)).Adopted);
        await day.GoLiveAsync();
        await day.RunAsync();
        Assert.Equal(1, day.Records);
        Assert.Equal(["UpdateOpportunity"], day.World.AwsWrites());
        Assert.Equal("Business Validation", day.Document(number)["LifeCycle"]!["Stage"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_has_two_answers_is_said_and_waits_for_a_person()
    {
        await using var day = new DayOne();
        var (one, two) = (day.Opportunity("Claims intake"), day.Opportunity("Claims intake"));
        var byTool = day.AtAws("By tool");
        day.ToolRecord(byTool, one);
        day.ToolRecord(byTool, two);
        var alike = day.AtAws("Claims intake", website: "https://www.humongous.example.com/en");
        var third = day.Opportunity("Portal", website: "https://portal.example.com");
        var proposed = day.AtAws(" portal", website: "portal.example.com");
        var nothing = day.AtAws("Nobody knows");
        var file = await day.ListAsync();

        Assert.Contains($"{byTool},,\"Approved, Prospect\",ambiguous,the number leads to {one} and {two},,,,\r\n", file, StringComparison.Ordinal);
        Assert.Contains($"{alike},,\"Approved, Prospect\",ambiguous,\"website, title and close date are the same as of {one} and {two}\",,,,\r\n", file, StringComparison.Ordinal);
        Assert.Contains($"{proposed},{third},\"Approved, Prospect\",proposal,\"website, title and close date are the same\",,,,\r\n", file, StringComparison.Ordinal);
        Assert.Contains($"{nothing},,\"Approved, Prospect\",none,no number and no identifier leads to an Opportunity,,,,\r\n", file, StringComparison.Ordinal);
        Assert.Equal("0 adopted, 0 adopted before, 0 left to AWS, 4 without a decision, 0 failed.", (await day.ApplyAsync(file)).ToString());
        Assert.Equal(0, day.Records);
        Assert.Equal(
            new[] { byTool, alike, proposed, nothing }.Select(n => $"{n} (Approved, Prospect) has no decision. Write adopt or ignore on its line of the file that adopt writes, and apply it."),
            await day.GoLiveAsync());
        Assert.False((await day.Store.ConnectionAsync(default)).IsLive);

        foreach (var number in (string[])[byTool, alike, nothing]) file = DayOne.Decided(file, number, "", "ignore");
        await day.ApplyAsync(DayOne.Decided(file, proposed, "", "adopt"));
        Assert.Empty(await day.GoLiveAsync());
        await day.RunAsync();
        Assert.Equal(third, day.RecordOf(proposed)["Opportunity__c"]!.GetValue<string>());
        Assert.Equal(1, day.Records);
        Assert.Empty(day.World.AwsWrites());
    }

    [Fact]
    public async Task Everything_wrong_with_a_file_is_told_at_once_and_nothing_is_done()
    {
        await using var day = new DayOne();
        var opportunity = day.Opportunity("Claims intake");
        var (one, two) = (day.AtAws("Claims intake"), day.AtAws("Portal"));
        var problem = await Assert.ThrowsAsync<ConfigurationProblemException>(() => day.ApplyAsync(
            $"""
            Opportunity at AWS;Salesforce Id;Status;Row;In Salesforce;At AWS;Decision
            {one};{opportunity};;;;;adopt
            {two};{opportunity};;;;;adopt
            {one};;;;;;perhaps
            O77;;;;;;adopt
            X1;;;;;;ignore
            {one};;;Sale Stag;a;b;send
            {one};;;Target Close Date;;2027-06-30;send
            {one};;;Country;US;GB;send
            {one};;;State;WA;;
            {one};;;Primary Contact Email;ana@example.com;;send
            {one};;;Primary Contact Phone;;+12065550142;
            {two};;;Sale Stage;Qualified;Prospect;perhaps
            """));
        Assert.Equal(
            [
                $"adopt.csv:3, Salesforce Id: {opportunity} stands on line 2 too, for {one}. Keep it on one of them; the other takes another Opportunity, none, or ignore.",
                $"adopt.csv:4, Opportunity at AWS: {one} stands on line 2 already. Take one of the two out.",
                "adopt.csv:4, Decision: 'perhaps' is no decision about an opportunity. Write adopt or ignore, or leave it empty to decide later.",
                "adopt.csv:5, Opportunity at AWS: Partner Central has no O77 of yours. Correct the number, or take the line out.",
                "adopt.csv:6, Opportunity at AWS: 'X1' is no number of AWS's. Write the letter O and digits, or take the line out.",
                "adopt.csv:7, Row: 'Sale Stag' is no row of the field map. Write the row's label, or take the line out.",
                "adopt.csv:8, Decision: Salesforce says nothing that could be sent. Leave this empty, and clear the value in Partner Central where that is meant.",
                "adopt.csv:12, Decision: Primary Contact Phone and Primary Contact Email are decided together. Write send here too, or leave both empty.",
                "adopt.csv:13, Decision: 'perhaps' is no decision about a row. Write send to send what Salesforce says, or keep, or leave it empty to keep both sides as they are.",
            ],
            problem.Problems);
        Assert.Equal(0, day.Records);
        Assert.Empty(await day.Store.LinksAsync(default));
        Assert.Equal(["adopt.csv:1, Decision: the column is missing. Put it back, or write the file anew with adopt."],
            (await Assert.ThrowsAsync<ConfigurationProblemException>(() => day.ApplyAsync("Opportunity at AWS,Salesforce Id,Row,In Salesforce\r\nO1,,,\r\n"))).Problems);
    }

    [Fact]
    public async Task What_is_over_at_AWS_is_linked_for_reading_alone()
    {
        await using var day = new DayOne();
        var opportunity = day.Opportunity("Claims intake");
        var (lost, unknown) = (day.AtAws("Claims intake", opportunity), day.AtAws("Portal"));
        foreach (var number in (string[])[lost, unknown])
            day.World.Emulated.PartnerCentral.Edit(number, new Dictionary<string, JsonNode?> { ["LifeCycle.Stage"] = "Closed Lost", ["LifeCycle.ClosedLostReason"] = "Price" });
        await day.ApplyAsync(await day.ListAsync());
        Assert.Empty(await day.GoLiveAsync());
        await day.RunAsync();
        Assert.Equal(2, day.Records);
        Assert.All(await day.Store.LinksAsync(default), l => Assert.True(l.Link.IsReadOnly));
        day.World.Emulated.Salesforce.Edit(day.World.Map.RecordType, day.RecordOf(lost)["Id"]!.GetValue<string>(), new JsonObject { ["Additional_Comments__c"] = "Won after all" }, Deals.Seller);
        await day.RunAsync();
        Assert.Empty(day.World.AwsWrites());
    }

    [Fact]
    public async Task A_connection_that_is_limited_to_named_deals_writes_no_others_until_it_is_widened()
    {
        await using var day = new DayOne();
        string[] opportunities = [day.Opportunity("Claims intake"), day.Opportunity("Portal")];
        string[] numbers = [day.AtAws("Claims intake", opportunities[0]), day.AtAws("Portal", opportunities[1])];
        await day.ApplyAsync(await day.ListAsync());
        Assert.Equal(["--only O77: no deal here has that number. Adopt it first, or leave it out."], await day.GoLiveAsync(null, "O77"));
        Assert.Empty(await day.GoLiveAsync(null, numbers[0]));
        Assert.Contains($"Limited to {numbers[0]}; all others are read and not written.", await ModeWords.OfAsync(day.Store, day.World.Clock.GetUtcNow(), default));
        foreach (var opportunity in opportunities) day.World.Emulated.Salesforce.Edit("Opportunity", opportunity, new JsonObject { ["CloseDate"] = "2027-10-31" }, Deals.Seller);
        await day.RunAsync();
        Assert.Equal(["2027-10-31", "2027-06-30"], numbers.Select(n => day.Document(n)["LifeCycle"]!["TargetCloseDate"]!.GetValue<string>()));
        Assert.Empty(await day.GoLiveAsync());
        await day.RunAsync();
        Assert.Equal("2027-10-31", day.Document(numbers[1])["LifeCycle"]!["TargetCloseDate"]!.GetValue<string>());
        Assert.Equal(["UpdateOpportunity", "UpdateOpportunity"], day.World.AwsWrites());
    }

    [Fact]
    public async Task Raising_the_writes_of_the_first_day_leaves_the_limit_to_named_deals_as_it_is()
    {
        await using var day = new DayOne();
        string[] opportunities = [day.Opportunity("Claims intake"), day.Opportunity("Portal")];
        string[] numbers = [day.AtAws("Claims intake", opportunities[0]), day.AtAws("Portal", opportunities[1])];
        await day.ApplyAsync(await day.ListAsync());
        await day.GoLiveAsync(1, numbers[0]);
        Assert.Empty(await day.GoLiveAsync(writes: 100));
        Assert.Equal(numbers[0], Assert.Single((await day.Store.ConnectionAsync(default)).Only));
        foreach (var opportunity in opportunities) day.World.Emulated.Salesforce.Edit("Opportunity", opportunity, new JsonObject { ["CloseDate"] = "2027-10-31" }, Deals.Seller);
        await day.RunAsync();
        Assert.Equal(["2027-10-31", "2027-06-30"], numbers.Select(n => day.Document(n)["LifeCycle"]!["TargetCloseDate"]!.GetValue<string>()));
        Assert.Empty(await day.GoLiveAsync(200, numbers[1]));
        Assert.Equal(numbers[1], Assert.Single((await day.Store.ConnectionAsync(default)).Only));
        Assert.Empty(await day.GoLiveAsync());
        Assert.Empty((await day.Store.ConnectionAsync(default)).Only);
        Assert.Equal(200, (await day.Store.ConnectionAsync(default)).FirstDayWrites);
    }

    [Fact]
    public async Task On_the_first_day_AWS_gets_few_writes_and_what_is_over_waits_until_it_is_raised_or_the_day_is_over()
    {
        await using var day = new DayOne();
        string[] opportunities = [.. Enumerable.Range(0, 4).Select(i => day.Opportunity($"Deal {i}"))];
        string[] numbers = [.. opportunities.Select((o, i) => day.AtAws($"Deal {i}", o))];
        await day.ApplyAsync(await day.ListAsync());
        await day.GoLiveAsync(writes: 1);
        foreach (var opportunity in opportunities) day.World.Emulated.Salesforce.Edit("Opportunity", opportunity, new JsonObject { ["CloseDate"] = "2027-10-31" }, Deals.Seller);
        await day.RunAsync();
        Assert.Single(day.World.AwsWrites());
        Assert.Contains("AWS got 1 of 1 writes, 3 co-sell opportunities wait.", (await ModeWords.OfAsync(day.Store, day.World.Clock.GetUtcNow(), default))[^1], StringComparison.Ordinal);
        Assert.Contains(day.World.Logs.Lines, l => l.Contains("AWS got the 1 writes", StringComparison.Ordinal));

        await day.GoLiveAsync(writes: 2);
        await day.World.RestartAsync();
        await day.RunAsync();
        Assert.Equal(2, day.World.AwsWrites().Count);
        day.World.Clock.Advance(TimeSpan.FromHours(24));
        await day.RunAsync();
        Assert.Equal(4, day.World.AwsWrites().Count);
        Assert.All(numbers, n => Assert.Equal("2027-10-31", day.Document(n)["LifeCycle"]!["TargetCloseDate"]!.GetValue<string>()));
    }
}
