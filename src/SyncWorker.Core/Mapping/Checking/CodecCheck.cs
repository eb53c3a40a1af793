using SyncWorker.Core.Mapping.AwsFacts;
using SyncWorker.Core.Mapping.Codecs;

namespace SyncWorker.Core.Mapping.Checking;

/// <summary>Makes a row's codec, and says where it does not go with the members that the row reads and writes.</summary>
internal static class CodecCheck
{
    public static CodecChoice? Check(RowPage page, Flow? flow, RowPaths paths, IReadOnlyDictionary<string, ValueMap> valueMaps)
    {
        // A row that does not flow needs no conversion.
        var name = page.One("codec") ?? (flow == Flow.None ? "text" : null);
        if (name is null)
        {
            page.Add("codec is missing.", "Write codec:.");
            return null;
        }
        if (!CodecTable.Names.Contains(name))
        {
            page.Add($"there is no codec '{name}'.", Nearest.Fix(name, CodecTable.Names, "Use"));
            return null;
        }
        foreach (var member in paths.Members.Where(m => !CodecFit.Reads(name, m)))
            page.Add($"the codec '{name}' does not read '{member}', which is {Kind(member)}.", $"Use {string.Join(" or ", CodecFit.For(member).Select(c => $"'{c}'"))}.");
        var values = ValueMapCheck.Check(page, name, flow, paths, valueMaps);
        var length = Length(page, name, paths);
        var cut = page.Flag("cut");
        if (cut && (name != "text" || length is null))
            page.Add("cut is for texts with a length.", "Leave it out, or write length:.");
        Argument(page, name, paths);
        var codec = CodecTable.Create(name, new CodecArguments(values, length, cut, page.One("argument")), out var problem);
        if (problem is not null)
            page.Add(problem, "Write argument: with AWS's own words.");
        return codec is null ? null : new CodecChoice(codec, values, length, cut);
    }

    private static int? Length(RowPage page, string codec, RowPaths paths)
    {
        var own = page.Number("length");
        if (own is not null && codec != "text")
            page.Add("length is for texts.", "Leave it out.");
        var aws = codec == "text" ? paths.Written?.Longest : null;
        if (own > aws)
            page.Add($"length is {own}; AWS takes {aws}.", $"Write {aws} or less, or leave length out.");
        return own ?? aws;
    }

    private static void Argument(RowPage page, string codec, RowPaths paths)
    {
        // A telephone number's argument is a country, and no value of AWS's.
        if (page.One("argument") is not { } argument || codec == "phone")
            return;
        if (codec is not ("is" or "yesNo"))
            page.Add("argument is for the codecs 'is', 'phone' and 'yesNo'.", "Leave it out.");
        foreach (var word in argument.Split('|').Where(word => paths.Members.Any(m => !m.Values.IsEmpty && !m.Values.Contains(word))))
            page.Add($"AWS has no value '{word}' there.", Nearest.Fix(word, [.. paths.Members.SelectMany(m => m.Values).Distinct()], "Use"));
    }

    private static string Kind(AwsMember member) => member.Kind switch
    {
        MemberKind.Texts => "a list of texts",
        MemberKind.Enum => $"a value of {member.List}",
        MemberKind.Enums => $"a list of values of {member.List}",
        MemberKind.Object => "an object",
        MemberKind.Amount or MemberKind.Email => $"an {member.Kind.ToString().ToLowerInvariant()}",
        _ => $"a {member.Kind.ToString().ToLowerInvariant()}",
    };
}
