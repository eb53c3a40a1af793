using SyncWorker.Salesforce;
using SyncWorker.Salesforce.Describes;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Salesforce.Describes;

/// <summary>The shipped map against the org package's own fields, each spoilt in one way.</summary>
public sealed class FieldCheckTests : IAsyncLifetime
{
    private readonly World _world = new();
    private OrgObjects _org = null!;

    public async Task InitializeAsync() => _org = await OrgObjects.ReadAsync(_world.Part<SalesforceClient>(), _world.Map, default);

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public void As_it_is_everything_fits() => Assert.Empty(FieldCheck.Of(_world.Map, _org));

    [Fact]
    public void A_field_that_may_not_be_written_disables_a_row_that_writes_it() =>
        Told("Next Step", "Disables", "the integration user may not write AWS_Co_Sell_Opportunity__c.Next_Step__c, or it is a formula.", Spoilt("Next_Step__c", f => f with { IsWritable = false }));

    [Fact]
    public void A_field_that_is_refreshed_from_what_the_row_follows_is_written_too() =>
        Told("Mapped Object Id", "Disables", "the integration user may not write AWS_Co_Sell_Opportunity__c.Mapped_Object_Id__c, or it is a formula.", Spoilt("Mapped_Object_Id__c", f => f with { IsWritable = false }));

    [Theory]
    [InlineData("Target_Close_Date__c", "datetime", "Target Close Date", "holds a date and time, and the row needs a date.")]
    [InlineData("Next_Step__c", "boolean", "Next Step", "holds a checkbox, and the row needs text.")]
    [InlineData("Expected_Monthly_AWS_Revenue__c", "string", "Expected Monthly AWS Revenue", "holds text, and the row needs a number.")]
    [InlineData("Delivery_Model__c", "picklist", "Delivery Model", "holds text, and the row needs a list of values.")]
    [InlineData("Use_Case__c", "multipicklist", "Use Case", "holds a list of values, and the row needs text.")]
    [InlineData("Is_Action_Required__c", "picklist", "Is Action Required", "holds text, and the row needs a checkbox.")]
    public void A_field_of_a_type_that_does_not_fit_disables_its_row(string field, string type, string row, string what) =>
        Told(row, "Disables", $"AWS_Co_Sell_Opportunity__c.{field} {what}", Spoilt(field, f => f with { Type = type }));

    [Theory]
    [InlineData("Delivery_Model__c", "string")]
    [InlineData("Use_Case__c", "string")]
    [InlineData("Customer_Email__c", "string")]
    [InlineData("Expected_Monthly_AWS_Revenue__c", "double")]
    public void A_field_of_a_wider_type_fits(string field, string type) => Assert.Empty(FieldCheck.Of(_world.Map, Spoilt(field, f => f with { Type = type, Length = 4096 })));

    [Fact]
    public void A_field_that_is_too_short_is_told() =>
        Told("Next Step", "Told", "AWS_Co_Sell_Opportunity__c.Next_Step__c takes 80 characters, and the row 255.", Spoilt("Next_Step__c", f => f with { Length = 80 }));

    [Fact]
    public void A_restricted_picklist_that_lacks_values_is_told_and_an_open_one_is_not()
    {
        DescribedField Without(DescribedField field, bool isRestricted) => field with { IsRestricted = isRestricted, Values = field.Values.Remove("Qualified").Remove("Launched") };
        Told("Sale Stage", "Told", "the restricted picklist AWS_Co_Sell_Opportunity__c.Sale_Stage__c lacks 'Qualified', 'Launched'.", Spoilt("Sale_Stage__c", f => Without(f, true)));
        Assert.Empty(FieldCheck.Of(_world.Map, Spoilt("Sale_Stage__c", f => Without(f, false))));
    }

    [Fact]
    public void A_followed_picklist_value_without_a_partner_at_AWS_is_told() =>
        Told("Sale Stage", "Told", "Opportunity.StageName has 'Wishful Thinking' without a partner at AWS.", Spoilt("StageName", f => f with { Values = f.Values.Add("Wishful Thinking") }, "Opportunity__r"));

    [Fact]
    public void A_followed_field_that_is_hidden_disables_its_row() =>
        Told("Customer Company Name", "Disables", "the org has no field Account.Name, or the integration user may not read it.", Without("Name", "Opportunity__r.Account"));

    [Fact]
    public void A_parent_that_is_hidden_disables_every_row_that_follows_over_it()
    {
        var findings = FieldCheck.Of(_world.Map, new OrgObjects(_org.ByPath.Remove("Opportunity__r.Owner")));
        Assert.Equal(["Primary Contact First Name", "Primary Contact Last Name", "Primary Contact Email", "Primary Contact Phone"], findings.Select(f => f.Row!.Label));
        Assert.All(findings, f => Assert.StartsWith("the org has no relationship Opportunity__r.Owner", f.What, StringComparison.Ordinal));
    }

    [Fact]
    public void The_second_field_of_a_person_counts_too() =>
        Told("AWS Sales Rep", "Disables", "the org has no field AWS_Co_Sell_Opportunity__c.AWS_Sales_Rep_Email__c, or the integration user may not read it.", Without("AWS_Sales_Rep_Email__c"));

    [Fact]
    public void Bookkeeping_that_may_not_be_written_stops_everything() =>
        Told("Sync Error", "Stops", "the integration user may not write AWS_Co_Sell_Opportunity__c.Sync_Error__c.", Spoilt("Sync_Error__c", f => f with { IsWritable = false }));

    [Fact]
    public void An_org_without_the_object_stops_everything()
    {
        var finding = Assert.Single(FieldCheck.Of(_world.Map, new OrgObjects(_org.ByPath.Clear())));
        Assert.Equal("The org has no object AWS_Co_Sell_Opportunity__c, or the integration user may not read it. Deploy the org package and give the integration user the permission set AWS Co-Sell Integration.", finding.ToString());
        Assert.Equal(FindingEffect.Stops, finding.Effect);
    }

    private void Told(string row, string effect, string what, OrgObjects org)
    {
        var finding = Assert.Single(FieldCheck.Of(_world.Map, org));
        Assert.Equal((row, effect, what), (finding.Row!.Label, finding.Effect.ToString(), finding.What));
        Assert.StartsWith($"field-map.yaml:{_world.Map[row].Line}: Row '{row}': {what} ", finding.ToString(), StringComparison.Ordinal);
    }

    private OrgObjects Spoilt(string field, Func<DescribedField, DescribedField> spoil, string path = "") =>
        new(_org.ByPath.SetItem(path, _org.ByPath[path] with { Fields = new Dictionary<string, DescribedField>(_org.ByPath[path].Fields, StringComparer.OrdinalIgnoreCase) { [field] = spoil(_org.ByPath[path].Fields[field]) } }));

    private OrgObjects Without(string field, string path = "") => new(_org.ByPath.SetItem(path, _org.ByPath[path] with { Fields = _org.ByPath[path].Fields.Where(f => f.Key != field).ToDictionary(StringComparer.OrdinalIgnoreCase) }));
}
