using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>
/// Which members may be changed in which review status. Source: AWS's developer guide and ACE data model (2025-10-28); where
/// they disagree about the approved state, a member that either of them locks is locked.
/// </summary>
internal static class Editability
{
    private const string Spend = "Project.ExpectedCustomerSpend";
    private const string Needs = "PrimaryNeedsFromAws";
    private const string OwnIdentifier = "PartnerOpportunityIdentifier";

    private static readonly (string Path, OpenIn Open)[] Members =
    [
        (Needs, OpenIn.Nothing),
        ("NationalSecurity", OpenIn.Nothing),
        (OwnIdentifier, OpenIn.ActionRequired),
        ("OpportunityType", OpenIn.Approved | OpenIn.ClosedSoftwarePath),
        ("Customer.Account.CompanyName", OpenIn.Nothing),
        ("Customer.Account.Industry", OpenIn.Nothing),
        ("Customer.Account.OtherIndustry", OpenIn.Approved),
        ("Customer.Account.WebsiteUrl", OpenIn.ActionRequired),
        ("Customer.Account.AwsAccountId", OpenIn.Approved),
        ("Customer.Account.Duns", OpenIn.Approved),
        ("Customer.Account.Address.City", OpenIn.ActionRequired | OpenIn.Approved),
        ("Customer.Account.Address.StreetAddress", OpenIn.ActionRequired | OpenIn.Approved),
        ("Customer.Account.Address.CountryCode", OpenIn.ActionRequired),
        ("Customer.Account.Address.PostalCode", OpenIn.ActionRequired),
        ("Customer.Account.Address.StateOrRegion", OpenIn.ActionRequired),
        ("Customer.Contacts", OpenIn.Approved),
        ("Project.Title", OpenIn.Nothing),
        ("Project.ApnPrograms", OpenIn.Nothing),
        ("Project.AwsPartition", OpenIn.Nothing),
        ("Project.CustomerBusinessProblem", OpenIn.ActionRequired),
        ("Project.CustomerUseCase", OpenIn.Approved),
        ("Project.DeliveryModels", OpenIn.Approved | OpenIn.ClosedSoftwarePath),
        ("Project.SalesActivities", OpenIn.Approved),
        ("Project.CompetitorName", OpenIn.Approved),
        ("Project.OtherCompetitorNames", OpenIn.Approved),
        ("Project.OtherSolutionDescription", OpenIn.Approved),
        ("Project.AdditionalComments", OpenIn.Approved | OpenIn.Closed),
        ("Project.RelatedOpportunityIdentifier", OpenIn.Approved | OpenIn.ClosedSoftwarePath),
        ("Project.ExpectedContractDuration", OpenIn.Approved),
        ("LifeCycle.Stage", OpenIn.Approved),
        ("LifeCycle.ClosedLostReason", OpenIn.Approved),
        ("LifeCycle.NextSteps", OpenIn.Approved),
        ("LifeCycle.TargetCloseDate", OpenIn.ActionRequired | OpenIn.Approved),
        ("Marketing", OpenIn.Approved),
        ("SoftwareRevenue", OpenIn.Approved | OpenIn.ClosedRevenueProgram),
    ];

    private static readonly (string Name, OpenIn Open)[] SpendMembers =
    [
        ("Amount", OpenIn.ActionRequired | OpenIn.Approved),
        ("CurrencyCode", OpenIn.ActionRequired),
        ("Frequency", OpenIn.ActionRequired),
        ("TargetCompany", OpenIn.ActionRequired),
        ("EstimationUrl", OpenIn.ActionRequired),
    ];

    /// <summary>Whether associations and the team may be changed: in the draft and, until the deal is closed, after approval.</summary>
    public static bool AllowsAssociations(OpportunityRecord record) =>
        record.Status == ReviewStatus.PendingSubmission || (record.Status == ReviewStatus.Approved && !IsClosed(record));

    public static void Check(JsonObject after, OpportunityRecord record, PartnerCentralEmulatorOptions options, Problems problems)
    {
        if (record.Status == ReviewStatus.PendingSubmission) return;
        var states = States(record, options);
        foreach (var (path, open) in Members)
        {
            if (Sameness.Of(record.Document.At(path), after.At(path)) || (open & states) != 0 || IsExempt(path, after, record, options)) continue;
            Refuse(path, record, problems);
        }

        var was = record.Document.Objects(Spend);
        var becomes = after.Objects(Spend);
        foreach (var (name, open) in SpendMembers)
        {
            var places = Enumerable.Range(0, Math.Max(was.Count, becomes.Count));
            var changed = places.Any(i => !Sameness.Of(was.ElementAtOrDefault(i)?[name], becomes.ElementAtOrDefault(i)?[name]));
            if (changed && (open & states) == 0) Refuse($"{Spend}.{name}", record, problems);
        }
    }

    private static bool IsClosed(OpportunityRecord record) => record.Stage is "Launched" or "Closed Lost";

    private static OpenIn States(OpportunityRecord record, PartnerCentralEmulatorOptions options) => record.Status switch
    {
        ReviewStatus.ActionRequired => OpenIn.ActionRequired,
        ReviewStatus.Approved when IsClosed(record) => OpenIn.Closed
            | (options.SoftwarePartner ? OpenIn.ClosedSoftwarePath : OpenIn.Nothing)
            | (options.SaasRevenueRecognition ? OpenIn.ClosedRevenueProgram : OpenIn.Nothing),
        ReviewStatus.Approved => OpenIn.Approved,
        _ => OpenIn.Nothing,
    };

    private static bool IsExempt(string path, JsonObject after, OpportunityRecord record, PartnerCentralEmulatorOptions options)
    {
        if (record.Status != ReviewStatus.Approved || IsClosed(record)) return false;
        if (path == OwnIdentifier) return !options.LockPartnerOpportunityIdentifier;

        // From no help to help, never back.
        var needs = after.Texts(Needs);
        return path == Needs && record.Aws?.InvolvementType == "For Visibility Only" && needs.Count > 0 && !needs.Contains(PrimaryNeedRules.NoSupport);
    }

    private static void Refuse(string path, OpportunityRecord record, Problems problems) =>
        problems.Add(path, $"Field {path} cannot be changed when the opportunity is {State(record)}.", ProblemCode.ActionNotPermitted);

    private static string State(OpportunityRecord record) =>
        record.Status == ReviewStatus.Approved && IsClosed(record) ? $"in stage '{record.Stage}'" : $"in review status '{record.Status}'";
}
