using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SyncWorker.PartnerCentral;
using SyncWorker.Salesforce;
using SyncWorker.State;
using SyncWorker.Tests.State;

namespace SyncWorker.Tests.Recorded;

/// <summary>Both clients with their whole pipelines, over scripted answers.</summary>
internal static class Clients
{
    public static SalesforceClient Salesforce(ScriptedHandler signIn, ScriptedHandler data) => Services(
        services =>
        {
            services.AddSalesforce();
            services.AddHttpClient(TokenSource.ClientName).ConfigurePrimaryHttpMessageHandler(() => signIn);
            services.AddHttpClient(SalesforceRegistration.Name).ConfigurePrimaryHttpMessageHandler(() => data);
        }).GetRequiredService<SalesforceClient>();

    public static PartnerCentralClient PartnerCentral(ScriptedHandler data) => Services(
        services =>
        {
            services.AddSingleton(AwsCredentials.Given("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"));
            services.AddSingleton<ISyncStore>(new MemoryStore()).AddPartnerCentral();
            services.AddHttpClient(PartnerCentralRegistration.Name).ConfigurePrimaryHttpMessageHandler(() => data);
        }).GetRequiredService<PartnerCentralClient>();

    private static ServiceProvider Services(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Salesforce:MyDomain"] = "https://example.my.salesforce.com", ["Salesforce:ClientId"] = "key", ["Salesforce:ClientSecret"] = "secret",
            ["PartnerCentral:Catalog"] = "Sandbox", ["PartnerCentral:ReadsPerSecond"] = "1000", ["PartnerCentral:WritesPerSecond"] = "1000",
        }).Build());
        services.AddLogging().AddSingleton(TimeProvider.System);
        add(services);
        return services.BuildServiceProvider();
    }
}
