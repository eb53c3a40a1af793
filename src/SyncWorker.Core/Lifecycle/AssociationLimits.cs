using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Lifecycle;

/// <summary>
/// How many related entities AWS takes on one opportunity, and what their identifiers look like; found before a write is spent. From AWS's quotas for opportunities (10 solutions, 20 products,
/// 10 Marketplace solutions, 10 Marketplace products, one offer or one offer set) and the patterns of its service model of 2026-08-21.
/// </summary>
internal static partial class AssociationLimits
{
    private const string Offers = "AwsMarketplaceOffers";
    private const string OfferSets = "AwsMarketplaceOfferSets";

    private static readonly ImmutableArray<AssociationLimit> Table =
    [
        new("Solutions", 10, Solution(), "a solution's S-number, such as S-0001234"),
        new("AwsProducts", 20, Product(), "AWS's identifier of a product, such as AmazonS3"),
        new("AwsMarketplaceSolutions", 10, Arn(), "the solution's ARN in AWS Marketplace"),
        new("AwsMarketplaceProducts", 10, Arn(), "the product's ARN in AWS Marketplace"),
        new(Offers, 1, Offer(), "the offer's ARN in AWS Marketplace"),
        new(OfferSets, 1, OfferSet(), "the offer set's ARN in AWS Marketplace"),
    ];

    /// <summary>How many AWS takes of a kind.</summary>
    public static int Most(string type) => Table.FirstOrDefault(l => l.Type == type)?.Most ?? int.MaxValue;

    /// <summary>Whether an identifier can be one of its kind at all.</summary>
    public static bool Fits(string type, string entity) => Table.FirstOrDefault(l => l.Type == type)?.Shape.IsMatch(entity) ?? true;

    /// <summary>What AWS would not take, in plain words.</summary>
    public static ImmutableArray<Problem> Problems(FieldMap map, Facts facts) => [.. Rows(map).SelectMany(r => Malformed(r, facts)), .. Rows(map).SelectMany(r => Excess(r, map, facts))];

    /// <summary>Whether a row holds more than AWS takes: which of it is meant is for a person to say, so nothing of it goes.</summary>
    public static bool IsExceeded(Row row, FieldMap map, Facts facts) => Excess(row, map, facts).Any();

    private static IEnumerable<Row> Rows(FieldMap map) => map.Rows.Where(r => r.Flow is Flow.Both or Flow.ToPartnerCentral && r.Write?.Root == PathRoot.Association);

    private static IEnumerable<Problem> Malformed(Row row, Facts facts)
    {
        if (Table.FirstOrDefault(l => l.Type == row.Write!.Member) is not { } limit) yield break;
        foreach (var entity in SetMerge.Elements(facts[row.Label]).Where(e => !limit.Shape.IsMatch(e)).Order(StringComparer.Ordinal))
            yield return new Problem(row.Label, $"'{(entity.Length > 60 ? entity[..60] : entity)}' is not {limit.What}", "Correct it.");
    }

    private static IEnumerable<Problem> Excess(Row row, FieldMap map, Facts facts)
    {
        var (type, chosen) = (row.Write!.Member, SetMerge.Elements(facts[row.Label]).Count);
        if (chosen > Most(type))
            yield return new Problem(row.Label, $"{chosen} chosen; AWS takes {Most(type)}", $"Take {chosen - Most(type)} away.");
        if (type == OfferSets && chosen > 0 && Rows(map).Any(r => r.Write!.Member == Offers && facts[r.Label] is not null))
            yield return new Problem(row.Label, "an offer set beside an offer; AWS takes one of the two", "Take one away, in Partner Central too.");
    }

    [GeneratedRegex(@"\AS-[0-9]{1,19}\z")]
    private static partial Regex Solution();

    [GeneratedRegex(@"\A\S{1,255}\z")]
    private static partial Regex Product();

    [GeneratedRegex(@"\Aarn:.{1,251}\z")]
    private static partial Regex Arn();

    [GeneratedRegex(@"\Aarn:aws:aws-marketplace:[a-z]{1,2}-[a-z]*-[0-9]+:[0-9]{12}:AWSMarketplace/Offer/.*\z")]
    private static partial Regex Offer();

    [GeneratedRegex(@"\Aarn:aws:aws-marketplace:[a-z]{1,2}-[a-z]*-[0-9]+:[0-9]{12}:AWSMarketplace/OfferSet/offerset-.*\z")]
    private static partial Regex OfferSet();
}
