namespace SyncWorker.Emulators.Tests.Salesforce;

/// <summary>A small SFDX source, as an administrator would deploy it, in a folder of its own.</summary>
internal sealed class SourceFolder : IDisposable
{
    public const string Deal = "Shared_Deal__c";

    public SourceFolder()
    {
        Path = Directory.CreateTempSubdirectory("sfdx-").FullName;
        Write($"objects/{Deal}/{Deal}.object-meta.xml", """
            <CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
              <label>Shared Deal</label><pluralLabel>Shared Deals</pluralLabel>
              <nameField><label>Deal Number</label><type>AutoNumber</type><displayFormat>SD-{0000}</displayFormat></nameField>
              <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>
            </CustomObject>
            """);
        Write("objects/Region__c/Region__c.object-meta.xml", """
            <CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
              <label>Region</label><pluralLabel>Regions</pluralLabel><nameField><label>Region Name</label><type>Text</type></nameField>
            </CustomObject>
            """);
        Field(Deal, "Clazar_Id__c", "Text", "<length>36</length><externalId>true</externalId><unique>true</unique><caseSensitive>false</caseSensitive>");
        Field(Deal, "Group_Key__c", "Text", "<length>20</length><externalId>true</externalId>");
        Field(Deal, "Exact_Key__c", "Text", "<length>20</length><unique>true</unique><caseSensitive>true</caseSensitive>");
        Field(Deal, "Project_Title__c", "Text", "<length>255</length>");
        Field(Deal, "Problem__c", "LongTextArea", "<length>2000</length><visibleLines>4</visibleLines>");
        Field(Deal, "Comment__c", "TextArea", "");
        Field(Deal, "Spend__c", "Currency", "<precision>16</precision><scale>2</scale>");
        Field(Deal, "Score__c", "Number", "<precision>5</precision><scale>1</scale>");
        Field(Deal, "Share__c", "Percent", "<precision>5</precision><scale>2</scale>");
        Field(Deal, "Starts__c", "Date", "");
        Field(Deal, "Synced__c", "DateTime", "");
        Field(Deal, "Submit__c", "Checkbox", "<defaultValue>false</defaultValue>");
        Field(Deal, "Contact_Email__c", "Email", "");
        Field(Deal, "Contact_Phone__c", "Phone", "");
        Field(Deal, "Site__c", "Url", "");
        Field(Deal, "Source_Type__c", "Text", "<length>40</length><defaultValue>\"Opportunity\"</defaultValue>");
        Field(Deal, "Motion__c", "Picklist", Values(restricted: true, "Net New Business", "Expansion", "Flat Renewal"));
        Field(Deal, "Review__c", "Picklist", Values(restricted: false, "Submitted", "Approved"));
        Field(Deal, "Needs__c", "MultiselectPicklist", Values(restricted: true, "Architectural Validation", "Business Presentation", "Pricing Assistance") + "<visibleLines>4</visibleLines>");
        Field(Deal, "Opportunity__c", "Lookup", "<referenceTo>Opportunity</referenceTo><relationshipName>Shared_Deals</relationshipName><deleteConstraint>SetNull</deleteConstraint>");
        Field(Deal, "Region__c", "Lookup", "<referenceTo>Region__c</referenceTo><relationshipName>Deals</relationshipName><deleteConstraint>Restrict</deleteConstraint>");
        Field("Opportunity", "Share_With_AWS__c", "Checkbox", "<defaultValue>false</defaultValue>");
        Write("permissionsets/Integration.permissionset-meta.xml", $"""
            <PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Integration</label>
              <fieldPermissions><editable>true</editable><field>{Deal}.Project_Title__c</field><readable>true</readable></fieldPermissions>
              <fieldPermissions><editable>false</editable><field>{Deal}.Review__c</field><readable>true</readable></fieldPermissions>
            </PermissionSet>
            """);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public static string Values(bool restricted, params string[] values) =>
        $"<valueSet><restricted>{(restricted ? "true" : "false")}</restricted><valueSetDefinition><sorted>false</sorted>"
        + string.Concat(values.Select(v => $"<value><fullName>{v}</fullName><default>false</default><label>{v}</label></value>"))
        + "</valueSetDefinition></valueSet>";

    public void Field(string owner, string name, string type, string rest) => Write($"objects/{owner}/fields/{name}.field-meta.xml", $"""
        <CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
          <fullName>{name}</fullName><label>{name.Replace("__c", "").Replace('_', ' ')}</label><type>{type}</type>{rest}
        </CustomField>
        """);

    public void Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, "force-app", "main", "default", name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
