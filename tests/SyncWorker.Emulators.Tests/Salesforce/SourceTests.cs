using System.Net;
using SyncWorker.Emulators.Salesforce;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class SourceTests
{
    [Fact]
    public void Without_a_source_there_are_standard_objects_only()
    {
        using var org = new EmulatedOrg(o => o.SourceFolder = null);

        Assert.Equal(6, org.Get("/sobjects").Json["sobjects"]!.AsArray().Count);
        org.Query("SELECT Share_With_AWS__c FROM Opportunity").IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact]
    public void A_source_folder_that_does_not_exist_is_said_so() =>
        Assert.Throws<DirectoryNotFoundException>(() => new SalesforceEmulator(TimeProvider.System, new SalesforceEmulatorOptions { SourceFolder = Path.Combine(Path.GetTempPath(), "no-such-source") }));

    [Fact]
    public void A_field_type_the_emulator_cannot_keep_is_said_so_with_its_file()
    {
        var refused = Assert.Throws<InvalidDataException>(() => new EmulatedOrg(deploy: s => s.Field(SourceFolder.Deal, "Where__c", "Location", "")));

        Assert.Contains("Where__c.field-meta.xml", refused.Message);
    }

    [Fact]
    public void A_field_of_an_object_that_does_not_exist_is_said_so() =>
        Assert.Throws<InvalidDataException>(() => new EmulatedOrg(deploy: s => s.Field("Lead", "X__c", "Checkbox", "")));

    [Fact]
    public void A_lookup_to_an_object_that_does_not_exist_is_said_so() =>
        Assert.Throws<InvalidDataException>(() => new EmulatedOrg(deploy: s => s.Field(SourceFolder.Deal, "Campaign__c", "Lookup", "<referenceTo>Campaign</referenceTo>")));

    [Fact]
    public void New_records_are_numbered()
    {
        using var org = new EmulatedOrg();

        Assert.Equal(["SD-0001", "SD-0002"], new[] { org.CreateDeal("{}"), org.CreateDeal("{}") }.Select(id => (string?)org.Deal(id)["Name"]));
    }

    [Fact]
    public void New_records_get_the_defaults()
    {
        using var org = new EmulatedOrg();
        var deal = org.Deal(org.CreateDeal("{}"));

        Assert.Equal("Opportunity", (string?)deal["Source_Type__c"]);
        Assert.False((bool)deal["Submit__c"]!);
    }

    [Fact]
    public void A_required_field_is_enforced()
    {
        using var org = new EmulatedOrg(deploy: s => s.Field(SourceFolder.Deal, "Must__c", "Text", "<length>10</length><required>true</required>"));

        org.Post($"/sobjects/{SourceFolder.Deal}", "{}").IsRefused(HttpStatusCode.BadRequest, "REQUIRED_FIELD_MISSING");
    }

    [Fact]
    public void A_global_value_set_gives_a_picklist_its_values()
    {
        using var org = new EmulatedOrg(deploy: s =>
        {
            s.Write("globalValueSets/Stages.globalValueSet-meta.xml", "<GlobalValueSet><customValue><fullName>Launched</fullName><default>true</default><label>Launched</label></customValue></GlobalValueSet>");
            s.Field(SourceFolder.Deal, "Stage__c", "Picklist", "<valueSet><restricted>true</restricted><valueSetName>Stages</valueSetName></valueSet>");
        });

        Assert.Equal("Launched", (string?)org.Deal(org.CreateDeal("{}"))["Stage__c"]);
        org.Refused("Stage__c", "\"Other\"").IsRefused(HttpStatusCode.BadRequest, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
    }

    [Fact]
    public void A_formula_cannot_be_written()
    {
        using var org = new EmulatedOrg(deploy: s => s.Field(SourceFolder.Deal, "Computed__c", "Checkbox", "<formula>ISPICKVAL(Motion__c, \"Expansion\")</formula>"));

        org.Refused("Computed__c", "true").IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD_FOR_INSERT_UPDATE");
    }

    [Fact]
    public void A_field_no_permission_set_grants_does_not_exist_for_the_integration_user()
    {
        using var org = new EmulatedOrg(o => o.EnforceFieldSecurity = true);

        Assert.Equal(HttpStatusCode.OK, org.Query($"SELECT Project_Title__c FROM {SourceFolder.Deal}").Status);
        org.Query($"SELECT Spend__c FROM {SourceFolder.Deal}").IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD");
        org.Query($"SELECT Opportunity__r.Name FROM {SourceFolder.Deal}").IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD");
        org.Query("SELECT (SELECT Id FROM Shared_Deals__r) FROM Opportunity").IsRefused(HttpStatusCode.BadRequest, "INVALID_TYPE");
        org.Refused("Spend__c", "1").IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.DoesNotContain("Spend__c", org.Get($"/sobjects/{SourceFolder.Deal}/describe").Text);
    }

    [Fact]
    public void A_field_granted_for_reading_only_cannot_be_written()
    {
        using var org = new EmulatedOrg(o => o.EnforceFieldSecurity = true);

        org.Refused("Review__c", "\"Approved\"").IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD_FOR_INSERT_UPDATE");
    }

    [Fact]
    public void People_are_not_held_to_the_integration_users_permissions()
    {
        using var org = new EmulatedOrg(o => o.EnforceFieldSecurity = true);

        var id = org.Emulator.Create(SourceFolder.Deal, new() { ["Spend__c"] = 5 }, EmulatedOrg.Seller);

        Assert.Equal("5.0", org.Emulator.Record(SourceFolder.Deal, id)!["Spend__c"]!.ToJsonString());
    }
}
