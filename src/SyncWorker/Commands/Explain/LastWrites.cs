using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Reconciliation;
using SyncWorker.State;

namespace SyncWorker.Commands.Explain;

/// <summary>When each row was last sent, to which side, by which rule, and what became of it, from the journal.</summary>
internal static class LastWrites
{
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<JournalRecord> journal)
    {
        var (last, sent) = (new Dictionary<string, string>(), (JsonNode?)null);
        foreach (var record in journal.Where(j => j.Kind is JournalKind.Sending or JournalKind.Write or JournalKind.Refused or JournalKind.Stale or JournalKind.Failed or JournalKind.Unanswered))
        {
            var detail = JsonNode.Parse(record.Detail)!;

            // A line without rows of its own tells of the write that was about to go before it.
            var isItsEnd = sent is not null && record.Kind != JournalKind.Sending && (string?)sent["Step"] == (string?)detail["Step"];
            if (record.Kind == JournalKind.Sending) Tell(detail, "sent to", null);
            else if (record.Kind == JournalKind.Write) Tell(detail, "written to", null);
            else if (isItsEnd && IsNotTaken(record.Kind, detail)) Tell(sent!, "not taken by", Reason(record.Kind, detail));
            sent = record.Kind == JournalKind.Sending ? detail : isItsEnd ? null : sent;

            void Tell(JsonNode write, string what, string? problem)
            {
                foreach (var row in write["Rows"] as JsonArray ?? [])
                    last[row!["Row"]!.GetValue<string>()] = $"{what} {Named((string?)write["Side"])} {At(record.At)} (entry {record.Number}){((problem ?? Rule(row)) is { } why ? $": {why}" : "")}";
            }
        }

        return last;
    }

    /// <summary>What was sent before, and stayed without an answer, may have landed although the last try was refused.</summary>
    private static bool IsNotTaken(string kind, JsonNode detail) => kind != JournalKind.Unanswered && (bool?)detail["MayHaveLanded"] != true;

    private static string Reason(string kind, JsonNode detail) => kind == JournalKind.Stale && (string?)detail["Step"] != nameof(StepKind.CreateOpportunity)
        ? "it had changed since it was read" : (string?)detail["Words"] ?? (string?)detail["Code"] ?? kind;

    /// <summary>The rule that decided; null where the line names none that is known.</summary>
    private static string? Rule(JsonNode row) => Enum.TryParse<WriteRule>((string?)row["Rule"], out var rule) ? RuleWords.Of(rule) : null;

    private static string Named(string? side) => side == "PartnerCentral" ? "AWS" : "Salesforce";

    /// <summary>A time as the verbs write it.</summary>
    public static string At(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
