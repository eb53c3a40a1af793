using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Store;
using SyncWorker.Emulators.Seed;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>ListSolutions: what the partner registered, from the seed.</summary>
internal sealed class SolutionListing(PartnerCentralState state)
{
    private const int PageSizeDefault = 20;

    public JsonObject List(JsonObject request)
    {
        state.Catalog(request);
        var catalog = request.Text("Catalog")!;
        var found = state.Seed.Solutions[catalog].Where(s =>
            Filter.Admits(request, "Status", s.Status)
            && Filter.Admits(request, "Identifier", s.Id)
            && Filter.Admits(request, "Category", s.Category)
            && request.Texts("AwsMarketplaceSolutionArn").Count == 0);
        return Paging.Cut(request, "SolutionSummaries", PageSizeDefault, found, s => new PageKey(SortValue(s, request.Text("Sort.SortBy")), s.Id), s => new JsonObject
        {
            ["Catalog"] = catalog,
            ["Id"] = s.Id,
            ["Arn"] = state.Arn(catalog, "solution", s.Id),
            ["Name"] = s.Name,
            ["Status"] = s.Status,
            ["Category"] = s.Category,
            ["CreatedDate"] = s.CreatedDate,
            ["AwsMarketplaceSolutionArn"] = null,
        });
    }

    private static string SortValue(PartnerCentralSolution solution, string? sortBy) => sortBy switch
    {
        "Name" => solution.Name,
        "Status" => solution.Status,
        "Category" => solution.Category,
        "CreatedDate" => solution.CreatedDate,
        _ => "",
    };
}
