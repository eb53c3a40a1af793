using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Tests.Mapping.Codecs;

namespace SyncWorker.Core.Tests.Mapping;

public class FieldMapCheckTests
{
    private const string Stage = "row: Stage X; field: Stage_X__c; flow: both; codec: picklist; read: opportunity.LifeCycle.Stage; write: opportunity.LifeCycle.Stage";
    private const string Text = "row: Note; field: Note__c; flow: both; codec: text; read: opportunity.Project.AdditionalComments; write: opportunity.Project.AdditionalComments";

    [Fact]
    public void Accepts_the_published_rows()
    {
        var result = MapText.Check(MapText.Published);
        Assert.Empty(result.Findings);
        Assert.Equal(PublishedTable.Labels, result.Map!.Rows.Select(r => r.Label));
        Assert.All(result.Map.Rows, r => Assert.True(r.IsPublished));
    }

    [Fact]
    public void Makes_a_row_of_everything_that_is_written()
    {
        var result = MapText.Check(
            MapText.Published.Add(MapText.Beyond(
                "row: Description X; screen: Project Details; field: Description_X__c; follows: Opportunity__r.Account.Description untilApproved; flow: both; codec: text;"
                + "cut: true;"
                + "read: opportunity.Project.CustomerBusinessProblem; read: invitation.Payload.OpportunityInvitation.Project.BusinessProblem;"
                + "write: opportunity.Project.CustomerBusinessProblem; when: Stage X = Closed Lost | Launched | (empty); keepWhenEmpty: true; required: true;"
                + "help: What the customer wants; type: LongTextArea; default: To be described later; group: g"))
            .Add(MapText.Beyond(Stage + "; group: g; complete: true", 101)));
        Assert.Empty(result.Findings);
        var row = result.Map!["Description X"];
        Assert.Equal((2000, true, true, true, "g", false), (row.Length, row.Cut, row.KeepWhenEmpty, row.Required, row.Group, row.Complete));
        Assert.Equal(new Follow("Opportunity__r.Account.Description", FollowMode.UntilApproved), row.Follows);
        Assert.Equal("Stage X: Closed Lost, Launched, (empty)", $"{row.When[0].Row}: {string.Join(", ", row.When[0].Values)}");
        Assert.Equal("opportunity.Project.CustomerBusinessProblem", row.Write!.ToString());
        Assert.Equal(2, row.Read.Length);
        Assert.Equal(("What the customer wants", "LongTextArea", "To be described later", 100), (row.Help, row.FieldType, row.Default, row.Line));
        Assert.True(result.Map["Stage X"].Complete);
    }

    [Theory]
    [InlineData("flow: toSalesforce; codec: id; read: opportunity.Id")]
    [InlineData("flow: toSalesforce; codec: picklist; read: awsSummary.Origin; read: worker.Origin")]
    [InlineData("flow: toSalesforce; codec: picklist; read: opportunity.LifeCycle.ReviewStatus; read: invitation.Status")]
    [InlineData("flow: both; codec: picklist; read: opportunity.Customer.Account.Industry; write: opportunity.Customer.Account.Industry; default: Other")]
    [InlineData("flow: toSalesforce; codec: dateTime; read: worker.SubmittedAt; read: opportunity.CreatedDate")]
    [InlineData("flow: toPartnerCentral; codec: id; read: opportunity.PartnerOpportunityIdentifier; write: opportunity.PartnerOpportunityIdentifier")]
    [InlineData("flow: toSalesforce; codec: text; derived: the link of the mapped object")]
    [InlineData("flow: both; codec: email; keepWhenEmpty: true; read: opportunity.Customer.Contacts[0].Email; write: opportunity.Customer.Contacts[0].Email")]
    [InlineData("flow: both; codec: phone; read: opportunity.Customer.Contacts[0].Phone; write: opportunity.Customer.Contacts[0].Phone")]
    [InlineData("flow: both; codec: website; read: opportunity.Customer.Account.WebsiteUrl; write: opportunity.Customer.Account.WebsiteUrl")]
    [InlineData("flow: both; codec: country; read: opportunity.Customer.Account.Address.CountryCode; write: opportunity.Customer.Account.Address.CountryCode; default: US")]
    [InlineData("flow: both; codec: state; read: opportunity.Customer.Account.Address.StateOrRegion; write: opportunity.Customer.Account.Address.StateOrRegion")]
    [InlineData("flow: both; codec: postalCode; read: opportunity.Customer.Account.Address.PostalCode; write: opportunity.Customer.Account.Address.PostalCode")]
    [InlineData("flow: toSalesforce; codec: person; field: Second__c; read: awsSummary.OpportunityTeam[BusinessTitle=AWSSalesRep]")]
    [InlineData("flow: toSalesforce; codec: name; read: awsSummary.OpportunityTeam[BusinessTitle=PDM]; read: awsSummary.OpportunityTeam[BusinessTitle=WWPSPDM]")]
    [InlineData(
        "flow: toSalesforce; codec: email; read: awsSummary.OpportunityTeam[BusinessTitle=PDM].Email;"
        + "read: invitation.Payload.OpportunityInvitation.SenderContacts[0].Email")]
    [InlineData(
        "flow: toPartnerCentral; codec: text; read: opportunity.OpportunityTeam[BusinessTitle=PartnerAccountManager].FirstName;"
        + "write: teamMember.OpportunityTeam[BusinessTitle=PartnerAccountManager].FirstName")]
    [InlineData("flow: both; codec: set; read: opportunity.PrimaryNeedsFromAws; write: opportunity.PrimaryNeedsFromAws; default: Co-Sell - Deal Support")]
    [InlineData("flow: both; codec: yesNo; argument: Marketing Activity|None; read: opportunity.Marketing.Source; write: opportunity.Marketing.Source; default: No")]
    [InlineData("flow: both; codec: yesNo; read: opportunity.Marketing.AwsFundingUsed; write: opportunity.Marketing.AwsFundingUsed")]
    [InlineData("flow: toSalesforce; codec: is; argument: Action Required; read: opportunity.LifeCycle.ReviewStatus")]
    [InlineData("flow: both; codec: picklist; read: opportunity.Project.CustomerUseCase; write: opportunity.Project.CustomerUseCase; default: Migration / Database Migration")]
    [InlineData(
        "flow: both; codec: money; read: opportunity.Project.ExpectedCustomerSpend[TargetCompany=AWS,Frequency=Monthly].Amount;"
        + "write: opportunity.Project.ExpectedCustomerSpend[TargetCompany=AWS,Frequency=Monthly].Amount")]
    [InlineData("flow: both; codec: set; read: opportunity.RelatedEntityIdentifiers.Solutions; write: association.Solutions; keepWhenEmpty: true")]
    [InlineData("flow: both; codec: set; read: opportunity.Project.ApnPrograms; write: opportunity.Project.ApnPrograms")]
    [InlineData("flow: toPartnerCentral; codec: picklist; read: awsSummary.InvolvementType; write: submission.InvolvementType; default: Co-Sell")]
    [InlineData("flow: toPartnerCentral; codec: picklist; read: invitation.RejectionReason; write: invitation.RejectionReason")]
    public void Accepts_the_kinds_of_row_that_the_published_table_has(string row) => Finds(null, MapText.Check($"row: A row; field: First__c; {row}"));

    [Fact]
    public void A_picklist_without_a_value_map_has_AWSs_values()
    {
        var map = MapText.Check(Stage).Map!;
        Assert.Equal("Prospect", map["Stage X"].Values!.Aws[0]);
        Assert.False(map["Stage X"].Values!.Open);
    }

    [Theory]
    [InlineData(Text + "; colour: red", "Row 'Note': there is no key 'colour'.")]
    [InlineData(Text + "; keepWhenEmty: true", "Row 'Note': there is no key 'keepWhenEmty'. Did you mean 'keepWhenEmpty'?")]
    [InlineData("field: Note__c; flow: none; reason: x", "A row without a label: row is missing. Write row:.")]
    [InlineData("row: Note; flow: none; reason: x", "Row 'Note': field is missing. Write field:.")]
    [InlineData("row: Note; field: Note__c; reason: x", "Row 'Note': flow is missing. Write flow:.")]
    [InlineData("row: Note; field: Note__c; flow: toSalesforce; read: opportunity.Id", "Row 'Note': codec is missing. Write codec:.")]
    [InlineData(Text + "; help:", "Row 'Note': help has no value. Write one, or leave the key out.")]
    [InlineData(Text + "; length: 10; length: 20", "Row 'Note': length has 2 values. Write one.")]
    [InlineData(Text + "; cut: yes", "Row 'Note': cut is 'yes'. Write true or false.")]
    [InlineData(Text + "; length: long", "Row 'Note': length is 'long'. Write a whole number above 0.")]
    public void Rejects_a_row_that_is_not_written_as_rows_are(string row, string expected) => Finds(expected, MapText.Check(row));

    [Theory]
    [InlineData("row: Note; field: Note__c; flow: sideways; codec: text", "Row 'Note': flow is 'sideways'. Write both, toSalesforce, toPartnerCentral or none.")]
    [InlineData("row: Note; field: Note__c; flow: none", "Row 'Note': it does not flow and does not say why. Write reason:.")]
    [InlineData(
        "row: Note; field: Note__c; flow: both; codec: text; read: opportunity.Project.AdditionalComments",
        "Row 'Note': it flows to Partner Central and has no write path. Write write:, or let it flow toSalesforce.")]
    [InlineData(
        "row: Note; field: Note__c; flow: toSalesforce; codec: text; read: opportunity.Project.Title; write: opportunity.Project.Title",
        "Row 'Note': it has a write path and does not flow to Partner Central. Leave write out, or let it flow both ways.")]
    [InlineData("row: Note; field: Note__c; flow: both; codec: text; write: opportunity.Project.Title", "Row 'Note': it flows to Salesforce and has no read path. Write read:.")]
    [InlineData(
        "row: Note; field: Note__c; flow: toSalesforce; codec: text",
        "Row 'Note': it flows to Salesforce and comes from nowhere. Write read:, or derived: with the rule that the worker makes it by.")]
    [InlineData(Text + "; derived: rule", "Row 'Note': it is derived and flows to Partner Central. What is derived flows toSalesforce.")]
    public void Rejects_a_flow_that_the_paths_do_not_carry(string row, string expected) => Finds(expected, MapText.Check(row));

    [Fact]
    public void A_row_may_stand_on_another_object()
    {
        var result = MapText.Check("row: Share; field: Share__c; object: Opportunity; flow: none; reason: stands on the Opportunity");
        Assert.Equal(("Opportunity", (string?)null), (result.Map!["Share"].Object, result.Map["Status"].Object));
    }

    [Theory]
    [InlineData(Text + "; object: Opportunity", "Row 'Note': it stands on Opportunity and flows. Only a field of the co-sell record flows: leave object out, or say flow: none and why.")]
    [InlineData(
        "row: Note; field: Note__c; flow: none; reason: x; object: Co-Sell",
        "Row 'Note': 'Co-Sell' is not the API name of a Salesforce object. Write a name such as Opportunity.")]
    public void Rejects_a_field_of_another_object_that_the_worker_cannot_write(string row, string expected) => Finds(expected, MapText.Check(row));

    [Fact]
    public void Rejects_a_writable_flow_into_a_member_that_AWS_owns() => Finds(
        "Row 'Review': it is to be written to 'opportunity.LifeCycle.ReviewStatus', which AWS owns. Let it flow toSalesforce, without write.",
        MapText.Check("row: Review; field: Review__c; flow: both; codec: picklist; read: opportunity.LifeCycle.ReviewStatus; write: opportunity.LifeCycle.ReviewStatus"));

    [Theory]
    [InlineData("opportunity.LifeCycle.Stagee", "Row 'R': AWS has no member 'opportunity.LifeCycle.Stagee'. Did you mean 'opportunity.LifeCycle.Stage'?")]
    [InlineData("opportunity.Origin", "Row 'R': AWS has no member 'opportunity.Origin'.")]
    [InlineData("Lifecycle.Stage", "Row 'R': 'Lifecycle' is not where a path starts; it starts with one of")]
    [InlineData("submission.Visibility", "Row 'R': AWS does not give 'submission.Visibility' back. Read it where AWS shows it, such as awsSummary.")]
    [InlineData(
        "awsSummary.OpportunityTeam.BusinessTitle",
        "Row 'R': 'awsSummary.OpportunityTeam.BusinessTitle' goes through a list and picks no element. AWS has 'awsSummary.OpportunityTeam[].BusinessTitle';")]
    [InlineData(
        "opportunity.LifeCycle[0].Stage",
        "Row 'R': 'opportunity.LifeCycle[0].Stage' picks an element of what is no list of objects. AWS has 'opportunity.LifeCycle.Stage'; pick an element where it says [].")]
    [InlineData(
        "awsSummary.OpportunityTeam[BusinessTitle=Boss].BusinessTitle",
        "Row 'R': 'awsSummary.OpportunityTeam[BusinessTitle=Boss].BusinessTitle' picks by BusinessTitle=Boss, which AWS does not have. Pick by a member and one of AWS's values")]
    public void Rejects_a_path_that_AWS_lacks(string path, string expected) =>
        Finds(expected, MapText.Check($"row: R; field: R__c; flow: toSalesforce; codec: picklist; read: {path}"));

    [Theory]
    [InlineData("texts", "opportunity.Project.Title", "Row 'R': there is no codec 'texts'. Did you mean 'text'?")]
    [InlineData(
        "text", "opportunity.LifeCycle.Stage",
        "Row 'R': the codec 'text' does not read 'opportunity.LifeCycle.Stage', which is a value of Stage. Use 'is' or 'picklist' or 'yesNo'.")]
    [InlineData("date", "opportunity.CreatedDate", "Row 'R': the codec 'date' does not read 'opportunity.CreatedDate', which is a timestamp. Use 'dateTime'.")]
    [InlineData(
        "picklist", "opportunity.Project.DeliveryModels",
        "Row 'R': the codec 'picklist' does not read 'opportunity.Project.DeliveryModels', which is a list of values of DeliveryModel. Use 'set'.")]
    [InlineData("solutions", "association.AwsProducts", "Row 'R': the codec 'solutions' does not read 'association.AwsProducts', which is a list of texts. Use 'set'.")]
    [InlineData("text", "association.Solutions", "Row 'R': the codec 'text' does not read 'association.Solutions', which is a list of texts. Use 'set' or 'solutions'.")]
    [InlineData("is", "opportunity.LifeCycle.Stage", "Row 'R': The codec 'is' needs an argument: the AWS value to compare with. Write argument: with AWS's own words.")]
    public void Rejects_a_codec_that_does_not_go_with_the_member(string codec, string path, string expected) =>
        Finds(expected, MapText.Check($"row: R; field: R__c; flow: toSalesforce; codec: {codec}; read: {path}"));

    [Theory]
    [InlineData(Text + "; length: 300", "Row 'Note': length is 300; AWS takes 255. Write 255 or less, or leave length out.")]
    [InlineData(Stage + "; length: 20", "Row 'Stage X': length is for texts. Leave it out.")]
    [InlineData(Stage + "; cut: true", "Row 'Stage X': cut is for texts with a length. Leave it out, or write length:.")]
    [InlineData(Text + "; whenPast: hold", "Row 'Note': whenPast is for dates. Leave it out, or use the codec 'date'.")]
    [InlineData(Text + "; argument: x", "Row 'Note': argument is for the codecs 'is', 'phone' and 'yesNo'. Leave it out.")]
    [InlineData(Stage + "; default: Prospekt", "Row 'Stage X': default is not a value: 'Prospekt' has no AWS stage")]
    [InlineData(Stage + "; default: prospect", "Row 'Stage X': default is 'prospect', which AWS writes 'Prospect'. Write a value as AWS has it.")]
    [InlineData(Text + "; complete: true", "Row 'Note': complete is for groups. Name the group, or leave complete out.")]
    [InlineData(Text + "; group: money", "Row 'Note': it is alone in the group 'money'. Put another row into the group, or leave group out.")]
    [InlineData(Text + "; values: stage", "Row 'Note': the codec 'text' takes no value map. Leave values out.")]
    [InlineData(Stage + "; values: stag", "Row 'Stage X': there is no value map 'stag'. Did you mean 'stage'?")]
    public void Rejects_what_a_row_cannot_take(string row, string expected) => Finds(expected, MapText.Check(row, ("stage", Wire.Map(["Prospect"], []))));

    [Theory]
    [InlineData("whenPast: today+15d", null)]
    [InlineData("whenPast: hold", null)]
    [InlineData("whenPast: tomorrow", "Row 'D': whenPast is 'tomorrow'. Write hold, today or today+15d.")]
    public void Takes_what_becomes_of_past_dates_in_three_forms(string when, string? expected) => Finds(
        expected,
        MapText.Check($"row: D; field: D__c; flow: both; codec: date; read: opportunity.LifeCycle.TargetCloseDate; write: opportunity.LifeCycle.TargetCloseDate; {when}"));

    [Theory]
    [InlineData("Opportunity__r.StageName", "Row 'Stage X': follows is 'Opportunity__r.StageName'.")]
    [InlineData("StageName always", "Row 'Stage X': follows is 'StageName always'.")]
    [InlineData("Opportunity__r..StageName always", "Row 'Stage X': follows is 'Opportunity__r..StageName always'.")]
    [InlineData("Opportunity__r.StageName sometimes", "Row 'Stage X': follows is 'Opportunity__r.StageName sometimes'.")]
    [InlineData("Opportunity__r.StageName once", null)]
    public void Rejects_a_follow_that_is_malformed(string follows, string? expected) => Finds(expected, MapText.Check($"{Stage}; follows: {follows}"));

    [Theory]
    [InlineData("Sales Stage = Closed Lost", "Row 'Note': when names 'Sales Stage', which is no row of the map. Did you mean 'Sale Stage'?")]
    [InlineData("Note = x", "Row 'Note': when names 'Note', which is the row itself.")]
    [InlineData("Stage X", "Row 'Note': when is 'Stage X'. Write another row's label and its values")]
    [InlineData("Stage X = Closed | Launched", "Row 'Note': when: a value of 'Stage X' is not a value: 'Closed' has no AWS stage")]
    [InlineData("Stage X = Closed Lost | (empty)", null)]
    [InlineData("Partner Primary Need From AWS Other = x", "Row 'Note': when names 'Partner Primary Need From AWS Other', whose flow is none: nobody reads it. Name a row that is synchronised.")]
    public void Rejects_a_condition_on_an_unknown_row_or_value(string when, string? expected) =>
        Finds(expected, MapText.Check([.. MapText.Published, MapText.Beyond(Stage, 99), MapText.Beyond($"{Text}; when: {when}")]));

    [Fact]
    public void Rejects_value_maps_with_words_that_are_not_AWSs()
    {
        var map = Wire.Map(["Prospect", "Qualifed"], ["Open->Prospct", "open->Prospect"], back: ["Prospect->Shut"]);
        var result = MapText.Check(Stage + "; values: stage", ("stage", map));
        Finds("Row 'Stage X': the value map 'stage' has 'Qualifed', which is no value of AWS's. Did you mean 'Qualified'?", result);
        Finds("Row 'Stage X': the value map 'stage' turns 'Open' into 'Prospct', which is not among its AWS values. Did you mean 'Prospect'?", result);
        Finds("Row 'Stage X': the value map 'stage' marks 'Shut' as primary for 'Prospect', which it does not mean. Mark a Salesforce value that means 'Prospect'.", result);
        Assert.Contains(result.Findings, f => f.Message.EndsWith("' twice, with different meanings.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Note__x")]
    [InlineData("My Note__c")]
    [InlineData("1Note__c")]
    [InlineData("Note___c")]
    public void Rejects_a_bad_api_name(string field) => Finds(
        $"Row 'Note': '{field}' is not the API name of a Salesforce field. Use letters, digits and single underscores, such as Sale_Stage__c.",
        MapText.Check(Text.Replace("Note__c", field, StringComparison.Ordinal)));

    [Fact]
    public void A_person_takes_two_fields_and_nothing_else_does()
    {
        const string person = "row: P; field: P__c; flow: toSalesforce; codec: person; read: awsSummary.OpportunityTeam[BusinessTitle=PDM]";
        Finds("Row 'P': it has 1 field(s). A person takes two: name and e-mail.", MapText.Check(person));
        Finds(null, MapText.Check(person + "; field: P_Email__c"));
        Finds("Row 'Note': it has 2 field(s). Write one; only the codec 'person' takes two.", MapText.Check(Text + "; field: Note2__c"));
    }

    [Fact]
    public void Rejects_a_label_and_a_field_that_stand_twice()
    {
        var result = MapText.Check([.. MapText.Published, MapText.Beyond(Text, 99), MapText.Beyond(Text.Replace("Note__c", "note__C", StringComparison.Ordinal))]);
        Finds("Row 'Note': the label stands already in line 99. A label may stand once: rename one of the rows.", result);
        Finds("Row 'Note': the field note__C belongs already to 'Note'. Give the row a field of its own.", result);
    }

    [Fact]
    public void Rejects_a_published_row_that_is_missing_renamed_or_out_of_order()
    {
        var missing = MapText.Check([.. MapText.Published.RemoveAt(57)]);
        Assert.Equal(
            "field-map.yaml:57: The published table's row 'Procurement Type' is missing. Add it under rows:; a row that is not synchronised says flow: none and why.",
            Only(missing));

        var renamed = MapText.Check(MapText.With("Sale Stage", "row: Sales Stage; field: S__c; flow: none; reason: x"));
        Assert.Equal("field-map.yaml:4: Row 'Sales Stage': the published table has no such label. The table calls it 'Sale Stage'.", Only(renamed));

        var swapped = MapText.Published.SetItem(3, MapText.Published[4]).SetItem(4, MapText.Published[3]);
        Finds("Row 'Sale Stage': it is out of the published table's order. It comes after 'AWS Marketplace Engagement Score'.", MapText.Check(swapped));

        var elsewhere = MapText.Published.SetItem(3, MapText.Published[3] with { Section = "Project Details" });
        Assert.Equal("field-map.yaml:4: Row 'Sale Stage': it stands under 'Project Details'. It belongs before the first heading.", Only(MapText.Check(elsewhere)));
    }

    [Fact]
    public void Rejects_a_published_row_beyond_the_table_and_one_more_in_it()
    {
        Finds("Row 'Extra': the published table has no such label. Put the row under beyond:.", MapText.Check(
            MapText.Published.Insert(5, MapText.Beyond("row: Extra; field: E__c; flow: none; reason: x") with { IsPublished = true })));
        Finds("Row 'Status': it is a row of the published table. Move it under rows:.", MapText.Check(
            [.. MapText.Published.RemoveAt(7), MapText.Beyond("row: Status; field: Status__c; flow: none; reason: x")]));
    }

    [Fact]
    public void Says_everything_at_once_in_the_order_of_the_lines()
    {
        var result = MapText.Check([.. MapText.Published, MapText.Beyond("row: B; field: 1; flow: up; codec: x", 120), MapText.Beyond("row: A; field: A__c; flow: none", 110)]);
        Assert.Null(result.Map);
        Assert.Equal([110, 120, 120, 120], result.Findings.Select(f => f.Line));
    }

    [Fact]
    public void Rejects_a_record_type_that_is_no_api_name()
    {
        var result = FieldMapCheck.Check(MapText.Published, ImmutableDictionary<string, ValueMap>.Empty, "Co-Sell");
        Assert.Equal("field-map.yaml:1: 'Co-Sell' is not the API name of a Salesforce object. Write a name such as AWS_Co_Sell_Opportunity__c.", Only(result));
    }

    private static string Only(FieldMapResult result) => Assert.Single(result.Findings).ToString();

    private static void Finds(string? expected, FieldMapResult result)
    {
        if (expected is null)
            Assert.Empty(result.Findings);
        else
            Assert.Contains(result.Findings, f => f.ToString().Contains(expected, StringComparison.Ordinal));
        Assert.Equal(expected is null, result.Map is not null);
    }
}
