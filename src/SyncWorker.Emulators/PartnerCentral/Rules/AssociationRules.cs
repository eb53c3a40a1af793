using System.Text.RegularExpressions;
using SyncWorker.Emulators.PartnerCentral.Model;
using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>What may be associated with an opportunity, and how many of it.</summary>
internal static partial class AssociationRules
{
    private const string Identifier = "RelatedEntityIdentifier";

    private static readonly Dictionary<string, int> Limits = new()
    {
        [RelatedEntities.Solutions] = 10,
        [RelatedEntities.AwsProducts] = 20,
        [RelatedEntities.MarketplaceSolutions] = 10,
        [RelatedEntities.MarketplaceProducts] = 10,
        [RelatedEntities.Offers] = 1,
        [RelatedEntities.OfferSets] = 1,
    };

    public static void CheckAssociation(OpportunityRecord record, string type, string id, PartnerCentralState state, Problems problems)
    {
        CheckState(record, type, problems);
        CheckExists(record, type, id, state, problems);
        if (record.Related[type].Contains(id))
        {
            problems.Add(Identifier, $"{id} is already associated with opportunity {record.Id}.", ProblemCode.DuplicateKeyValue);
        }
        else if (record.Related[type].Count >= Limits[type])
        {
            problems.Add(Identifier, $"An opportunity can have at most {Limits[type]} of {type}.", ProblemCode.TooManyValues);
        }

        var other = type == RelatedEntities.Offers ? RelatedEntities.OfferSets : type == RelatedEntities.OfferSets ? RelatedEntities.Offers : null;
        if (other is not null && record.Related[other].Count > 0)
            problems.Add(Identifier, "An opportunity can have either an AWS Marketplace offer or an offer set, not both.", ProblemCode.TooManyValues);
        if (other is not null && state.Catalogs[record.Catalog].Opportunities.Values.Any(o => o != record && o.Related[type].Contains(id)))
        {
            problems.Add(
                Identifier,
                "One AWS Marketplace offer can only be associated with one opportunity. This offer is already associated with another opportunity, try a different offer ID.",
                ProblemCode.DuplicateKeyValue);
        }
    }

    public static void CheckDisassociation(OpportunityRecord record, string type, string id, Problems problems)
    {
        if (!record.Related[type].Contains(id)) throw SellingException.NotFound(id);
        CheckState(record, type, problems);

        // Replacing goes by adding the new one first: what a submitted deal cannot be without may not be taken away.
        var isOffering = type is RelatedEntities.Solutions or RelatedEntities.MarketplaceSolutions or RelatedEntities.MarketplaceProducts;
        if (!isOffering || record.Related.OfferingCount > 1) return;
        var isCommitted = record.Stage is "Committed" or "Launched";
        var isDescribed = record.Document.Text("Project.OtherSolutionDescription") is not null;
        var needed = isCommitted || (record.Status != ReviewStatus.PendingSubmission && !isDescribed);
        if (needed) problems.Add(Identifier, "Field RelatedEntityIdentifiers.Solutions is required: associate another solution first.", ProblemCode.ActionNotPermitted);
    }

    private static void CheckState(OpportunityRecord record, string type, Problems problems)
    {
        if (Editability.AllowsAssociations(record)) return;
        var offersOfLostDeal = record.Stage == "Closed Lost" && type is RelatedEntities.Offers or RelatedEntities.OfferSets;
        problems.Add(
            "OpportunityIdentifier",
            offersOfLostDeal
                ? "Cannot associate/disassociate offers when opportunity is in 'Closed Lost'."
                : $"Associations of opportunity {record.Id} cannot be changed in review status '{record.Status}' and stage '{record.Stage}'.",
            ProblemCode.ActionNotPermitted);
    }

    private static void CheckExists(OpportunityRecord record, string type, string id, PartnerCentralState state, Problems problems)
    {
        switch (type)
        {
            case RelatedEntities.Solutions when !state.Seed.Solutions[record.Catalog].Any(s => s.Id == id && s.Status == "Active"):
                problems.Add(Identifier, $"Resource with Identifier {id} does not exist or is not an active solution.", ProblemCode.InvalidValue);
                break;
            case RelatedEntities.AwsProducts when !AwsProducts.Contains(id):
                problems.Add(Identifier, "Field RelatedEntityIdentifiers.AwsProducts must be one of the allowed AWS products. "
                    + "Refer to the complete list at https://github.com/aws-samples/partner-crm-integration-samples/blob/main/resources/aws_products.json", ProblemCode.InvalidValue);
                break;
            case RelatedEntities.Offers when !Offer().IsMatch(id):
            case RelatedEntities.OfferSets when !OfferSet().IsMatch(id):
                problems.Add(
                    Identifier,
                    $"Field RelatedEntityIdentifiers.{type} does not match the required format: must follow the AWS Marketplace offer ARN pattern.",
                    ProblemCode.InvalidStringFormat);
                break;
            case RelatedEntities.Offers or RelatedEntities.OfferSets or RelatedEntities.MarketplaceSolutions or RelatedEntities.MarketplaceProducts
                when !id.StartsWith("arn:", StringComparison.Ordinal) || !id.Contains($":{state.Options.AccountId}:", StringComparison.Ordinal):
                problems.Add(Identifier, $"{id} does not exist or does not belong to your AWS Marketplace seller account.", ProblemCode.InvalidValue);
                break;
        }
    }

    [GeneratedRegex(@"\Aarn:aws:aws-marketplace:[a-z]{1,2}-[a-z]*-[0-9]+:[0-9]{12}:AWSMarketplace/Offer/.*\z")]
    private static partial Regex Offer();

    [GeneratedRegex(@"\Aarn:aws:aws-marketplace:[a-z]{1,2}-[a-z]*-[0-9]+:[0-9]{12}:AWSMarketplace/OfferSet/offerset-.*\z")]
    private static partial Regex OfferSet();
}
