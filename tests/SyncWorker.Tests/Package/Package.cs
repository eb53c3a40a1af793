using System.Xml.Linq;
using SyncWorker.Salesforce.Package;
using SyncWorker.Tests.Configuration;

namespace SyncWorker.Tests.Package;

/// <summary>The org package of the shipped map.</summary>
internal static class Package
{
    private const string Objects = "force-app/main/default/objects/";

    public static IReadOnlyDictionary<string, string> Files { get; } = OrgPackage.Generate(Shipped.Map).ToDictionary(f => f.Path, f => f.Text);

    public static XElement Field(string field, string of = "AWS_Co_Sell_Opportunity__c") => XElement.Parse(Files[$"{Objects}{of}/fields/{field}.field-meta.xml"]);

    public static XElement PermissionSet(string name) => XElement.Parse(Files[$"force-app/main/default/permissionsets/AWS_Co_Sell_{name}.permissionset-meta.xml"]);

    public static string? Text(this XElement element, string name) => element.Element(element.Name.Namespace + name)?.Value;

    public static IEnumerable<XElement> All(this XElement element, string name) => element.Descendants(element.Name.Namespace + name);
}
