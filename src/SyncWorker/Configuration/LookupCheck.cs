using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using YamlDotNet.RepresentationModel;

namespace SyncWorker.Configuration;

/// <summary>The lookup over which rows follow is a field of the map, and rows follow over nothing else.</summary>
internal static class LookupCheck
{
    public static void Check(string file, YamlNode? node, ImmutableArray<RowText> rows, List<Finding> findings)
    {
        var line = node is null ? 1 : YamlText.Line(node);
        var lookup = YamlText.Text(node);
        if (lookup != CoSellFields.Opportunity)
            findings.Add(new Finding(file, line, lookup.Length == 0 ? "lookup is missing." : $"lookup is '{lookup}'.", $"Write lookup: {CoSellFields.Opportunity}; the worker knows the co-sell record's lookup by that name."));
        else if (!rows.Any(r => r.Values.GetValueOrDefault("field", []).Contains(lookup)))
            findings.Add(new Finding(file, line, $"no row has the lookup's field {lookup}.", "Add the row Opportunity under beyond:, with flow: none."));
        foreach (var row in rows)
        {
            foreach (var path in row.Values.GetValueOrDefault("follows", []).Where(p => !p.StartsWith(CoSellFields.OpportunityRelation + ".", StringComparison.Ordinal)))
                findings.Add(new Finding(file, row.Line, $"Row '{string.Join(' ', row.Values.GetValueOrDefault("row", []))}': it follows '{path}', which is not over the lookup.", $"Begin the path with {CoSellFields.OpportunityRelation}."));
        }
    }
}
