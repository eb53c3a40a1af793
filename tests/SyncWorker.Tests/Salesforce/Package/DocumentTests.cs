using System.Xml.Linq;

namespace SyncWorker.Tests.Salesforce.Package;

/// <summary>Each document against what the Metadata API wants of its type (Metadata API Developer Guide), besides Salesforce's own library.</summary>
public sealed class DocumentTests
{
    private static readonly Dictionary<string, string[]> Needed = new()
    {
        ["CustomObject"] = ["label", "pluralLabel", "nameField", "deploymentStatus", "sharingModel"],
        ["CustomField"] = ["fullName", "label", "type"],
        ["CompactLayout"] = ["fullName", "fields", "label"],
        ["ListView"] = ["fullName", "filterScope", "label", "columns"],
        ["Layout"] = ["layoutSections"],
        ["CustomTab"] = ["customObject", "motif"],
        ["QuickAction"] = ["label", "optionsCreateFeedItem", "quickActionLayout", "targetObject", "targetParentField", "type"],
        ["Queue"] = ["name", "queueSobject"],
        ["Flow"] = ["apiVersion", "label", "processType", "start", "status"],
        ["PermissionSet"] = ["label", "hasActivationRequired", "fieldPermissions", "objectPermissions"],
        ["ReportType"] = ["baseObject", "category", "deployed", "label", "sections"],
        ["ReportFolder"] = ["name", "folderShares"],
        ["Report"] = ["columns", "format", "name", "reportType", "scope", "timeFrameFilter"],
    };

    private static readonly Dictionary<string, string[]> OfFieldType = new()
    {
        ["Text"] = ["length"], ["LongTextArea"] = ["length", "visibleLines"], ["Currency"] = ["precision", "scale"], ["Checkbox"] = ["defaultValue"], ["Picklist"] = ["valueSet"],
        ["MultiselectPicklist"] = ["valueSet", "visibleLines"], ["Lookup"] = ["referenceTo", "relationshipName", "relationshipLabel", "deleteConstraint"], ["Date"] = [], ["DateTime"] = [], ["Email"] = [],
        ["Phone"] = [], ["Url"] = [],
    };

    [Fact]
    public void A_document_has_what_its_type_needs() => Assert.All(Documents, d => Assert.All(Needed[d.Name.LocalName], n => Assert.NotNull(d.Element(d.Name.Namespace + n))));

    [Fact]
    public void Every_type_is_there() => Assert.Equal(Needed.Keys.Order(), Documents.Select(d => d.Name.LocalName).Distinct().Order());

    [Fact]
    public void A_field_has_what_its_own_type_needs() =>
        Assert.All(ShippedPackage.AllFields, f => Assert.All(OfFieldType[f.Text("type")!], n => Assert.NotNull(f.Element(f.Name.Namespace + n))));

    [Fact]
    public void Elements_of_a_kind_stand_together() => Assert.All(Documents.SelectMany(d => d.DescendantsAndSelf()), e =>
    {
        var names = e.Elements().Select(c => c.Name.LocalName).ToArray();
        Assert.Equal(names.Distinct().Count(), names.Where((n, at) => at == 0 || names[at - 1] != n).Count());
    });

    [Fact]
    public void A_documents_name_is_its_files()
    {
        foreach (var (path, text) in ShippedPackage.Files.Where(f => f.Key.EndsWith(".xml", StringComparison.Ordinal)))
            if (XElement.Parse(text).Text("fullName") is { } name) Assert.Equal(path.Split('/')[^1].Split('.')[0], name);
    }

    [Fact]
    public void Every_custom_field_that_is_named_anywhere_exists()
    {
        var fields = ShippedPackage.AllFields.Select(f => f.Text("fullName")!).Append("AWS_Co_Sell_Opportunity__c").Append("AWS_Co_Sell_Opportunities__c").ToHashSet();
        var named = ShippedPackage.Files.Values.SelectMany(t => System.Text.RegularExpressions.Regex.Matches(t, @"\b[A-Za-z]\w*__c\b").Select(m => m.Value)).Distinct();
        Assert.All(named, n => Assert.Contains(n, fields));
    }

    private static IEnumerable<XElement> Documents => ShippedPackage.Files.Where(f => f.Key.EndsWith(".xml", StringComparison.Ordinal)).Select(f => XElement.Parse(f.Value));
}
