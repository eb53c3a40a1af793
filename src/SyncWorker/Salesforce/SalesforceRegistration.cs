using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SyncWorker.Core.Opportunities;
using SyncWorker.Remote;
using SyncWorker.Salesforce.SignIn;

namespace SyncWorker.Salesforce;

/// <summary>The Salesforce client with its sign-in and its pipeline.</summary>
internal static class SalesforceRegistration
{
    public static IServiceCollection AddSalesforce(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<SalesforceOptions>().BindConfiguration("Salesforce", o => o.ErrorOnUnknownConfiguration = true);
        services.AddSingleton<IValidateOptions<SalesforceOptions>, ValidateSalesforceOptions>();
        services.AddSingleton<IValidateOptions<SalesforceOptions>, ValidateSignIn>();
        services.AddMetrics().TryAddSingleton<Metrics>();
        services.AddSingleton<TokenSource>().AddSingleton<ApiUsage>();
        services.TryAddTransient<SendingHandler>();
        services.TryAddSingleton<Answered>();
        services.AddTransient<BearerHandler>().AddTransient<ApiUsageHandler>();
        services.AddHttpClient(TokenSource.ClientName).AddLastingHandlers().ConfigurePrimaryHttpMessageHandler(() => Sockets())
            .AddRetryPipeline("Salesforce sign-in", _ => true, IsTransient).AddAttemptTimeout("Salesforce sign-in", Timeout).AddWholeAnswers();
        services.AddSingleton(s => new SalesforceClient(s.GetRequiredService<IHttpClientFactory>().CreateClient(Name), s.GetRequiredService<IOptionsMonitor<SalesforceOptions>>(), s.GetRequiredService<Answered>()));
        services.AddHttpClient(Name).AddLastingHandlers().ConfigurePrimaryHttpMessageHandler(() => Sockets())
            .ConfigureHttpClient(Headers)
            .AddRetryPipeline(Name, IsSafe, IsTransient).AddAttemptTimeout(Name, Timeout)
            .AddHttpMessageHandler<BearerHandler>()
            .AddHttpMessageHandler<SendingHandler>()
            .AddHttpMessageHandler<ApiUsageHandler>()
            .AddHttpMessageHandler(s => new MeteredHandler(Side.Salesforce, Operation, s.GetRequiredService<Metrics>(), s.GetRequiredService<TimeProvider>()))
            .AddWholeAnswers();
        return services;
    }

    /// <summary>The name of the client, under which tests put another primary handler.</summary>
    public const string Name = "Salesforce";

    /// <summary>Reads may be sent twice. A composite may hold a guarded update: the guard would refuse the second, and the first's answer would be lost, so it is not.</summary>
    private static bool IsSafe(HttpRequestMessage request) => request.Method == HttpMethod.Get;

    /// <summary>The resource below the version, such as <c>composite</c> or <c>sobjects</c>: what follows may be an id.</summary>
    private static string Operation(HttpRequestMessage request) => request.RequestUri?.Segments.ElementAtOrDefault(4)?.Trim('/') ?? "";

    private static TimeSpan Timeout(IServiceProvider services) => services.GetRequiredService<IOptionsMonitor<SalesforceOptions>>().CurrentValue.RequestTimeout;

    private static bool IsTransient(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or (HttpStatusCode)420 || (int)answer.StatusCode >= 500;

    private static void Headers(HttpClient client)
    {
        client.Timeout = System.Threading.Timeout.InfiniteTimeSpan;
        client.DefaultRequestHeaders.Add("Sforce-Call-Options", "client=SyncWorker");
        client.DefaultRequestHeaders.Add("Sforce-Mru", "updateMru=false");
        client.DefaultRequestHeaders.Add("Sforce-Auto-Assign", "FALSE");
        client.DefaultRequestHeaders.Add("Sforce-Duplicate-Rule-Header", "allowSave=true; includeRecordDetails=false; runAsCurrentUser=true");
    }

    /// <summary>No redirects, because a credential follows none, and no cookies, because the token is the only credential.</summary>
    private static SocketsHttpHandler Sockets() => new() { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) };
}
