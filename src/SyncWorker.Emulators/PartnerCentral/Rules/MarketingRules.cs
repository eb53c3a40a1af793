using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>Marketing details stand or fall with the marketing source.</summary>
internal static class MarketingRules
{
    public static void Check(JsonObject document, Problems problems)
    {
        var useCases = document.Texts("Marketing.UseCases");
        var channels = document.Texts("Marketing.Channels");
        var funding = document.Text("Marketing.AwsFundingUsed");
        switch (document.Text("Marketing.Source"))
        {
            case "Marketing Activity":
                if (funding is null)
                    problems.Add("Marketing.AwsFundingUsed", "marketing.awsFundingUsed is required when marketing.source is Yes", ProblemCode.RequiredFieldMissing);
                if (channels.Count == 0)
                    problems.Add("Marketing.Channels", "Field Marketing.Channels is required when Marketing.Source is 'Marketing Activity'.", ProblemCode.RequiredFieldMissing);
                break;
            case "None":
                if (useCases.Count > 0 || document.Text("Marketing.CampaignName") is not null || funding is not null)
                {
                    problems.Add(
                        "Marketing",
                        "marketing.useCases , marketing.campaignName , marketing.awsFundingUsed cannot have values if marketing.source is set to No",
                        ProblemCode.InvalidValue);
                }

                if (channels.Count > 0) problems.Add("Marketing.Channels", "Field Marketing.Channels must be null when Marketing.Source is 'None'.", ProblemCode.InvalidValue);
                break;
        }

        if (funding == "No" && useCases.Count > 0)
            problems.Add("Marketing.UseCases", "Field Marketing.UseCases must be empty when Marketing.AwsFundingUsed is 'No'.", ProblemCode.InvalidValue);
        if (useCases.Any(useCase => !RuleContext.IsAllowed("MarketingUseCases", useCase)))
            problems.Add("Marketing.UseCases", "Field Marketing.UseCases must be one of the allowed values.", ProblemCode.InvalidEnumValue);
    }
}
