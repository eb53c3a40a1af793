using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>What the project is about.</summary>
internal static class ProjectRules
{
    public static void Check(JsonObject document, RuleContext context, Problems problems)
    {
        if (document.Text("Project.Title") is null) problems.Missing("Project.Title");
        if (document.Text("Project.CustomerBusinessProblem") is null) problems.Missing("Project.CustomerBusinessProblem");
        if (document.Text("Project.CustomerUseCase") is { } useCase && !RuleContext.IsAllowed("CustomerUseCase", useCase))
            problems.Add("Project.CustomerUseCase", "Field Project.CustomerUseCase must be one of the allowed values.", ProblemCode.InvalidEnumValue);
        CheckCompetitor(document, problems);
        CheckRelatedOpportunity(document, context, problems);
    }

    private static void CheckCompetitor(JsonObject document, Problems problems)
    {
        var competitor = document.Text("Project.CompetitorName");
        var others = document.Text("Project.OtherCompetitorNames");
        if (competitor == "*Other" && others is null)
        {
            problems.Add(
                "Project.OtherCompetitorNames", "Field Project.OtherCompetitorNames is required when Project.CompetitorNames contains 'Other'.", ProblemCode.RequiredFieldMissing);
        }
        else if (competitor != "*Other" && others is not null)
        {
            problems.Add(
                "Project.OtherCompetitorNames", "Field Project.OtherCompetitorNames is only allowed when Project.CompetitorName is '*Other'.", ProblemCode.InvalidValue);
        }
    }

    private static void CheckRelatedOpportunity(JsonObject document, RuleContext context, Problems problems)
    {
        if (document.Text("Project.RelatedOpportunityIdentifier") is not { } related) return;
        if (!context.Data.Opportunities.TryGetValue(related, out var record) || record.AtAwsOnly)
        {
            problems.Add(
                "Project.RelatedOpportunityIdentifier", $"Resource with Identifier {related} does not exist or is not accessible", ProblemCode.InvalidValue);
        }
    }
}
