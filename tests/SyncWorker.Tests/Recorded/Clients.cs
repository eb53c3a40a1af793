using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SyncWorker.PartnerCentral;
using SyncWorker.Salesforce;
using SyncWorker.Salesforce.SignIn;
using SyncWorker.State;
using SyncWorker.Tests.State;

namespace SyncWorker.Tests.Recorded;

/// <summary>Both clients with their whole pipelines, over scripted answers.</summary>
internal static class Clients
{
    /// <param name="signIn">Answers the sign-in; null goes over the network.</param>
    /// <param name="data">Answers what carries the token; null goes over the network.</param>
    /// <param name="settings">The settings beyond address and consumer key; client credentials by default.</param>
    /// <param name="time">The clock.</param>
    public static SalesforceClient Salesforce(HttpMessageHandler? signIn, HttpMessageHandler? data, IReadOnlyDictionary<string, string?>? settings = null, TimeProvider? time = null) => Services(
        services =>
        {
            services.AddSalesforce();
            if (signIn is not null) services.AddHttpClient(TokenSource.ClientName).ConfigurePrimaryHttpMessageHandler(() => signIn);
            if (data is not null) services.AddHttpClient(SalesforceRegistration.Name).ConfigurePrimaryHttpMessageHandler(() => data);
        },
        settings, time).GetRequiredService<SalesforceClient>();

    /// <summary>Client credentials, of which the recorded answers speak.</summary>
    public static IReadOnlyDictionary<string, string?> ClientCredentials { get; } = new Dictionary<string, string?> { ["Salesforce:ClientSecret"] = "secret" };

    public static PartnerCentralClient PartnerCentral(HttpMessageHandler data, TimeProvider? time = null, AwsCredentials? credentials = null) => Services(
        services =>
        {
            services.AddSingleton(credentials ?? AwsCredentials.Given("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"));
            services.AddSingleton<ISyncStore>(new MemoryStore()).AddPartnerCentral();
            services.AddHttpClient(PartnerCentralRegistration.Name).ConfigurePrimaryHttpMessageHandler(() => data);
        },
        time: time).GetRequiredService<PartnerCentralClient>();

    private static ServiceProvider Services(Action<IServiceCollection> add, IReadOnlyDictionary<string, string?>? settings = null, TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Salesforce:MyDomain"] = "https://example.my.salesforce.com", ["Salesforce:ClientId"] = "key",
            ["PartnerCentral:Catalog"] = "Sandbox", ["PartnerCentral:ReadsPerSecond"] = "1000", ["PartnerCentral:WritesPerSecond"] = "1000",
        }).AddInMemoryCollection(settings ?? ClientCredentials).Build());
        services.AddLogging().AddSingleton(time ?? TimeProvider.System);
        add(services);
        return services.BuildServiceProvider();
    }
}
