using System.Collections.Immutable;
using System.Globalization;
using SyncWorker.Core.Mapping.AwsFacts;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Lifecycle;

/// <summary>
/// What AWS needs before each step, in plain words, found before a write is spent. From section 4 of AWS's business validation (ACE data model, 2025-10-28). Everything that is missing or
/// malformed is listed at once.
/// </summary>
public static class Requirements
{
    // What a submission cannot do without, with what a seller is to do about it.
    private static readonly ImmutableArray<(string Row, string Fix)> Submission =
    [
        (Labels.CompanyName, "Fill in the account's name; AWS needs it to find the customer."),
        (Labels.Website, "Fill in Website on the account; AWS needs it to find the customer."),
        (Labels.Industry, "Choose the customer's industry."),
        (Labels.Country, "Fill in the account's billing country."),
        (Labels.ProjectTitle, "Give the opportunity a name."),
        (Labels.ProjectDescription, "Say what the customer wants to solve, in 20 to 2,000 characters."),
        (Labels.UseCase, "Choose a use case."),
        (Labels.DeliveryModel, "Choose at least one delivery model."),
        (Labels.ExpectedRevenue, "Estimate what AWS will earn a month."),
        (Labels.SalesActivities, "Choose what was done with the customer so far."),
        (Labels.PrimaryNeed, "Choose what you need from AWS."),
        (Labels.TargetCloseDate, "Set a close date from today on."),
        (Labels.SaleStage, "Choose a stage."),
        (Labels.MarketingSource, "Say whether marketing brought the opportunity."),
        (Labels.InvolvementType, "Choose Co-Sell or For Visibility Only; nothing is assumed."),
        (Labels.OpportunityType, "Choose the opportunity's type."),
    ];

    /// <summary>Everything that keeps an opportunity from being created and submitted.</summary>
    public static ImmutableArray<Problem> ForSubmission(Facts facts) =>
    [
        .. Submission.Where(r => facts[r.Row] is null && !(r.Row == Labels.Website && facts[Labels.NationalSecurity] == "Yes")).Select(r => Missing(facts, r.Row, r.Fix)),
        .. Solution(facts),
        .. Formats(facts),
        .. PostalCode(facts),
        .. Sale(facts),
        .. Open(facts),
    ];

    /// <summary>Everything that would make AWS refuse an update of an open opportunity.</summary>
    public static ImmutableArray<Problem> ForUpdate(Facts facts) => [.. Formats(facts), .. Sale(facts), .. Gates(facts)];

    /// <summary>A referral is rejected only with a reason, which AWS takes in 1 to 80 characters.</summary>
    public static ImmutableArray<Problem> ForRejection(string? reason) =>
        reason is null ? [new Problem(Labels.RejectionReason, "empty", "Choose why you reject the referral; AWS asks for a reason.")] : [];

    private static Problem Missing(Facts facts, string row, string fix) =>
        facts.Unreadable.GetValueOrDefault(row) is { } reason ? new Problem(row, reason, "Correct it; AWS needs it.") : new Problem(row, "empty", fix);

    private static IEnumerable<Problem> Solution(Facts facts)
    {
        if (facts[Labels.SolutionOffered] is null && facts[Labels.OtherSolutionOffered] is null)
            yield return new Problem(Labels.SolutionOffered, "AWS wants a solution before submission", "Choose one.");
    }

    /// <summary>AWS checks a postal code only when an opportunity is submitted.</summary>
    private static IEnumerable<Problem> PostalCode(Facts facts)
    {
        if (facts[Labels.Country] is not { } country || (country == "US" && facts[Labels.NationalSecurity] == "Yes")) yield break;
        if (facts[Labels.PostalCode] is { } code)
        {
            if (!PostalCodes.Fits(country, code))
                yield return new Problem(Labels.PostalCode, $"'{code}' does not fit {Countries.Name(country)} ({PostalCodes.Example(country)})", "Correct the billing address.");
        }
        else if (PostalCodes.IsWanted(country))
        {
            yield return Missing(facts, Labels.PostalCode, $"Fill in the account's billing postal code; AWS needs it in {Countries.Name(country)}.");
        }
    }

    private static IEnumerable<Problem> Formats(Facts facts)
    {
        if (facts[Labels.ProjectDescription] is { Length: < 20 } description)
            yield return new Problem(Labels.ProjectDescription, $"{description.Length} characters; AWS needs 20 to 2,000", "Say what the customer wants to solve.");
        if (facts[Labels.TargetCloseDate] is { } close && DateOnly.TryParse(close, CultureInfo.InvariantCulture, out var date) && date < facts.Today)
            yield return new Problem(Labels.TargetCloseDate, $"{date:d MMM} has passed", "Move Close Date; no other update can be sent until then.");
        if (facts[Labels.ExpectedRevenue] is { } amount && decimal.Parse(amount, CultureInfo.InvariantCulture) <= 0)
            yield return new Problem(Labels.ExpectedRevenue, $"{amount}; AWS needs more than 0", "Estimate what AWS will earn a month.");
        var national = facts[Labels.NationalSecurity] == "Yes";
        if (facts[Labels.Country] == "US" && facts[Labels.State] is null && !national)
            yield return new Problem(Labels.State, "empty", "Fill in the account's billing state; AWS needs it in the United States.");
        if (facts[Labels.Industry] == "Other" && facts[Labels.OtherIndustry] is null)
            yield return new Problem(Labels.OtherIndustry, "empty", "Name the industry; AWS needs it when Industry is Other.");
    }

    private static IEnumerable<Problem> Sale(Facts facts)
    {
        if (facts[Labels.SaleStage] == Stage.ClosedLost && facts[Labels.ClosedLostReason] is null)
            yield return new Problem(Labels.ClosedLostReason, "empty", "Choose one; AWS takes no changes afterwards.");
        if (facts[Labels.MarketingSource] == "Yes")
        {
            if (facts[Labels.MarketingFunded] is null) yield return new Problem(Labels.MarketingFunded, "empty", "Say whether AWS funded the marketing activity.");
            if (facts[Labels.Channels] is null) yield return new Problem(Labels.Channels, "empty", "Choose the marketing activity's channels.");
        }
    }

    private static IEnumerable<Problem> Open(Facts facts)
    {
        if (Stage.IsTerminal(facts[Labels.SaleStage]))
            yield return new Problem(Labels.SaleStage, $"{facts[Labels.SaleStage]}; AWS takes a submission only while the sale is open", "Tick Submit Late: it is submitted at Business Validation, and closed when AWS has approved it.");
        if (facts[Labels.PrimaryNeed] is { } needs && facts[Labels.InvolvementType] is { } involvement)
        {
            var none = needs.Contains("Do Not Need", StringComparison.Ordinal);
            if (none && involvement == "Co-Sell") yield return new Problem(Labels.InvolvementType, "Co-Sell without a need from AWS", "Choose a need, or For Visibility Only.");
            if (!none && involvement == "For Visibility Only") yield return new Problem(Labels.InvolvementType, "For Visibility Only with a co-sell need", "Choose Co-Sell, or the need Do Not Need Support from AWS Sales Rep.");
        }
    }

    private static IEnumerable<Problem> Gates(Facts facts) => facts[Labels.SaleStage] is Stage.Committed or Stage.Launched && facts[Labels.SolutionOffered] is null
        ? [new Problem(Labels.SolutionOffered, "AWS wants a solution from Committed on", "Choose one.")]
        : [];
}
