using System.Net;
using Microsoft.Extensions.Time.Testing;
using SyncWorker.Emulators.PartnerCentral;
using SyncWorker.Emulators.PartnerCentral.Wire;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class SignatureTests : IDisposable
{
    private readonly SellingClient _client = new();

    /// <summary>Vectors of AWS's published Signature Version 4 test suite.</summary>
    [Theory]
    [InlineData("GET", "/", "", "host;x-amz-date", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "/", "", "host;x-amz-date", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("GET", "/?Param2=value2&Param1=value1", "", "host;x-amz-date", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("POST", "/", "Param1=value1", "content-type;host;x-amz-date", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")]
    public void The_published_test_vectors_verify(string method, string path, string body, string signedHeaders, string signature)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "https://example.amazonaws.com" + path);
        request.Content = new StringContent(body);
        request.Content.Headers.Remove("Content-Type");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20150830T123600Z");
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders={signedHeaders}, Signature={signature}");
        var clock = new FakeTimeProvider(new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero));
        var keys = new PartnerCentralEmulatorOptions { AccessKeyId = "AKIDEXAMPLE", SecretAccessKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
        var verifier = new SigV4Verifier("service", keys, clock);

        verifier.Verify(request, System.Text.Encoding.UTF8.GetBytes(body));
    }

    [Fact]
    public void A_request_without_a_signature_misses_its_token() =>
        Refused("MissingAuthenticationToken", m => m.Headers.Remove("Authorization"));

    [Fact]
    public void An_authorization_without_its_parts_is_incomplete() =>
        Refused("IncompleteSignature", m => Authorize(m, "AWS4-HMAC-SHA256 Credential=AKIA/20261123/us-east-1/partnercentral-selling/aws4_request"));

    [Fact]
    public void An_unknown_access_key_is_an_unrecognized_client() =>
        Refused("UnrecognizedClientException", m => Reauthorize(m, "AKIAEMULATEDPARTNER1", "AKIASOMEBODYELSE"));

    [Fact]
    public void A_body_changed_after_signing_does_not_match() =>
        Refused("SignatureDoesNotMatch", m => m.Content = Reworded(m.Content!));

    [Fact]
    public void A_signed_header_changed_after_signing_does_not_match() => Refused("SignatureDoesNotMatch", m =>
    {
        m.Headers.Remove("X-Amz-Target");
        m.Headers.TryAddWithoutValidation("X-Amz-Target", "AWSPartnerCentralSelling.GetOpportunity");
    });

    [Fact]
    public void A_signature_for_the_IAM_prefix_instead_of_the_signing_name_does_not_match() =>
        Refused("SignatureDoesNotMatch", m => Reauthorize(m, "/partnercentral-selling/", "/partnercentral/"));

    [Fact]
    public void A_signature_for_another_region_does_not_match() =>
        Refused("SignatureDoesNotMatch", m => Reauthorize(m, "/us-east-1/", "/us-west-2/"));

    [Fact]
    public void A_signature_in_the_query_is_not_looked_for() => Refused("MissingAuthenticationToken", m =>
    {
        m.Headers.Remove("Authorization");
        m.RequestUri = new Uri(m.RequestUri!, "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAEMULATEDPARTNER1&X-Amz-Signature=00");
    });

    [Theory]
    [InlineData(4.9, null)]
    [InlineData(5.1, "SignatureDoesNotMatch")]
    [InlineData(-5.1, "SignatureDoesNotMatch")]
    public void A_signature_is_good_for_five_minutes_either_way(double minutes, string? error)
    {
        var now = _client.Clock.GetUtcNow();
        using var message = Signed(now.AddMinutes(-minutes));

        Assert.Equal(error, _client.Send(message).Error);
    }

    [Fact]
    public void A_session_token_and_headers_that_were_not_signed_are_tolerated() => Assert.Null(_client.Call("ListOpportunities", [], m =>
    {
        m.Headers.TryAddWithoutValidation("X-Amz-Security-Token", "token");
        m.Headers.TryAddWithoutValidation("User-Agent", "aws-sdk-js/3.1124.0 ua/2.1");
    }).Error);

    [Theory]
    [InlineData("session", null)]
    [InlineData("another", "UnrecognizedClientException")]
    [InlineData(null, "UnrecognizedClientException")]
    public void An_account_with_a_session_wants_its_token(string? sent, string? error)
    {
        using var client = new SellingClient(new PartnerCentralEmulatorOptions { SessionToken = "session" });

        Assert.Equal(error, client.Call("ListOpportunities", [], m =>
        {
            if (sent is not null) m.Headers.TryAddWithoutValidation("X-Amz-Security-Token", sent);
        }).Error);
    }

    private HttpRequestMessage Signed(DateTimeOffset at)
    {
        const string Body = """{"Catalog":"AWS"}""";
        var message = new HttpRequestMessage(HttpMethod.Post, "https://partnercentral-selling.us-east-1.api.aws/") { Content = new StringContent(Body) };
        message.Content.Headers.Remove("Content-Type");
        message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-amz-json-1.0");
        message.Headers.TryAddWithoutValidation("X-Amz-Target", "AWSPartnerCentralSelling.ListOpportunities");
        new TestSigner(_client.Options.AccessKeyId, _client.Options.SecretAccessKey).Sign(message, Body, at);
        return message;
    }

    private void Refused(string error, Action<HttpRequestMessage> spoil)
    {
        var answer = _client.Call("ListOpportunities", [], spoil);

        Assert.Equal((error, HttpStatusCode.Forbidden), (answer.Error, answer.Status));
    }

    private static void Reauthorize(HttpRequestMessage message, string old, string replacement) =>
        Authorize(message, message.Headers.GetValues("Authorization").Single().Replace(old, replacement, StringComparison.Ordinal));

    private static void Authorize(HttpRequestMessage message, string value)
    {
        message.Headers.Remove("Authorization");
        message.Headers.TryAddWithoutValidation("Authorization", value);
    }

    private static StringContent Reworded(HttpContent original)
    {
        var content = new StringContent("""{"Catalog":"Sandbox"}""");
        content.Headers.ContentType = original.Headers.ContentType;
        return content;
    }

    public void Dispose() => _client.Dispose();
}
