using System.Xml.Linq;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Salesforce.Package;

/// <summary>The page of a co-sell record: the map's sections, what people act on first. Nobody edits there what AWS owns.</summary>
internal static class LayoutFile
{
    private const string FirstRows = "Opportunity Details";

    private static readonly string[] Switches =
        ["showEmailCheckbox", "showHighlightsPanel", "showInteractionLogPanel", "showRunAssignmentRulesCheckbox", "showSubmitAndAttachButton"];

    public static string Of(FieldMap map)
    {
        // The nonce tells people nothing.
        var rows = map.Rows.Where(r => r.Object is null && !r.Fields.Contains(CoSellFields.SyncNonce)).ToArray();
        var published = rows.Where(r => r.IsPublished).Select(Heading).ToHashSet();
        return Metadata.Document("Layout",
        [
            .. rows.GroupBy(Heading).OrderBy(s => published.Contains(s.Key)).Select(s => Section(s.Key, [.. Standing(s.Key), .. s.SelectMany(Items)])),
            Section("System Information", [Item("Readonly", "CreatedById"), Item("Readonly", "LastModifiedById")], isOwn: false),
            Metadata.Of("relatedLists", [Metadata.Of("relatedList", "RelatedEntityHistoryList")]),
            .. Switches.Select(s => Metadata.Of(s, false)),
        ]);
    }

    /// <summary>The heading that a row stands under; the table's first rows have none of their own.</summary>
    public static string Heading(Row row) => row.Section.Length > 0 ? row.Section : FirstRows;

    private static XElement[] Standing(string heading) => heading == FirstRows ? [Item("Readonly", "Name"), Item("Edit", "OwnerId")] : [];

    private static IEnumerable<XElement> Items(Row row) => row.Fields.Select(f => Item(Writers.IsPeoples(row) ? "Edit" : "Readonly", f));

    private static XElement Item(string behaviour, string field) => Metadata.Of("layoutItems", [Metadata.Of("behavior", behaviour), Metadata.Of("field", field)]);

    private static XElement Section(string heading, XElement[] items, bool isOwn = true) => Metadata.Of("layoutSections",
    [
        Metadata.Of("customLabel", isOwn),
        Metadata.Of("detailHeading", true),
        Metadata.Of("editHeading", true),
        Metadata.Of("label", heading),
        .. items.Chunk((items.Length + 1) / 2).Select(half => Metadata.Of("layoutColumns", half)),
        .. items.Length == 1 ? [Metadata.Of("layoutColumns", Array.Empty<XElement>())] : Array.Empty<XElement>(),
        Metadata.Of("style", "TwoColumnsTopToBottom"),
    ]);
}
