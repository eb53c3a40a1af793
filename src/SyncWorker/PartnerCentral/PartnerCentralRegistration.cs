using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SyncWorker.Core.Opportunities;
using SyncWorker.PartnerCentral.Quota;
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
        services.TryAddSingleton(_ => AwsCredentials.Chain());
        services.AddMetrics().TryAddSingleton<Metrics>();
        services.AddSingleton<AccountQuotas>().AddSingleton<FirstDay>();
        services.AddTransient<SigV4Handler>();
        services.AddTransient<PacingHandler>();
        services.TryAddTransient<SendingHandler>();
        services.TryAddSingleton<Answered>();
        services.AddSingleton<EngagementTasks>();
        services.AddSingleton(s => new PartnerCentralClient(
            s.GetRequiredService<IHttpClientFactory>().CreateClient(Name), s.GetRequiredService<IOptionsMonitor<PartnerCentralOptions>>(), s.GetRequiredService<Answered>(), s.GetRequiredService<TimeProvider>()));
        services.AddHttpClient(Name).AddLastingHandlers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
            .ConfigureHttpClient(c =>
            {
                c.Timeout = Timeout.InfiniteTimeSpan;
                c.DefaultRequestHeaders.Add("X-Amzn-User-Agent", "SyncWorker|SyncWorker");
            })
            // Each attempt waits for its turn and is signed anew, so both stand inside the pipeline; the wait for a turn is not the attempt's.
            .AddRetryPipeline(Name, IsSafe, answer => (int)answer.StatusCode >= 500, PartnerCentralErrors.IsThrottlingAsync)
            .AddHttpMessageHandler<PacingHandler>()
            .AddAttemptTimeout(Name, TimeSpan.FromMinutes(2))
            .AddHttpMessageHandler<SigV4Handler>()
            .AddHttpMessageHandler<SendingHandler>()
            .AddHttpMessageHandler(s => new MeteredHandler(Side.PartnerCentral, r => Operation.Of(r).Name, s.GetRequiredService<Metrics>(), s.GetRequiredService<TimeProvider>()))
            .AddWholeAnswers();
        return services;
    }

    /// <summary>
    /// Reads, and creates that carry a token, may be sent twice. An update is guarded, but a second send after a landed first would be refused as stale and its receipt lost; associations
    /// and assignments are decided anew by the next look at both sides. What was throttled was not carried out, and may always be sent again.
    /// </summary>
    private static bool IsSafe(HttpRequestMessage request)
    {
        var operation = Operation.Of(request);
        return operation.Kind == CallKind.Read || operation.Name is "CreateOpportunity" or "StartEngagementFromOpportunityTask" or "StartEngagementByAcceptingInvitationTask";
    }
}
