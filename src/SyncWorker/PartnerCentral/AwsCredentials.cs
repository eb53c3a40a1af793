using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace SyncWorker.PartnerCentral;

/// <summary>Where AWS credentials come from: the SDK's own chain, or given ones for the emulator.</summary>
internal sealed class AwsCredentials(Func<CancellationToken, Task<ImmutableCredentials>> resolve)
{
    public Task<ImmutableCredentials> ResolveAsync(CancellationToken cancellation) => resolve(cancellation);

    /// <summary>The SDK's chain: environment, profile, assumed role, single sign-on, web identity, container and instance metadata.</summary>
    public static AwsCredentials Chain { get; } = new(async cancellation =>
    {
        var identity = await new DefaultAWSCredentialsIdentityResolver().ResolveIdentityAsync(null, cancellation);
        return await identity.GetCredentialsAsync();
    });

    public static AwsCredentials Given(string accessKeyId, string secretAccessKey) => new(_ => Task.FromResult(new ImmutableCredentials(accessKeyId, secretAccessKey, null)));
}
