using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Salesforce.Package;

namespace SyncWorker.Salesforce.Describes;

/// <summary>Whether every mapped field exists, is readable, writable where it must be, of a type that fits, long enough, and knows the values it will be given.</summary>
internal static class FieldCheck
{
    private const string Deploy = "Deploy the org package and give the integration user the permission set AWS Co-Sell Integration.";

    public static IReadOnlyList<FieldFinding> Of(FieldMap map, OrgObjects org) => org.Record is not { } record
        ? [new FieldFinding(null, FindingEffect.Stops, $"The org has no object {map.RecordType}, or the integration user may not read it.", Deploy)]
        : [.. WorkersOwn(map, org, record), .. map.Rows.Where(r => r.Flow != Flow.None).SelectMany(r => Own(r, record).Concat(Followed(r, org)))];

    /// <summary>Without its bookkeeping the worker cannot know its own writes, and without the tick nobody asks it to submit.</summary>
    private static IEnumerable<FieldFinding> WorkersOwn(FieldMap map, OrgObjects org, DescribedObject record)
    {
        foreach (var name in CoSellQuery.Own)
        {
            var row = map.Rows.FirstOrDefault(r => r.Object is null && r.Fields.Contains(name));
            if (!record.Fields.TryGetValue(name, out var field)) yield return new FieldFinding(row, FindingEffect.Stops, Lacks(record, name), Deploy);
            else if (!field.IsWritable && !Writers.IsWord(name)) yield return new FieldFinding(row, FindingEffect.Stops, $"the integration user may not write {record.Name}.{name}.", Deploy);
        }

        if (org.ByPath.GetValueOrDefault(CoSellFields.OpportunityRelation) is { } opportunity && !opportunity.Fields.ContainsKey(CoSellFields.ShareWithAws))
            yield return new FieldFinding(map.Rows.FirstOrDefault(r => r.Fields.Contains(CoSellFields.ShareWithAws)), FindingEffect.Stops, Lacks(opportunity, CoSellFields.ShareWithAws), Deploy);
    }

    private static IEnumerable<FieldFinding> Own(Row row, DescribedObject record)
    {
        foreach (var name in row.Fields.Where(f => !CoSellQuery.Own.Contains(f)))
        {
            if (!record.Fields.TryGetValue(name, out var field)) yield return new FieldFinding(row, FindingEffect.Disables, Lacks(record, name), Deploy);
            else foreach (var finding in Fit(row, record, field, isSecond: name != row.Fields[0])) yield return finding;
        }
    }

    private static IEnumerable<FieldFinding> Fit(Row row, DescribedObject record, DescribedField field, bool isSecond)
    {
        var (name, type) = ($"{record.Name}.{field.Name}", isSecond ? "Email" : FieldType.Of(row));
        var isWritten = row.Flow is Flow.Both or Flow.ToSalesforce || row.Follows is not null;
        if (!FieldKind.Fits(FieldKind.OfMetadata(type), field))
        {
            yield return new FieldFinding(row, FindingEffect.Disables, $"{name} holds {FieldKind.OfDescribe(field.Type)}, and the row needs {FieldKind.OfMetadata(type)}.", "Map a field of that type, or give the row the codec that fits.");
            yield break;
        }

        if (!isWritten) yield break;
        if (!field.IsWritable)
            yield return new FieldFinding(row, FindingEffect.Disables, $"the integration user may not write {name}, or it is a formula.", "Let the integration user edit it, or map another field.");
        if (!isSecond && row.Length > field.Length && field.Length > 0 && field.Type is "string" or "textarea" or "url" or "email" or "phone")
            yield return new FieldFinding(row, FindingEffect.Told, $"{name} takes {field.Length} characters, and the row {row.Length}.", "Make the field longer; until then a longer text is held.");
        string[] lacking = field.IsRestricted ? [.. FieldType.Values(row).Where(v => !field.Values.Contains(v, StringComparer.OrdinalIgnoreCase))] : [];
        if (lacking.Length > 0)
            yield return new FieldFinding(row, FindingEffect.Told, $"the restricted picklist {name} lacks {string.Join(", ", lacking.Select(v => $"'{v}'"))}.", "Add them, or lift the restriction; until then such a value is held.");
    }

    private static IEnumerable<FieldFinding> Followed(Row row, OrgObjects org)
    {
        if (row.Follows is not { } follows) yield break;
        var name = follows.Path[(follows.Holder.Length + 1)..];
        var wanted = FieldKind.OfMetadata(FieldType.Of(row));
        if (!org.ByPath.TryGetValue(follows.Holder, out var holder))
            yield return new FieldFinding(row, FindingEffect.Disables, $"the org has no relationship {follows.Holder}, or the integration user may not read what it leads to.", "Correct follows, or let the integration user read it.");
        else if (!holder.Fields.TryGetValue(name, out var field))
            yield return new FieldFinding(row, FindingEffect.Disables, Lacks(holder, name), "Correct follows, or let the integration user read the field.");
        else if (!FieldKind.Fits(wanted, field))
            yield return new FieldFinding(row, FindingEffect.Disables, $"{holder.Name}.{name} holds {FieldKind.OfDescribe(field.Type)}, and the row needs {wanted}.", "Follow a field of that type.");
        else if (WithoutPartner(row, field) is { Length: > 0 } values)
            yield return new FieldFinding(row, FindingEffect.Told, $"{holder.Name}.{name} has {string.Join(", ", values.Select(v => $"'{v}'"))} without a partner at AWS.", $"Add {(values.Length == 1 ? "it" : "them")} to {row.Values!.Name} in picklists.yaml.");
    }

    private static string[] WithoutPartner(Row row, DescribedField field) => row.Values is not { Otherwise: false, Open: false } values ? []
        : [.. field.Values.Where(v => !values.ToAws.ContainsKey(v) && !values.Aws.Contains(v, StringComparer.OrdinalIgnoreCase))];

    private static string Lacks(DescribedObject holder, string field) => $"the org has no field {holder.Name}.{field}, or the integration user may not read it.";
}
