using SyncWorker.Core.Adoption;
using SyncWorker.Hosting;
using SyncWorker.Settling;
using SyncWorker.State;

namespace SyncWorker.Adoption;

/// <summary>Carries out what people decided in the file of day one. What was done before is left as it is, so the same file may be applied again.</summary>
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
        var aws = problems.Count > 0 ? [] : (await inventory.AtAwsAsync(cancellation)).ToDictionary(o => o.Id);
        if (problems.Count == 0) problems.AddRange(await CheckAsync(lines, aws, cancellation));
        if (problems.Count > 0) throw new ConfigurationProblemException([.. problems.Select(p => $"{file}:{p.Line}, {p.Column}: {p.Problem}.")]);
        var (each, applied) = (new OneByOne(), new Applied());
        foreach (var line in lines.Where(l => l.Row.Length == 0))
        {
            if (await each.TryAsync(() => ApplyAsync(line, aws[line.Aws], Chosen(lines, line), applied, cancellation)) is { } error) applied.Failed.Add($"{line.Aws}: {OneByOne.Words(error)}");
        }

        return applied;
    }

    private async Task<IEnumerable<(int, string, string)>> CheckAsync(IReadOnlyList<AdoptLine> lines, Dictionary<string, AwsOpportunity> aws, CancellationToken cancellation)
    {
        var known = await salesforce.ReadAsync([], cancellation);
        var seen = await salesforce.OpportunitiesAsync(lines.Where(l => l.Decision == Decide.Adopt).Select(l => RecordId.Long(l.SalesforceId)).OfType<string>(), cancellation);
        var links = await store.LinksAsync(cancellation);
        var isLive = (await store.ConnectionAsync(cancellation)).IsLive;
        var problems = new AdoptCheck(maps.Current, aws, seen, known.Pasted, known.Linked).Problems(lines);
        return isLive ? problems.Concat(lines.Where(l => l is { Row: "", Decision: not "" } && !IsDone(l, links))
            .Select(l => (l.At, AdoptFile.Decision, $"the connection is live, where {l.Aws} is linked by itself. Put its number into an empty co-sell record instead, and take the line out"))) : problems;
    }

    private static bool IsDone(AdoptLine line, IReadOnlyList<LinkState> links) =>
        links.FirstOrDefault(l => l.Link.OpportunityId == line.Aws) is { } link && (line.Decision == Decide.Ignore ? link.Link.IsLeftAlone : link.Link.RecordId is not null);

    private HashSet<string> Chosen(IReadOnlyList<AdoptLine> lines, AdoptLine deal) =>
        [.. lines.Where(l => l.Aws == deal.Aws && l.Row.Length > 0 && l.Decision == Decide.Send).Select(l => maps.Current[l.Row].Unit)];

    private async Task ApplyAsync(AdoptLine line, AwsOpportunity aws, HashSet<string> chosen, Applied applied, CancellationToken cancellation)
    {
        if (line.Decision == Decide.Ignore)
        {
            if (await adopter.LeaveAloneAsync(aws.Id, cancellation)) Log.LeftAlone(logger, aws.Id);
            applied.Ignored++;
        }
        else if (line.Decision.Length == 0) applied.Undecided++;
        else await AdoptAsync(line, aws, chosen, applied, cancellation);
    }

    private async Task AdoptAsync(AdoptLine line, AwsOpportunity aws, HashSet<string> chosen, Applied applied, CancellationToken cancellation)
    {
        if (await store.FindByOpportunityAsync(aws.Id, cancellation) is { } state && Adopter.IsAdopted(state))
        {
            applied.Before++;
            return;
        }

        var isRecord = RecordId.Long(line.SalesforceId) is { } id && !id.StartsWith(KnownToSalesforce.OpportunityPrefix, StringComparison.Ordinal);
        var problem = isRecord ? await adopter.AdoptIntoAsync(RecordId.Long(line.SalesforceId)!, cancellation) : await adopter.AdoptAsync(aws, RecordId.Long(line.SalesforceId), chosen, cancellation);
        if (problem is null) applied.Adopted++;
        else applied.Failed.Add($"{aws.Id}: {problem}.");
    }
}
