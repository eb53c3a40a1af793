using System.Globalization;
using System.Xml.Linq;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Salesforce.Package;

/// <summary>A record-triggered flow that sees to the owner of co-sell records. What it cannot do, such as giving a record to somebody without access to it, blocks nobody's save.</summary>
/// <param name="Name">Its API name.</param>
/// <param name="Label">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Elements">Its elements and where it starts, for the co-sell object's name.</param>
internal sealed record OwnerFlow(string Name, string Label, string Description, Func<string, IEnumerable<XElement>> Elements)
{
    public string Xml(FieldMap map) => Metadata.Document("Flow",
        ((XElement?[])
        [
            Metadata.Of("apiVersion", OrgPackage.ApiVersion),
            Metadata.Of("description", Description),
            Metadata.Of("environments", "Default"),
            Metadata.Of("interviewLabel", Label + " {!$Flow.CurrentDateTime}"),
            Metadata.Of("label", Label),
            Metadata.Of("processType", "AutoLaunchedFlow"),
            Metadata.Of("status", "Active"),
            .. Elements(map.RecordType),
        ]).OfType<XElement>().OrderBy(e => e.Name.LocalName, StringComparer.Ordinal));

    /// <summary>An element of the flow, in its place on the canvas.</summary>
    public static XElement Element(string kind, string name, string label, int place, params IEnumerable<XElement?> content) => Metadata.Of(kind,
        [Metadata.Of("name", name), Metadata.Of("label", label), Metadata.Of("locationX", 176), Metadata.Of("locationY", (134 + place * 108).ToString(CultureInfo.InvariantCulture)), .. content]);

    /// <summary>Where the flow starts.</summary>
    public static XElement Start(string target, string on, string when, string trigger, params IEnumerable<XElement?> conditions) => Metadata.Of("start",
        [Metadata.Of("locationX", 50), Metadata.Of("locationY", 0), Connector("connector", target), .. conditions, Metadata.Of("object", on), Metadata.Of("recordTriggerType", when), Metadata.Of("triggerType", trigger)]);

    public static XElement Connector(string kind, string target) => Metadata.Of(kind, [Metadata.Of("targetReference", target)]);

    public static XElement Filter(string field, string comparison, string kind, object value) =>
        Metadata.Of("filters", [Metadata.Of("field", field), Metadata.Of("operator", comparison), Metadata.Of("value", [Metadata.Of(kind, value)])]);

    public static XElement Condition(string left, string comparison, string kind, object value) =>
        Metadata.Of("conditions", [Metadata.Of("leftValueReference", left), Metadata.Of("operator", comparison), Metadata.Of("rightValue", [Metadata.Of(kind, value)])]);
}
