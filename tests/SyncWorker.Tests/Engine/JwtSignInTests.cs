using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SyncWorker.Core.Opportunities;
using SyncWorker.Salesforce;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class JwtSignInTests : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly string _file = Path.GetTempFileName();

    public JwtSignInTests() => File.WriteAllText(_file, _key.ExportPkcs8PrivateKeyPem());

    [Fact]
    public async Task With_the_key_of_the_registered_certificate_the_worker_signs_in_and_works_on_when_its_session_ends()
    {
        await using var world = new World(ByJwt);
        world.Emulated.Salesforce.RegisterCertificate(Certificate());
        var record = await world.SharedAsync(Deals.Northwind);
        world.Emulated.Salesforce.EndSessions();
        world.SellerEdits(record, Deals.Complete());
        world.SellerEdits(record, new JsonObject { [CoSellFields.SubmitToAws] = true });
        await world.SyncAsync();
        Assert.Equal("Submitted", world.Field(record, "Status__c"));
    }

    [Fact]
    public async Task Without_the_certificate_nothing_is_asked_of_the_org()
    {
        await using var world = new World(ByJwt);
        await Assert.ThrowsAnyAsync<Exception>(() => world.CycleAsync());
        Assert.DoesNotContain(world.Emulated.Salesforce.Calls, c => c.Operation.Contains("composite", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _key.Dispose();
        File.Delete(_file);
    }

    private void ByJwt(IServiceCollection services) => services.PostConfigure<SalesforceOptions>(o =>
        (o.ClientSecret, o.PrivateKeyFile, o.Username) = (null, _file, "sync.integration@example.com"));

    private string Certificate()
    {
        var request = new CertificateRequest("CN=syncworker", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return certificate.ExportCertificatePem();
    }
}
