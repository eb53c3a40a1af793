using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SyncWorker.Tests.OfficialClients;

/// <summary>The program's own verb <c>emulate</c>, in a process of its own, as anybody would start it.</summary>
public sealed class Emulate : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private Process? _process;

    /// <summary>Its first line: where both systems and their controls answer, and the keys to them.</summary>
    internal string FirstLine { get; private set; } = "";

    /// <summary>The key and the self-signed certificate of an app, in PEM, for clients that sign in by JWT bearer.</summary>
    internal (string Key, string Certificate) App { get; } = MakeApp();

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (NodePackages.Missing is not null) return;
        var program = Path.Combine(AppContext.BaseDirectory, "SyncWorker.dll");
        _process = Process.Start(Command.Start("dotnet", [program, "emulate", "--config", Repository.Config], Repository.Root))!;
        using var giveUp = new CancellationTokenSource(Patience);
        FirstLine = await _process.StandardOutput.ReadLineAsync(giveUp.Token)
            ?? throw new InvalidOperationException($"emulate ended without a word: {await _process.StandardError.ReadToEndAsync(giveUp.Token)}");
    }

    private static (string Key, string Certificate) MakeApp()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=syncworker", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return (key.ExportPkcs8PrivateKeyPem(), certificate.ExportCertificatePem());
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_process is null) return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
