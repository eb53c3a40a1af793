using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.Salesforce;

/// <summary>An app's key and certificate, and the assertions it signs.</summary>
internal sealed class Signer : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);

    public string Certificate()
    {
        var request = new CertificateRequest("CN=syncworker", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return certificate.ExportCertificatePem();
    }

    public string Sign(JsonObject claims, string algorithm = "RS256")
    {
        var signed = $"{Encode(new JsonObject { ["alg"] = algorithm })}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public void Dispose() => _key.Dispose();

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
