using SyncWorker.Core.Adoption;
using SyncWorker.Core.Mapping;
using SyncWorker.Hosting;
using SyncWorker.Settling;
using SyncWorker.State;

namespace SyncWorker.Adoption;

/// <summary>
/// Carries out what people decided in the file of day one. What was done before is left as it is, so the same file may be applied again; what was decided anew since is carried out while nothing was
/// sent yet, or refused.
/// </summary>
internal sealed class Decisions(Adopter adopter, Inventory inventory, KnownToSalesforce salesforce, ISyncStore store, MapHolder maps, ILogger<Decisions> logger)
{
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <param name="cancellation">Stops between two opportunities.</param>
    /// <exception cref="ConfigurationProblemException">Something is wrong with the file: nothing was done.</exception>
    public async Task<Applied> ApplyAsync(string file, TextReader text, CancellationToken cancellation)
    {
        var problems = new List<(int Line, string Column, string Problem)>();
        var lines = AdoptFile.Read(text, problems);
        var isLive = (await store.ConnectionAsync(cancellation)).IsLive;
        var aws = problems.Count > 0 ? [] : (await inventory.AtAwsAsync(cancellation)).ToDictionary(o => o.Id);
        if (problems.Count == 0) problems.AddRange(await CheckAsync(lines, aws, isLive, cancellation));
        if (problems.Count > 0) throw new ConfigurationProblemException([.. problems.Select(p => $"{file}:{p.Line}, {p.Column}: {p.Problem}.")]);
        var (each, applied) = (new OneByOne(), new Applied());
        foreach (var line in lines.Where(l => l.Row.Length == 0))
        {
            AdoptLine[] rows = [.. lines.Where(l => l.Aws == line.Aws && l.Row.Length > 0)];
            if (await each.TryAsync(() => ApplyAsync(line, rows, aws[line.Aws], isLive, applied, cancellation)) is { } error) applied.Failed.Add($"{line.Aws}: {OneByOne.Words(error)}");
        }

        return applied;
    }

    private async Task<IEnumerable<(int, string, string)>> CheckAsync(IReadOnlyList<AdoptLine> lines, Dictionary<string, AwsOpportunity> aws, bool isLive, CancellationToken cancellation)
    {
        var known = await salesforce.ReadAsync([], cancellation);
        var seen = await salesforce.OpportunitiesAsync(lines.Where(l => l.Decision == Decide.Adopt).Select(l => RecordId.Long(l.SalesforceId)).OfType<string>(), cancellation);
        var links = (await store.LinksAsync(cancellation)).Where(l => l.Link.OpportunityId is not null).ToDictionary(l => l.Link.OpportunityId!);
        var begun = await BegunAsync(lines, links, cancellation);
        var problems = new AdoptCheck(maps.Current, aws, seen, known.Pasted, known.Linked, begun, isLive).Problems(lines);
        return isLive ? problems.Concat(lines.Where(l => l is { Row: "", Decision: not "" } && !IsDone(l, links.GetValueOrDefault(l.Aws)))
            .Select(l => (l.At, AdoptFile.Decision, $"the connection is live, where {l.Aws} is linked by itself. Put its number into an empty co-sell record instead, and take the line out"))) : problems;
    }

    private async Task<Dictionary<string, BegunDeal>> BegunAsync(IReadOnlyList<AdoptLine> lines, Dictionary<string, LinkState> links, CancellationToken cancellation)
    {
        var begun = new Dictionary<string, BegunDeal>();
        foreach (var state in lines.Select(l => l.Aws).Distinct().Select(links.GetValueOrDefault).OfType<LinkState>().Where(Adopter.IsBegun))
            begun[state.Link.OpportunityId!] = new BegunDeal(state.Link.RecordId, state.Link.MappedObjectId, await DecidedAsync(state, cancellation));
        return begun;
    }

    /// <summary>Of what has a record already, the check says what cannot be changed any more.</summary>
    private static bool IsDone(AdoptLine line, LinkState? link) => link is not null && (link.Link.RecordId is not null || (line.Decision == Decide.Ignore && link.Link.IsLeftAlone));

    private async Task<AdoptionDecision?> DecidedAsync(LinkState state, CancellationToken cancellation) => Journal.Decided(await store.JournalAsync(state.Link.Id, cancellation));

    private async Task ApplyAsync(AdoptLine line, AdoptLine[] rows, AwsOpportunity aws, bool isLive, Applied applied, CancellationToken cancellation)
    {
        if (line.Decision == Decide.Ignore)
        {
            if (await adopter.LeaveAloneAsync(aws.Id, cancellation)) Log.LeftAlone(logger, aws.Id);
            applied.Ignored++;
        }
        else if (line.Decision.Length == 0) applied.Undecided++;
        else if (await store.FindByOpportunityAsync(aws.Id, cancellation) is { } state && Adopter.IsAdopted(state, isLive)) await AdoptedAsync(state, rows, applied, cancellation);
        else if (await AdoptAsync(line, rows, aws, cancellation) is { } problem) applied.Failed.Add($"{aws.Id}: {problem}.");
        else applied.Adopted++;
    }

    private Task<string?> AdoptAsync(AdoptLine line, AdoptLine[] rows, AwsOpportunity aws, CancellationToken cancellation)
    {
        var id = RecordId.Long(line.SalesforceId);
        return id is null || id.StartsWith(KnownToSalesforce.OpportunityPrefix, StringComparison.Ordinal)
            ? adopter.AdoptAsync(aws, new AdoptionDecision(id, [.. rows.Where(r => r.Decision == Decide.Send).Select(r => r.Row)]), cancellation)
            : adopter.AdoptIntoAsync(id, cancellation);
    }

    /// <summary>What the check let pass of an opportunity that was adopted before: the same once more, or other rows to send while nothing was sent.</summary>
    private async Task AdoptedAsync(LinkState state, AdoptLine[] rows, Applied applied, CancellationToken cancellation)
    {
        var map = maps.Current;
        var before = await DecidedAsync(state, cancellation) ?? new AdoptionDecision(state.Link.MappedObjectId, []);
        var was = before.Units(map);
        var (sent, left) = (Units(map, rows.Where(r => r.Decision == Decide.Send)), Units(map, rows.Where(r => r.Decision != Decide.Send)));
        HashSet<string> chosen = [.. sent.Except(was)], kept = [.. left.Intersect(was)];
        if (chosen.Count == 0 && kept.Count == 0) applied.Before++;
        else
        {
            var decision = before with { Send = [.. before.Send.Where(r => map.Find(r) is { } row && !kept.Contains(row.Unit)), .. rows.Where(r => chosen.Contains(map[r.Row].Unit)).Select(r => r.Row)] };
            if (await adopter.DecideAnewAsync(state, decision, chosen, kept, cancellation) is { } problem) applied.Failed.Add($"{state.Link.OpportunityId}: {problem}.");
            else (applied.Before, applied.Anew) = (applied.Before + 1, applied.Anew + 1);
        }
    }

    private static HashSet<string> Units(FieldMap map, IEnumerable<AdoptLine> rows) => [.. rows.Select(r => map[r.Row].Unit)];
}
