using SyncWorker.Core.Mapping.AwsFacts;

namespace SyncWorker.Core.Mapping.Checking;

/// <summary>Whether a row's paths exist at AWS and go with its flow.</summary>
internal static class PathCheck
{
    public static RowPaths Check(RowPage page, Flow? flow)
    {
        var read = page.Many("read").Select(text => Find(page, text)).ToArray();
        var (write, written) = page.One("write") is { } text ? Find(page, text) : (null, null);
        foreach (var (_, member) in read.Where(r => r.Member is { IsRead: false }))
            page.Add($"AWS does not give '{member}' back.", "Read it where AWS shows it, such as awsSummary.");
        if (written is { IsWritten: false })
            page.Add($"it is to be written to '{written}', which AWS owns.", "Let it flow toSalesforce, without write.");
        Direction(page, flow);
        return new RowPaths(
            [.. read.Select(r => r.Path).OfType<MemberPath>()], write, [.. read.Select(r => r.Member).Prepend(written).OfType<AwsMember>()], written);
    }

    private static void Direction(RowPage page, Flow? flow)
    {
        if (flow is Flow.Both or Flow.ToPartnerCentral && !page.Has("write"))
            page.Add("it flows to Partner Central and has no write path.", "Write write:, or let it flow toSalesforce.");
        if (flow is Flow.ToSalesforce or Flow.None && page.Has("write"))
            page.Add("it has a write path and does not flow to Partner Central.", "Leave write out, or let it flow both ways.");
        if (flow is Flow.Both && !page.Has("read"))
            page.Add("it flows to Salesforce and has no read path.", "Write read:.");
        if (flow is Flow.ToSalesforce && !page.Has("read") && !page.Has("derived"))
            page.Add("it flows to Salesforce and comes from nowhere.", "Write read:, or derived: with the rule that the worker makes it by.");
        if (page.Has("derived") && flow is Flow.Both or Flow.ToPartnerCentral)
            page.Add("it is derived and flows to Partner Central.", "What is derived flows toSalesforce.");
    }

    private static (MemberPath? Path, AwsMember? Member) Find(RowPage page, string text)
    {
        if (!MemberPath.TryParse(text, out var path, out var problem))
        {
            page.Add(problem, "Write a path such as opportunity.LifeCycle.Stage.");
            return (null, null);
        }
        if (AwsMembers.Find(path) is not { } member)
        {
            Missing(page, path);
            return (path, null);
        }
        foreach (var (name, value) in Selectors(path).Where(s => !Picks(s.Member, s.Value)).Select(s => (s.Name, s.Value)))
            page.Add($"'{text}' picks by {name}={value}, which AWS does not have.", "Pick by a member and one of AWS's values, such as BusinessTitle=PDM.");
        return (path, member);
    }

    private static bool Picks(AwsMember? member, string value) => member is not null && (member.Values.IsEmpty || member.Values.Contains(value));

    private static IEnumerable<(string Name, string Value, AwsMember? Member)> Selectors(MemberPath path) =>
        from at in Enumerable.Range(0, path.Steps.Length)
        from match in path.Steps[at].Matches
        select (match.Key, match.Value, AwsMembers.Find(path with { Steps = path.Steps[..(at + 1)].Add(new PathStep(match.Key, null, [])) }));

    private static void Missing(RowPage page, MemberPath path)
    {
        var plain = AwsMembers.Plain(path);
        var candidates = AwsMembers.All.Where(m => m.Root == path.Root).Select(m => m.ToString()).ToArray();
        if (candidates.FirstOrDefault(c => Bare(c) == Bare(plain)) is { } same)
        {
            var wrong = same.Length > plain.Length ? "goes through a list and picks no element" : "picks an element of what is no list of objects";
            page.Add($"'{path}' {wrong}.", $"AWS has '{same}'; pick an element where it says [].");
        }
        else
        {
            page.Add($"AWS has no member '{path}'.", Nearest.Of(plain, candidates) is { } near ? $"Did you mean '{near}'?" : "See GetOpportunity in AWS's API reference.");
        }
    }

    private static string Bare(string path) => path.Replace("[]", "", StringComparison.Ordinal);
}
