using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SyncWorker.Core.Mapping.AwsFacts;

/// <summary>Members that AWS takes only beside one value of another member: an update that changes this to another value has to clear them, or AWS refuses it.</summary>
public static class TakenBeside
{
    private static readonly (string Member, string Value, ImmutableArray<MemberPath> Beside)[] Table =
    [
        ("Marketing.Source", "Marketing Activity", [Path("Marketing.CampaignName"), Path("Marketing.UseCases"), Path("Marketing.Channels"), Path("Marketing.AwsFundingUsed")]),
        ("Marketing.AwsFundingUsed", "Yes", [Path("Marketing.UseCases")]),
        ("LifeCycle.Stage", "Closed Lost", [Path("LifeCycle.ClosedLostReason")]),
        ("Project.CompetitorName", "*Other", [Path("Project.OtherCompetitorNames")]),
    ];

    /// <summary>Whether a name is that of such a member, such as <c>Marketing.UseCases</c>.</summary>
    public static bool IsMember(string name) => Table.Any(t => t.Beside.Any(b => b.Member == name));

    /// <summary>The members of the opportunity that cannot stay when a member gets a value.</summary>
    /// <param name="member">The member, such as <c>Marketing.Source</c>.</param>
    /// <param name="value">Its new value; null where it is cleared.</param>
    public static IEnumerable<MemberPath> ClearedBy(MemberPath member, JsonNode? value) => Table.Where(t => t.Member == member.Member && t.Value != (value as JsonValue)?.ToString()).SelectMany(t => t.Beside);

    /// <summary>The members of the opportunity that AWS clears when something is associated with it: a real solution takes the place of the described one.</summary>
    /// <param name="entityType">AWS's RelatedEntityType, such as <c>Solutions</c>.</param>
    public static IEnumerable<MemberPath> ClearedByAssociating(string entityType) => entityType == "Solutions" ? [Path("Project.OtherSolutionDescription")] : [];

    private static MemberPath Path(string member) => MemberPath.TryParse($"opportunity.{member}", out var path, out var problem) ? path : throw new InvalidOperationException(problem);
}
