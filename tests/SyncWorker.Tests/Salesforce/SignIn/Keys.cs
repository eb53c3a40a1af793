using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SyncWorker.Tests.Salesforce.SignIn;

/// <summary>A key file with its certificate, as an administrator makes them.</summary>
internal sealed class Keys : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("syncworker-test-").FullName;

    public Keys(int bits = 2048)
    {
        using var key = RSA.Create(bits);
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Certificate = new CertificateRequest("CN=syncworker", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now, now.AddYears(2));
        File = Write("server.key", key.ExportPkcs8PrivateKeyPem());
    }

    public string File { get; }

    public X509Certificate2 Certificate { get; }

    public string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(file, text);
        return file;
    }

    public void Dispose()
    {
        Certificate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
