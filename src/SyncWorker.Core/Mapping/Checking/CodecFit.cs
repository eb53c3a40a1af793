using System.Collections.Immutable;
using SyncWorker.Core.Mapping.AwsFacts;

namespace SyncWorker.Core.Mapping.Checking;

/// <summary>Which codec reads which kind of member.</summary>
internal static class CodecFit
{
    private static readonly ImmutableDictionary<string, ImmutableArray<MemberKind>> Kinds = new Dictionary<string, ImmutableArray<MemberKind>>
    {
        ["country"] = [MemberKind.Enum],
        ["date"] = [MemberKind.Date],
        ["dateTime"] = [MemberKind.Timestamp],
        ["email"] = [MemberKind.Email],
        ["flag"] = [MemberKind.Flag],
        ["id"] = [MemberKind.Text],
        ["is"] = [MemberKind.Enum, MemberKind.Text],
        ["money"] = [MemberKind.Amount],
        ["name"] = [MemberKind.Object],
        ["person"] = [MemberKind.Object],
        ["phone"] = [MemberKind.Phone],
        ["picklist"] = [MemberKind.Enum, MemberKind.Text],
        ["postalCode"] = [MemberKind.Text],
        ["set"] = [MemberKind.Enums, MemberKind.Texts],
        ["solutions"] = [MemberKind.Texts],
        ["state"] = [MemberKind.Text],
        ["text"] = [MemberKind.Text, MemberKind.Number],
        ["website"] = [MemberKind.Website],
        ["yesNo"] = [MemberKind.Enum],
    }.ToImmutableDictionary();

    public static bool Reads(string codec, AwsMember member) => Kinds[codec].Contains(member.Kind) && codec switch
    {
        "country" => member.List == "CountryCode",
        "person" or "name" => AwsMembers.All.Any(m => m.Root == member.Root && m.Path == member.Path + ".LastName"),
        "postalCode" => member.Path.EndsWith("PostalCode", StringComparison.Ordinal),
        "solutions" => member is { Root: PathRoot.Association, Path: "Solutions" },
        "state" => member.Path.EndsWith("StateOrRegion", StringComparison.Ordinal),
        _ => true,
    };

    /// <summary>The codecs that read a member.</summary>
    public static IEnumerable<string> For(AwsMember member) => Kinds.Keys.Where(codec => Reads(codec, member)).Order(StringComparer.Ordinal);
}
