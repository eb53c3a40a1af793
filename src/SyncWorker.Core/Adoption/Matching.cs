using System.Collections.Immutable;

namespace SyncWorker.Core.Adoption;

/// <summary>
/// Pairs opportunities that exist at AWS with the deals they are of in Salesforce: by AWS's number in Salesforce, by the Salesforce id at AWS, and, as a proposal only, by website, title and
/// close date. What has more than one answer is said and never guessed.
/// </summary>
public static class Matching
{
    /// <param name="aws">The opportunities at AWS that have no link.</param>
    /// <param name="known">What Salesforce knows.</param>
    public static ImmutableArray<Match> Of(IReadOnlyList<AwsOpportunity> aws, SalesforceKnown known)
    {
        var numbers = known.Holders.Where(h => h.Number is not null).ToLookup(h => OpportunityNumber.Read(h.Number) ?? "");
        var records = known.Holders.Where(h => h.Record != h.Opportunity).DistinctBy(h => h.Record).ToDictionary(h => h.Record);
        Match[] matches = [.. aws.Select(o => One(o, known, [.. numbers[o.Id]], records))];
        var proposals = known.Candidates.ToLookup(c => (c.Website, Plain(c.Name), c.CloseDate));
        var taken = matches.Where(m => m.SalesforceId is not null).Select(m => m.SalesforceId!).Concat(known.Linked.Keys).ToHashSet();
        return Unique([.. matches.Select(m => m.Kind == MatchKind.None && m.Aws is { Title: not null, Website: not null, CloseDate: not null } ? Proposed(m, proposals, taken) : m)]);
    }

    private static Match One(AwsOpportunity aws, SalesforceKnown known, NumberHolder[] holders, Dictionary<string, NumberHolder> records)
    {
        if (known.Pasted.GetValueOrDefault(aws.Id) is { Length: > 0 } pasted)
            return pasted is [var record] ? new Match(aws, MatchKind.Pasted, record, $"co-sell record {record} has the number") : new Match(aws, MatchKind.Ambiguous, null, $"the co-sell records {And(pasted)} have the number");
        var (byIdentifier, how, unknown) = ByIdentifier(aws, known, records);
        string[] named = [.. holders.Select(h => h.Opportunity).OfType<string>().Distinct()];
        var match = named switch
        {
            [] when byIdentifier is null => new Match(aws, MatchKind.None, null, holders is [var nameless, ..] ? $"{nameless.Where} of {nameless.Record} has the number, and names no Opportunity" : unknown ?? "no number and no identifier leads to an Opportunity"),
            [] => new Match(aws, MatchKind.Identifier, byIdentifier, how),
            [var one] when byIdentifier is null || byIdentifier == one => new Match(aws, MatchKind.Number, one, $"{holders[0].Where} of {holders[0].Record} has the number"),
            [var one] => new Match(aws, MatchKind.Ambiguous, null, $"the number leads to {one}, and {how} leads to {byIdentifier}"),
            _ => new Match(aws, MatchKind.Ambiguous, null, $"the number leads to {And(named)}"),
        };
        return match.SalesforceId is { } id && known.Linked.GetValueOrDefault(id) is { } other
            ? new Match(aws, MatchKind.Ambiguous, null, $"{match.Reason}, and {id} belongs to {other} already") : match;
    }

    /// <summary>The identifier is an Opportunity's id, or that of another tool's record which leads to one.</summary>
    private static (string? Id, string How, string? Unknown) ByIdentifier(AwsOpportunity aws, SalesforceKnown known, Dictionary<string, NumberHolder> records)
    {
        if (RecordId.Long(aws.Identifier) is not { } id) return (null, "", null);
        if (known.Opportunities.Contains(id)) return (id, $"PartnerOpportunityIdentifier {aws.Identifier}", null);
        if (!records.TryGetValue(id, out var record)) return (null, "", $"PartnerOpportunityIdentifier {aws.Identifier} is no record that the integration user can see");
        return record.Opportunity is { } opportunity
            ? (opportunity, $"PartnerOpportunityIdentifier {aws.Identifier}, a record of {record.Where.Split('.')[0]},", null)
            : (null, "", $"PartnerOpportunityIdentifier {aws.Identifier} is a record of {record.Where.Split('.')[0]} that names no Opportunity");
    }

    private static Match Proposed(Match match, ILookup<(string?, string?, string?), Candidate> candidates, HashSet<string> taken)
    {
        string[] alike = [.. candidates[(match.Aws.Website, Plain(match.Aws.Title), match.Aws.CloseDate)].Select(c => c.Id).Where(id => !taken.Contains(id))];
        const string By = "website, title and close date are the same";
        return alike switch
        {
            [] => match,
            [var one] => match with { Kind = MatchKind.Proposal, SalesforceId = one, Reason = By },
            _ => match with { Kind = MatchKind.Ambiguous, Reason = $"{By} as of {And(alike)}" },
        };
    }

    /// <summary>Two opportunities at AWS of one deal: only a person knows which one is worked on.</summary>
    private static ImmutableArray<Match> Unique(ImmutableArray<Match> matches)
    {
        var byDeal = matches.Where(m => m.SalesforceId is not null).ToLookup(m => m.SalesforceId);
        return [.. matches.Select(m => m.SalesforceId is { } id && byDeal[id].Count() > 1
            ? m with { Kind = MatchKind.Ambiguous, SalesforceId = null, Reason = $"{m.Reason}, and so {id} would have {And([.. byDeal[id].Select(o => o.Aws.Id)])}" } : m)];
    }

    private static string? Plain(string? title) => title is null ? null : string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    private static string And(string[] names) => names is [.. var first, var last] && first.Length > 0 ? $"{string.Join(", ", first)} and {last}" : string.Concat(names);
}
