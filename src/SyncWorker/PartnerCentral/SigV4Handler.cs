using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Util;
using Microsoft.Extensions.Options;

namespace SyncWorker.PartnerCentral;

/// <summary>
/// Signs requests with AWS Signature Version 4, with the AWS SDK's own signer and credentials. All use of the SDK's internal namespace is in this file.
/// </summary>
internal sealed class SigV4Handler(AwsCredentials credentials, IOptionsMonitor<PartnerCentralOptions> options, TimeProvider time) : DelegatingHandler
{
    private const string SigningName = "partnercentral-selling";

    // The SDK's configuration looks at a good deal when it is made; it stays as long as the settings do.
    private SigningConfig? _config;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var given = options.CurrentValue;
        if (_config?.Options != given) _config = new SigningConfig(given);
        var identity = await credentials.ResolveAsync(cancellationToken);
        var toSign = new DefaultRequest(new Unserved(), SigningName)
        {
            HttpMethod = request.Method.Method,
            Endpoint = new Uri(request.RequestUri!.GetLeftPart(UriPartial.Authority)),
            ResourcePath = request.RequestUri.AbsolutePath,
            Content = await request.Content!.ReadAsByteArrayAsync(cancellationToken),
            AuthenticationRegion = given.Region,
            OverrideSigningServiceName = SigningName,
        };
        foreach (var (name, values) in request.Headers.Concat(request.Content.Headers)) toSign.Headers[name] = string.Join(",", values);
        if (identity.Token is { Length: > 0 } session) toSign.Headers["X-Amz-Security-Token"] = session;
        var signed = new AWS4Signer().SignRequest(toSign, _config, new RequestMetrics(), identity.AccessKey, identity.SecretKey, time.GetUtcNow().UtcDateTime);
        foreach (var name in (string[])["X-Amz-Date", "X-Amz-Content-SHA256", "X-Amz-Security-Token"])
        {
            request.Headers.Remove(name);
            if (toSign.Headers.TryGetValue(name, out var value)) request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", signed.ForAuthorizationHeader);
        return await base.SendAsync(request, cancellationToken);
    }

    /// <summary>The signer wants a request object; nothing is sent through it.</summary>
    private sealed class Unserved : AmazonWebServiceRequest;

    private sealed class SigningConfig : ClientConfig
    {
        public SigningConfig(PartnerCentralOptions options)
            : base(new StaticDefaults())
        {
            AuthenticationRegion = options.Region;
            ServiceURL = options.Address().ToString();
            Options = options;
        }

        public PartnerCentralOptions Options { get; }

        public override string RegionEndpointServiceName => SigningName;

        public override string ServiceVersion => "2022-07-26";

        public override string UserAgent => "SyncWorker";

        public override Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(Amazon.Runtime.Endpoints.ServiceOperationEndpointParameters parameters) => new(ServiceURL);
    }

    private sealed class StaticDefaults : IDefaultConfigurationProvider
    {
        public IDefaultConfiguration GetDefaultConfiguration(Amazon.RegionEndpoint clientRegion, DefaultConfigurationMode? requestedConfigurationMode = null) => new DefaultConfiguration();
    }
}
