using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.State;

namespace SyncWorker.Commands.Explain;

/// <summary>When each row was last sent, and to which side, from the journal.</summary>
internal static class LastWrites
{
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<JournalRecord> journal)
    {
        var last = new Dictionary<string, string>();
        foreach (var record in journal.Where(j => j.Kind is JournalKind.Sending or JournalKind.Write))
        {
            var detail = JsonNode.Parse(record.Detail)!;
            foreach (var row in (detail["Rows"] as JsonArray ?? []).Select(r => r!["Row"]!.GetValue<string>()))
                last[row] = $"{(record.Kind == JournalKind.Write ? "written to" : "sent to")} {Named(detail["Side"]?.GetValue<string>())} {At(record.At)} (entry {record.Number})";
        }

        return last;
    }

    private static string Named(string? side) => side == "PartnerCentral" ? "AWS" : "Salesforce";

    /// <summary>A time as the verbs write it.</summary>
    public static string At(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
