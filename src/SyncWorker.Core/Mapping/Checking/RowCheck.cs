using System.Collections.Immutable;

namespace SyncWorker.Core.Mapping.Checking;

/// <summary>Makes a row of what its author wrote, as far as it can be judged alone.</summary>
internal static class RowCheck
{
    private static readonly ImmutableDictionary<string, Flow> Flows = ImmutableDictionary.CreateRange(
        Enum.GetValues<Flow>().Select(f => KeyValuePair.Create(char.ToLowerInvariant(f.ToString()[0]) + f.ToString()[1..], f)));

    private const int LongestHelp = 510;

    /// <summary>The row; null where anything is wrong with it.</summary>
    public static Row? Check(RowPage page, IReadOnlyDictionary<string, ValueMap> valueMaps)
    {
        var before = page.Found;
        RowKeys.Check(page);
        Fields(page);
        var flow = ReadFlow(page);
        var paths = PathCheck.Check(page, flow);
        var codec = CodecCheck.Check(page, flow, paths, valueMaps);
        var follows = FollowCheck.Check(page, flow);
        Words(page, flow);
        var row = flow is { } way && codec is not null ? Build(page, way, codec, paths, follows) : null;
        if (row is not null)
            DefaultCheck.Check(page, row);
        return page.FoundSince(before) ? null : row;
    }

    private static void Fields(RowPage page)
    {
        foreach (var field in page.Many("field").Where(f => !ApiName.IsLegal(f)))
            page.Add($"'{field}' is not the API name of a Salesforce field.", "Use letters, digits and single underscores, such as Sale_Stage__c.");
        if (page.One("object") is { } other)
            Elsewhere(page, other);
        if (!page.Has("field"))
            return;
        var wanted = page.One("codec") == "person" ? 2 : 1;
        if (page.Many("field").Length != wanted)
            page.Add($"it has {page.Many("field").Length} field(s).", wanted == 2 ? "A person takes two: name and e-mail." : "Write one; only the codec 'person' takes two.");
    }

    // The worker reads and writes the co-sell record alone.
    private static void Elsewhere(RowPage page, string other)
    {
        if (!ApiName.IsLegal(other))
            page.Add($"'{other}' is not the API name of a Salesforce object.", "Write a name such as Opportunity.");
        if (page.One("flow") is not (null or "none"))
            page.Add($"it stands on {other} and flows.", "Only a field of the co-sell record flows: leave object out, or say flow: none and why.");
    }

    private static Flow? ReadFlow(RowPage page)
    {
        if (page.One("flow") is not { } word)
            return null;
        if (Flows.TryGetValue(word, out var flow))
            return flow;
        page.Add($"flow is '{word}'.", "Write both, toSalesforce, toPartnerCentral or none.");
        return null;
    }

    private static void Words(RowPage page, Flow? flow)
    {
        if (flow == Flow.None && !page.Has("reason"))
            page.Add("it does not flow and does not say why.", "Write reason:.");
        if (page.One("whenPast") is { } past && WhenPast.Parse(past) is null)
            page.Add($"whenPast is '{past}'.", "Write hold, today or today+15d.");
        if (page.Has("whenPast") && page.One("codec") != "date")
            page.Add("whenPast is for dates.", "Leave it out, or use the codec 'date'.");
        if (page.Flag("complete") && !page.Has("group"))
            page.Add("complete is for groups.", "Name the group, or leave complete out.");
        if (page.One("help") is { Length: > LongestHelp } help)
            page.Add($"help has {help.Length} characters.", $"Salesforce takes {LongestHelp}.");
    }

    private static Row Build(RowPage page, Flow flow, CodecChoice codec, RowPaths paths, Follow? follows) => new()
    {
        Label = page.Label,
        Section = page.Text.Section,
        Screen = page.Written("screen"),
        Fields = page.Many("field"),
        Object = page.One("object"),
        Follows = follows,
        Read = paths.Read,
        Write = paths.Write,
        Flow = flow,
        Reason = page.One("reason") ?? page.One("derived"),
        Codec = codec.Codec,
        Values = codec.Values,
        Length = codec.Length,
        Cut = codec.Cut,
        Default = page.One("default"),
        Group = page.One("group"),
        Complete = page.Flag("complete"),
        When = WhenCheck.Read(page),
        KeepWhenEmpty = page.Flag("keepWhenEmpty"),
        WhenPast = page.One("whenPast") is { } past ? WhenPast.Parse(past) : null,
        Derived = page.One("derived"),
        FieldType = page.One("type"),
        WriteStandard = page.Flag("writeStandard"),
        Required = page.Flag("required"),
        Help = page.Written("help"),
        HasHistory = page.Flag("history"),
        IsPublished = page.Text.IsPublished,
        Line = page.Text.Line,
    };
}
