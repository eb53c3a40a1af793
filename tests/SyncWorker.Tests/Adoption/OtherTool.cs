namespace SyncWorker.Tests.Adoption;

/// <summary>The shipped configuration with an org in which another tool keeps AWS's numbers in an object of its own.</summary>
internal sealed class OtherTool : IDisposable
{
    public const string Deal = "Rival_Deal__c";
    public const string Number = "ACE_Number__c";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("syncworker-other-tool-");

    public OtherTool()
    {
        foreach (var from in Directory.EnumerateFiles(Repository.Config, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(Folder, Path.GetRelativePath(Repository.Config, from));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
        }

        Write($"{Deal}.object-meta.xml", """
            <CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
              <label>Rival Deal</label><pluralLabel>Rival Deals</pluralLabel><nameField><label>Rival Number</label><type>AutoNumber</type><displayFormat>RD-{0000}</displayFormat></nameField>
            </CustomObject>
            """);
        Write($"fields/{Number}.field-meta.xml", Field(Number, "<type>Text</type><length>40</length>"));
        Write("fields/Opportunity__c.field-meta.xml", Field("Opportunity__c", "<type>Lookup</type><referenceTo>Opportunity</referenceTo><relationshipName>Rival_Deals</relationshipName><deleteConstraint>SetNull</deleteConstraint>"));
    }

    public string Folder => _folder.FullName;

    /// <summary>As shipped, and with the other tool's object named.</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Sync:StartLive"] = "false",
        ["Sync:PollOverlap"] = "00:00:30",
        ["Adopt:Sources:0:Object"] = Deal,
        ["Adopt:Sources:0:Field"] = Number,
        ["Adopt:Sources:0:Opportunity"] = "Opportunity__c",
    };

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Field(string name, string rest) => $"""
        <CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>{name}</fullName><label>{name}</label>{rest}</CustomField>
        """;

    private void Write(string name, string text)
    {
        var path = Path.Combine(Folder, "salesforce", "force-app", "main", "default", "objects", Deal, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
