using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SyncWorker.Core.Mapping.AwsFacts;

/// <summary>Members that AWS takes only beside one value of another member: an update that changes this to another value has to clear them, or AWS refuses it.</summary>
public static class TakenBeside
{
    private static readonly (string Member, string Value, ImmutableArray<string> Beside)[] Table =
    [
        ("Marketing.Source", "Marketing Activity", ["Marketing.CampaignName", "Marketing.UseCases", "Marketing.Channels", "Marketing.AwsFundingUsed"]),
        ("Marketing.AwsFundingUsed", "Yes", ["Marketing.UseCases"]),
        ("LifeCycle.Stage", "Closed Lost", ["LifeCycle.ClosedLostReason"]),
        ("Project.CompetitorName", "*Other", ["Project.OtherCompetitorNames"]),
    ];

    /// <summary>Whether a name is that of such a member, such as <c>Marketing.UseCases</c>.</summary>
    public static bool IsMember(string name) => Table.Any(t => t.Beside.Contains(name));

    /// <summary>The members of the opportunity that cannot stay when a member gets a value.</summary>
    /// <param name="member">The member, such as <c>Marketing.Source</c>.</param>
    /// <param name="value">Its new value; null where it is cleared.</param>
    public static IEnumerable<string> ClearedBy(string member, JsonNode? value) => Table.Where(t => t.Member == member && t.Value != (value as JsonValue)?.ToString()).SelectMany(t => t.Beside);
}
