using System.Text.Json.Nodes;

namespace SyncWorker.Core.Mapping.MemberPaths;

/// <summary>Reads members of AWS's documents.</summary>
public static class MemberReader
{
    /// <summary>
    /// What a document says at a path. The document is the one that the path's root stands for: the caller picks it. For <see cref="PathRoot.Association"/> it is
    /// RelatedEntityIdentifiers, for <see cref="PathRoot.TeamMember"/> the opportunity.
    /// </summary>
    public static MemberValue Read(JsonObject document, MemberPath path)
    {
        JsonNode? node = document;
        foreach (var step in path.Steps)
        {
            if (node is null)
                return MemberValue.Null;
            if (node is not JsonObject holder || !holder.TryGetPropertyValue(step.Name, out node))
                return MemberValue.Absent;
            if (!step.Picks || node is null)
                continue;
            if (node is not JsonArray list)
                return MemberValue.Absent;
            node = ListElement.Find(list, step) is >= 0 and var at ? list[at] : null;
        }
        return new MemberValue(true, node);
    }
}
