using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Model;
using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>What AWS wants beyond a valid draft before its people look at an opportunity.</summary>
internal static class SubmissionRules
{
    public const string CoSell = "Co-Sell";
    private const string Refusal = "Cannot perform Submit action.";
    private const string Mismatch = $"{Refusal} Cannot submit opportunity with InvolvementType";

    private static readonly (string Path, string Message)[] Required =
    [
        ("Project.CustomerUseCase", "Field Project.CustomerUseCase is required for opportunity submission."),
        ("Project.DeliveryModels", "Field Project.DeliveryModels is required for opportunity submission."),
        ("Project.SalesActivities", "project.salesActivities is required"),
    ];

    public static void Check(OpportunityRecord record, string involvement, string? visibility, RuleContext context, Problems problems)
    {
        var document = record.Document;
        OpportunityRules.Check(document, context, problems);
        if (record.Stage is "Launched" or "Closed Lost")
            problems.Add("LifeCycle.Stage", $"{Refusal} Cannot submit opportunity when stage is '{record.Stage}'.", ProblemCode.InvalidResourceState);
        foreach (var (path, message) in Required)
        {
            if (document.Text(path) is null && document.Texts(path).Count == 0) problems.Add(path, message, ProblemCode.RequiredFieldMissing);
        }

        var isDescribed = context.State.Options.DescribedSolutionIsEnough && document.Text("Project.OtherSolutionDescription") is not null;
        if (!record.Related.HasOffering && !isDescribed)
        {
            problems.Add(
                "RelatedEntityIdentifiers.Solutions", "Field RelatedEntityIdentifiers.Solutions is required for opportunity submission.", ProblemCode.RequiredFieldMissing);
        }

        CheckPostalCode(document, problems);
        CheckNeeds(document, involvement, problems);
        if (document.Text("NationalSecurity") == "Yes" && visibility == "Limited")
            problems.Add("Visibility", "When National Security is 'Yes', Visibility must be Full.", ProblemCode.InvalidValue);
    }

    private static void CheckPostalCode(JsonObject document, Problems problems)
    {
        const string Path = "Customer.Account.Address.PostalCode";
        if (document.Text(Path) is { } code && document.Text("Customer.Account.Address.CountryCode") is { } country && PostalCodes.Refusal(country, code) is { } refusal)
            problems.Add(Path, refusal, ProblemCode.InvalidStringFormat);
    }

    private static void CheckNeeds(JsonObject document, string involvement, Problems problems)
    {
        const string Path = "PrimaryNeedsFromAws";
        var needs = document.Texts(Path);
        var none = needs.Contains(PrimaryNeedRules.NoSupport);
        if (involvement == CoSell && needs.Count == 0) problems.Add(Path, "primaryNeedsFromAws is required", ProblemCode.RequiredFieldMissing);
        if (involvement == CoSell && none)
            problems.Add(Path, $"{Mismatch} Co-Sell when PrimaryNeedsFromAws Is {PrimaryNeedRules.NoSupport}", ProblemCode.InvalidValue);
        if (involvement != CoSell && needs.Count > 0 && !none)
            problems.Add(Path, $"{Mismatch} For Visibility Only when PrimaryNeedsFromAws Is Co-Sell", ProblemCode.InvalidValue);
        if (involvement != CoSell && document.Text("NationalSecurity") == "Yes")
            problems.Add("InvolvementType", "When National Security is 'Yes', the opportunity must be co-sell.", ProblemCode.InvalidValue);
    }
}
