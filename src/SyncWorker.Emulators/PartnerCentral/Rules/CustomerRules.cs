using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SyncWorker.Emulators.PartnerCentral.Model;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>Who the customer is and where; national security relaxes what the United States otherwise require.</summary>
internal static partial class CustomerRules
{
    private const string Account = "Customer.Account";
    private const string Address = "Customer.Account.Address";

    public static void Check(JsonObject document, Problems problems)
    {
        var secret = document.Text("NationalSecurity") == "Yes";
        var industry = document.Text($"{Account}.Industry");
        if (document.Text($"{Account}.CompanyName") is null) problems.Missing($"{Account}.CompanyName");
        if (industry is null) problems.Missing($"{Account}.Industry");
        if (industry == "Other" && document.Text($"{Account}.OtherIndustry") is null)
        {
            problems.Add(
                $"{Account}.OtherIndustry", "Field Customer.Account.OtherIndustry is required when Customer.Account.Industry is 'Other'.", ProblemCode.RequiredFieldMissing);
        }

        if (secret && industry is not null and not "Government")
            problems.Add($"{Account}.Industry", "When National Security is 'Yes', Customer.Account.Industry must be Government.", ProblemCode.InvalidValue);

        CheckWebsite(document.Text($"{Account}.WebsiteUrl"), secret, problems);
        CheckAddress(document, secret, problems);
    }

    private static void CheckWebsite(string? website, bool secret, Problems problems)
    {
        if (website is null && !secret) problems.Missing($"{Account}.WebsiteUrl");
        if (website is not null && !Website().IsMatch(website))
            problems.Add($"{Account}.WebsiteUrl", "Field Customer.Account.WebsiteUrl does not match the required format.", ProblemCode.InvalidStringFormat);
    }

    private static void CheckAddress(JsonObject document, bool secret, Problems problems)
    {
        var country = document.Text($"{Address}.CountryCode");
        if (country is null)
        {
            problems.Missing($"{Address}.CountryCode");
            return;
        }

        var relaxed = secret && country == "US";
        var state = document.Text($"{Address}.StateOrRegion");
        if (country == "US" && state is null && !relaxed)
        {
            problems.Add(
                $"{Address}.StateOrRegion",
                "Field Customer.Account.Address.StateOrRegion is required when Customer.Account.Address.CountryCode is 'US'",
                ProblemCode.RequiredFieldMissing);
        }
        else if (country == "US" && state is not null && !RuleContext.IsAllowed("UnitedStates", state))
        {
            problems.Add(
                $"{Address}.StateOrRegion", "Field Customer.Account.Address.StateOrRegion must be one of the allowed US states or territories.", ProblemCode.InvalidEnumValue);
        }

        // Only its presence counts here: its format is looked at when the opportunity is submitted.
        if (document.Text($"{Address}.PostalCode") is null && !relaxed && PostalCodes.Exist(country))
            problems.Add($"{Address}.PostalCode", $"Field Customer.Account.Address.PostalCode is required for country {country}", ProblemCode.RequiredFieldMissing);
    }

    // AWS's own expression; matched without backtracking, since its nested repetitions would otherwise never end on a long host.
    [GeneratedRegex(@"^((http|https)://)??(www[.])??([a-zA-Z0-9]|-)+?([.][a-zA-Z0-9(-|/|=|?)??]+?)+?$", RegexOptions.NonBacktracking)]
    private static partial Regex Website();
}
