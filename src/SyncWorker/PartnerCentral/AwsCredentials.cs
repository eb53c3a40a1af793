using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using SyncWorker.Remote;

namespace SyncWorker.PartnerCentral;

/// <summary>Where AWS credentials come from: the SDK's own chain, or given ones for the emulator.</summary>
/// <param name="resolve">Asks for them before each request; whatever stands behind it keeps and renews them.</param>
/// <param name="source">What stands behind it, where it has to be let go in the end.</param>
internal sealed class AwsCredentials(Func<CancellationToken, Task<ImmutableCredentials>> resolve, IDisposable? source = null) : IDisposable
{
    private volatile bool _wereHad;

    /// <exception cref="RemoteException">There are none: a matter of configuration where there never were any, and otherwise of time.</exception>
    public async Task<ImmutableCredentials> ResolveAsync(CancellationToken cancellation)
    {
        try
        {
            var credentials = await resolve(cancellation);
            _wereHad = true;
            return credentials;
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            throw _wereHad ? NotRenewed(failed) : NeverHad(failed);
        }
    }

    public void Dispose() => source?.Dispose();

    /// <summary>The SDK's chain: environment, profile, assumed role, single sign-on, web identity, container and instance metadata. It finds out once where they are, until environment or profile change.</summary>
    public static AwsCredentials Chain()
    {
        var chain = new DefaultAWSCredentialsIdentityResolver();
        return new AwsCredentials(ResolveAsync, chain);

        async Task<ImmutableCredentials> ResolveAsync(CancellationToken cancellation)
        {
            var identity = await chain.ResolveIdentityAsync(null, cancellation);
            return await identity.GetCredentialsAsync().WaitAsync(cancellation);
        }
    }

    public static AwsCredentials Given(string accessKeyId, string secretAccessKey) => new(_ => Task.FromResult(new ImmutableCredentials(accessKeyId, secretAccessKey, null)));

    private static RemoteException NeverHad(Exception failed) => new("Partner Central", "signing", RemoteErrorKind.Unauthorised, "NO_AWS_CREDENTIALS",
        "No AWS credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile (AWS_PROFILE), or run with a role that may use Partner Central.", failed);

    private static RemoteException NotRenewed(Exception failed) => new("Partner Central", "signing", RemoteErrorKind.Transient, RemoteException.CredentialsNotRenewed,
        $"The AWS credentials could not be renewed ({failed.GetBaseException().Message}). Nothing is sent to Partner Central until they are; check where they come from if that lasts.", failed);
}
