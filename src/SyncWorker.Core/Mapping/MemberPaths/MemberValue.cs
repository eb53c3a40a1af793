using System.Text.Json.Nodes;

namespace SyncWorker.Core.Mapping.MemberPaths;

/// <summary>What a document says at a path: nothing at all, null, or a value.</summary>
/// <param name="IsPresent">Whether the document has the member, be it null.</param>
/// <param name="Node">The value; null where the member is null or absent. It belongs to the document: clone it before putting it elsewhere.</param>
public readonly record struct MemberValue(bool IsPresent, JsonNode? Node)
{
    /// <summary>The document does not have the member, which is not the same as empty.</summary>
    public static MemberValue Absent { get; }

    /// <summary>The member, or something on the way to it, is null; or the list has no such element.</summary>
    public static MemberValue Null { get; } = new(true, null);

    /// <summary>Whether the document lacks the member.</summary>
    public bool IsAbsent => !IsPresent;

    /// <summary>Whether the member is there and null.</summary>
    public bool IsNull => IsPresent && Node is null;
}
