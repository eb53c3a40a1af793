using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using SyncWorker.Remote;

namespace SyncWorker.PartnerCentral;

/// <summary>Where AWS credentials come from: the SDK's own chain, or given ones for the emulator.</summary>
internal sealed class AwsCredentials(Func<CancellationToken, Task<ImmutableCredentials>> resolve)
{
    public async Task<ImmutableCredentials> ResolveAsync(CancellationToken cancellation)
    {
        try
        {
            return await resolve(cancellation);
        }
        catch (AmazonClientException none)
        {
            throw new RemoteException("Partner Central", "signing", RemoteErrorKind.Unauthorised, "NO_AWS_CREDENTIALS",
                "No AWS credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile (AWS_PROFILE), or run with a role that may use Partner Central.", none);
        }
    }

    /// <summary>The SDK's chain: environment, profile, assumed role, single sign-on, web identity, container and instance metadata.</summary>
    public static AwsCredentials Chain { get; } = new(async cancellation =>
    {
        var identity = await new DefaultAWSCredentialsIdentityResolver().ResolveIdentityAsync(null, cancellation);
        return await identity.GetCredentialsAsync();
    });

    public static AwsCredentials Given(string accessKeyId, string secretAccessKey) => new(_ => Task.FromResult(new ImmutableCredentials(accessKeyId, secretAccessKey, null)));
}
