using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Store;
using SyncWorker.Emulators.PartnerCentral.Wire;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>ListOpportunities: filters, sort orders and pages.</summary>
internal sealed class OpportunityListing(PartnerCentralState state)
{
    private const int PageSizeDefault = 20;

    public JsonObject List(JsonObject request)
    {
        var found = state.Catalog(request).Opportunities.Values.Where(record => !record.AtAwsOnly && Matches(record, request));
        var sortBy = request.Text("Sort.SortBy") ?? "LastModifiedDate";
        return Paging.Cut(
            request,
            "OpportunitySummaries",
            PageSizeDefault,
            found,
            record => new PageKey(SortValue(record, sortBy), record.Id),
            record => OpportunityRendering.Summary(record, state));
    }

    private static bool Matches(OpportunityRecord record, JsonObject request) =>
        Filter.Admits(request, "Identifier", record.Id)
        && Filter.Admits(request, "LifeCycleStage", record.Stage)
        && Filter.Admits(request, "LifeCycleReviewStatus", record.Status)
        && Filter.Admits(request, "CustomerCompanyName", record.Document.Text("Customer.Account.CompanyName"))
        && IsWithin(request, "LastModifiedDate", record.Modified)
        && IsWithin(request, "CreatedDate", record.Created)
        && IsWithinDates(request, record.Document.Text("LifeCycle.TargetCloseDate"));

    // "On or after", as the operation's own text says; the member's text says "after".
    private static bool IsWithin(JsonObject request, string filter, DateTimeOffset at) =>
        (request.Text($"{filter}.After{filter}") is not { } after || at >= Stamp.Read(after))
        && (request.Text($"{filter}.Before{filter}") is not { } before || at < Stamp.Read(before));

    private static bool IsWithinDates(JsonObject request, string? date) =>
        (request.Text("TargetCloseDate.AfterTargetCloseDate") is not { } after || string.CompareOrdinal(date, after) >= 0)
        && (request.Text("TargetCloseDate.BeforeTargetCloseDate") is not { } before || string.CompareOrdinal(date, before) < 0);

    private static string SortValue(OpportunityRecord record, string sortBy) => sortBy switch
    {
        "Identifier" => "",
        "CustomerCompanyName" => record.Document.Text("Customer.Account.CompanyName") ?? "",
        "CreatedDate" => Stamp.Milliseconds(record.Created),
        "TargetCloseDate" => record.Document.Text("LifeCycle.TargetCloseDate") ?? "",
        _ => Stamp.Milliseconds(record.Modified),
    };
}
