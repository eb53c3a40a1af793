using System.Collections.Immutable;
using System.Globalization;
using SyncWorker.Core.Mapping.AwsFacts;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Lifecycle;

public static partial class Requirements
{
    private const string NoSupport = "Do Not Need Support from AWS Sales Rep";
    private const string Duns = "opportunity.Customer.Account.Duns";
    private const string Competitor = "opportunity.Project.CompetitorName";
    private const string OtherCompetitors = "opportunity.Project.OtherCompetitorNames";

    // In the order of the published table: when AWS looks, the row, what breaks the rule, what is wrong, what to do.
    private static readonly ImmutableArray<Requirement> Table =
    [
        new(Asked.Always, Labels.SaleStage, Empty, "empty", "Choose a stage."),
        new(Asked.Submission, Labels.SaleStage, (stage, _) => Stage.IsTerminal(stage), "{value}; AWS takes a submission only while the sale is open", "Tick Submit Late: it is submitted at Business Validation, and closed when AWS has approved it."),
        new(Asked.Always, Labels.Industry, Empty, "empty", "Choose the customer's industry."),
        new(Asked.Always, Labels.OtherIndustry, (other, f) => other is null && f[Labels.Industry] == "Other", "empty", "Name the industry; AWS needs it when Industry is Other."),
        new(Asked.Submission, Labels.TargetCloseDate, Empty, "empty", "Set a close date from today on."),
        new(Asked.Update, Labels.TargetCloseDate, Empty, "empty", "Set a close date from today on; no other update can be sent until then."),
        new(Asked.Always, Labels.TargetCloseDate, (date, f) => Requirement.Date(date) < f.Today, "{date} has passed", "Move Close Date; no other update can be sent until then."),
        new(Asked.Always, Labels.TargetCloseDate, (date, f) => Requirement.Date(date) > f.Today.AddYears(60), "{value}; AWS takes a date within 60 years", "Correct Close Date."),
        new(Asked.Always, Labels.CompanyName, Empty, "empty", "Fill in the account's name; AWS needs it to find the customer."),
        new(Asked.Always, Labels.Website, (site, f) => site is null && !IsNational(f), "empty", "Fill in Website on the account; AWS needs it to find the customer."),
        new(Asked.Always, Labels.Country, Empty, "empty", "Fill in the account's billing country."),
        new(Asked.Always, Labels.State, (state, f) => state is null && IsInStates(f) && !IsNational(f), "empty", "Fill in the account's billing state; AWS needs it in the United States."),
        new(Asked.Always, Labels.PostalCode, (code, f) => code is null && PostalCodeCounts(f) && PostalCodes.IsWanted(f[Labels.Country]!), "empty", "Fill in the account's billing postal code; AWS needs it in {country}."),
        new(Asked.Submission, Labels.PostalCode, (code, f) => code is not null && PostalCodeCounts(f) && !PostalCodes.Fits(f[Labels.Country]!, code), "'{value}' does not fit {country} ({postalCode})", "Correct the billing address."),
        new(Asked.Submission, Labels.PrimaryNeed, Empty, "empty", "Choose what you need from AWS."),
        new(Asked.Always, Labels.PrimaryNeed, (needs, _) => Includes(needs, NoSupport) && needs != NoSupport, $"'{NoSupport}' beside other needs; AWS takes it alone", "Choose the needs, or that one."),
        new(Asked.Always, Labels.PrimaryNeed, (needs, f) => needs == NoSupport && IsNational(f), $"'{NoSupport}'; with National Security AWS takes co-sell needs only", "Choose what you need from AWS."),
        new(Asked.Always, Labels.ProjectTitle, Empty, "empty", "Give the opportunity a name."),
        new(Asked.Always, Labels.MarketingFunded, (funded, f) => funded is null && IsMarketed(f), "empty", "Say whether AWS funded the marketing activity."),
        new(Asked.Submission, Labels.OpportunityType, Empty, "empty", "Choose the opportunity's type."),
        new(Asked.Submission, Labels.MarketingSource, Empty, "empty", "Say whether marketing brought the opportunity."),
        new(Asked.Always, Labels.Channels, (channels, f) => channels is null && IsMarketed(f), "empty", "Choose the marketing activity's channels."),
        new(Asked.Always, Labels.ProjectDescription, Empty, "empty", "Say what the customer wants to solve, in 20 to 2,000 characters."),
        new(Asked.Always, Labels.ProjectDescription, (text, _) => Requirement.Length(text) is (> 0 and < 20) or > 2000, "{length} characters; AWS needs 20 to 2,000", "Say what the customer wants to solve."),
        new(Asked.Submission, Labels.UseCase, Empty, "empty", "Choose a use case."),
        new(Asked.Always, Labels.ExpectedRevenue, Empty, "empty", "Estimate what AWS will earn a month."),
        new(Asked.Always, Labels.ExpectedRevenue, (amount, _) => amount is not null && decimal.Parse(amount, CultureInfo.InvariantCulture) <= 0, "{value}; AWS needs more than 0", "Estimate what AWS will earn a month."),
        new(Asked.Always, Labels.Currency, (currency, f) => currency == "EUR" && !IsSovereign(f), "EUR; AWS takes euros for its European Sovereign Cloud only", "Give the amount in USD."),
        new(Asked.Always, Labels.Currency, (currency, f) => currency == "USD" && IsSovereign(f), "USD; AWS takes euros for its European Sovereign Cloud", "Give the amount in EUR."),
        new(Asked.Submission, Labels.SolutionOffered, (_, f) => !HasOffering(f) && f[Labels.OtherSolutionOffered] is null, "AWS wants a solution before submission", "Choose one."),
        new(Asked.Update, Labels.SolutionOffered, (_, f) => !HasOffering(f) && f[Labels.SaleStage] is Stage.Committed or Stage.Launched, "AWS wants a solution from Committed on", "Choose one."),
        new(Asked.Always, Labels.ClosedLostReason, (reason, f) => reason is null && f[Labels.SaleStage] == Stage.ClosedLost, "empty", "Choose one; AWS takes no changes afterwards."),
        new(Asked.Submission, Labels.SalesActivities, Empty, "empty", "Choose what was done with the customer so far."),
        new(Asked.Submission, Labels.DeliveryModel, Empty, "empty", "Choose at least one delivery model."),
        new(Asked.Always, Labels.ContractEnd, (end, f) => Requirement.Date(end) < Requirement.Date(f[Labels.ContractStart]), "{value} is before Contract Start Date", "Correct one of the two."),
        new(Asked.Always, Labels.AwsAccountId, (id, _) => id is not null && !IsDigits(id, 12), "'{value}' is not an AWS account id", "Write its 12 digits."),
        new(Asked.Update, Labels.AwsAccountId, (id, f) => id is null && f.AccountIdAtLaunched && f[Labels.SaleStage] == Stage.Launched, "empty", "Fill in the customer's AWS account id; AWS needs it at Launched."),
        new(Asked.Always, Labels.NationalSecurity, (_, f) => IsNational(f) && f[Labels.Industry] is not (null or "Government"), "Yes; AWS takes it in the industry Government only", "Choose No, or the industry Government."),
        new(Asked.Submission, Labels.InvolvementType, Empty, "empty", "Choose Co-Sell or For Visibility Only; nothing is assumed."),
        new(Asked.Submission, Labels.InvolvementType, (type, f) => type == "Co-Sell" && f[Labels.PrimaryNeed] == NoSupport, "Co-Sell without a need from AWS", "Choose a need, or For Visibility Only."),
        new(Asked.Submission, Labels.InvolvementType, (type, f) => type == "For Visibility Only" && f[Labels.PrimaryNeed] is { } needs && !Includes(needs, NoSupport), "For Visibility Only with a co-sell need", $"Choose Co-Sell, or the need {NoSupport}."),
        new(Asked.Submission, Labels.InvolvementType, (type, f) => type == "For Visibility Only" && f[Labels.PrimaryNeed] == NoSupport && IsNational(f), "For Visibility Only; with National Security AWS takes co-sell only", "Choose Co-Sell."),
        new(Asked.Submission, Labels.Visibility, (visibility, f) => visibility == "Limited" && IsNational(f), "Limited; with National Security AWS takes full visibility only", "Choose Full."),
        new(Asked.Always, Duns, (duns, _) => duns is not null && !IsDigits(duns, 9), "'{value}' is not a DUNS number", "Write its 9 digits."),
        new(Asked.Always, OtherCompetitors, (others, f) => others is null && f.OfMember(Competitor) == "*Other", "empty", "Name the competitor; AWS needs it when the competitor is *Other."),
        new(Asked.Always, OtherCompetitors, (others, f) => others is not null && f.OfMember(Competitor) != "*Other", "filled in; AWS takes it only when the competitor is *Other", "Empty it, or choose *Other."),
    ];

    private static bool Empty(string? value, Facts facts) => value is null;

    private static bool IsNational(Facts facts) => facts[Labels.NationalSecurity] == "Yes";

    private static bool IsInStates(Facts facts) => facts[Labels.Country] == "US";

    private static bool IsMarketed(Facts facts) => facts[Labels.MarketingSource] == "Yes";

    private static bool IsSovereign(Facts facts) => facts.AwsPartition == "aws-eusc";

    /// <summary>In the United States AWS asks no address of a national security opportunity.</summary>
    private static bool PostalCodeCounts(Facts facts) => facts[Labels.Country] is not null && !(IsInStates(facts) && IsNational(facts));

    /// <summary>One of AWS's kinds of offering; words alone are none.</summary>
    private static bool HasOffering(Facts facts) => facts[Labels.SolutionOffered] is not null
        || facts.OfMember("association.AwsMarketplaceSolutions") is not null || facts.OfMember("association.AwsMarketplaceProducts") is not null;

    private static bool Includes(string? set, string value) => set?.Split(';').Contains(value) ?? false;

    private static bool IsDigits(string text, int count) => text.Length == count && text.All(char.IsAsciiDigit);
}
