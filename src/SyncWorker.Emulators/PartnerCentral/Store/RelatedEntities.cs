using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Store;

/// <summary>What an opportunity is associated with, by type, in the order of association.</summary>
internal sealed class RelatedEntities
{
    public const string Solutions = "Solutions";
    public const string AwsProducts = "AwsProducts";
    public const string Offers = "AwsMarketplaceOffers";
    public const string OfferSets = "AwsMarketplaceOfferSets";
    public const string MarketplaceSolutions = "AwsMarketplaceSolutions";
    public const string MarketplaceProducts = "AwsMarketplaceProducts";

    // The order in which responses list them.
    private static readonly string[] Types = [Offers, OfferSets, Solutions, AwsProducts, MarketplaceSolutions, MarketplaceProducts];

    private readonly Dictionary<string, List<string>> _identifiers = Types.ToDictionary(type => type, _ => new List<string>());

    public List<string> this[string type] => _identifiers[type];

    /// <summary>Whether something stands for what the partner sells; only that lets a deal be committed.</summary>
    public bool HasOffering => OfferingCount > 0;

    public int OfferingCount => this[Solutions].Count + this[MarketplaceSolutions].Count + this[MarketplaceProducts].Count;

    public static bool IsType(string type) => Types.Contains(type);

    public JsonObject ToJson() => new(Types.Select(type => KeyValuePair.Create(type, (JsonNode?)this[type].ToJsonArray())));
}
