using System.Xml.Linq;
using SyncWorker.Configuration;
using SyncWorker.Core.Mapping;
using SyncWorker.Salesforce.Package;

namespace SyncWorker.Tests.Salesforce.Package;

/// <summary>The org package of the shipped map.</summary>
internal static class ShippedPackage
{
    private const string Objects = "force-app/main/default/objects/";

    public static FieldMap Map { get; } = FieldMapLoader.Load(Repository.Config).Map!;

    public static IReadOnlyDictionary<string, string> Files { get; } = OrgPackage.Generate(Map).ToDictionary(f => f.Path, f => f.Text);

    public static IEnumerable<XElement> AllFields => Files.Where(f => f.Key.EndsWith(".field-meta.xml", StringComparison.Ordinal)).Select(f => XElement.Parse(f.Value));

    /// <summary>A file by how its path ends.</summary>
    public static XElement File(string end) => XElement.Parse(Files.Single(f => f.Key.EndsWith(end + "-meta.xml", StringComparison.Ordinal)).Value);

    public static XElement Field(string field, string of = "AWS_Co_Sell_Opportunity__c") => XElement.Parse(Files[$"{Objects}{of}/fields/{field}.field-meta.xml"]);

    public static XElement PermissionSet(string name) => XElement.Parse(Files[$"force-app/main/default/permissionsets/AWS_Co_Sell_{name}.permissionset-meta.xml"]);

    public static string? Text(this XElement element, string name) => element.Element(element.Name.Namespace + name)?.Value;

    public static IEnumerable<XElement> All(this XElement element, string name) => element.Descendants(element.Name.Namespace + name);
}
