using System.Globalization;
using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Soql;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>Runs queries and hands out their pages.</summary>
internal sealed class QueryEndpoint(Org org)
{
    private const int BatchLeast = 200;
    private const int BatchMost = 2000;

    public ApiReply Run(ApiRequest request, bool withDeleted)
    {
        if (!request.Path.Query.TryGetValue("q", out var soql))
            throw Refusals.QueryMalformed("A query string has to be specified");
        var printer = new RecordPrinter(org.Model, org.Store, request.Path.DataPath);
        var answer = new QueryRunner(org.Model, org.Store, org.Access, printer).Run(soql, withDeleted, request.UserId);
        return ApiReply.Ok(org.Cursors.FirstPage(answer, BatchSize(request), request.Path.DataPath, request.UserId));
    }

    public ApiReply Next(ApiRequest request, string locator) => ApiReply.Ok(org.Cursors.NextPage(locator, request.Path.DataPath, request.UserId));

    /// <summary>"Sforce-Query-Options: batchSize=500". A size out of bounds is brought to the nearest one allowed.</summary>
    private static int BatchSize(ApiRequest request)
    {
        var option = request.Header("Sforce-Query-Options")?.Split(',', StringSplitOptions.TrimEntries)
            .FirstOrDefault(o => o.StartsWith("batchSize=", StringComparison.OrdinalIgnoreCase));
        return option is not null && int.TryParse(option.AsSpan("batchSize=".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? Math.Clamp(size, BatchLeast, BatchMost)
            : BatchMost;
    }
}
