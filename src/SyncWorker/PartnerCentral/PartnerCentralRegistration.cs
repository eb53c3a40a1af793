using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SyncWorker.Remote;

namespace SyncWorker.PartnerCentral;

/// <summary>The Partner Central client with its signing, pacing and pipeline.</summary>
internal static class PartnerCentralRegistration
{
    /// <summary>The name of the client, under which tests put another primary handler.</summary>
    public const string Name = "Partner Central";

    public static IServiceCollection AddPartnerCentral(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<PartnerCentralOptions>().BindConfiguration("PartnerCentral", o => o.ErrorOnUnknownConfiguration = true);
        services.AddSingleton<IValidateOptions<PartnerCentralOptions>, ValidatePartnerCentralOptions>();
        services.TryAddSingleton(AwsCredentials.Chain);
        services.AddSingleton<PartnerCentralPacers>();
        services.AddTransient<SigV4Handler>();
        services.AddTransient<PacingHandler>();
        services.AddHttpClient<PartnerCentralClient>(Name)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
            .ConfigureHttpClient(c =>
            {
                c.Timeout = Timeout.InfiniteTimeSpan;
                c.DefaultRequestHeaders.Add("X-Amzn-User-Agent", "SyncWorker|SyncWorker");
            })
            // Each attempt waits for its turn and is signed anew, so both stand inside the pipeline.
            .AddRetryPipeline(Name, IsSafe, IsTransient, TimeSpan.FromMinutes(2))
            .AddHttpMessageHandler<PacingHandler>()
            .AddHttpMessageHandler<SigV4Handler>();
        return services;
    }

    /// <summary>
    /// Reads, and creates that carry a token, may be sent twice. An update is guarded, but a second send after a landed first would be refused as stale and its receipt lost; associations
    /// and assignments are decided anew by the next look at both sides.
    /// </summary>
    private static bool IsSafe(HttpRequestMessage request)
    {
        var operation = request.Headers.TryGetValues(PartnerCentralClient.Target, out var target) ? target.First().Split('.')[^1] : "";
        return operation.StartsWith("Get", StringComparison.Ordinal) || operation.StartsWith("List", StringComparison.Ordinal)
            || operation is "CreateOpportunity" or "StartEngagementFromOpportunityTask" or "StartEngagementByAcceptingInvitationTask";
    }

    private static bool IsTransient(HttpResponseMessage answer) => answer.StatusCode == HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500
        || (answer.Headers.TryGetValues("x-amzn-ErrorType", out var types) && types.Any(t => t.StartsWith("Throttling", StringComparison.Ordinal)));
}
