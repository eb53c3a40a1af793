using System.Net;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.Salesforce;

/// <summary>The JWT bearer flow: section 1 of the Salesforce fact sheet.</summary>
public sealed class BearerTests : IDisposable
{
    private readonly EmulatedOrg _org = new();
    private readonly Signer _signer = new();

    public BearerTests() => _org.Emulator.RegisterCertificate(_signer.Certificate());

    public void Dispose()
    {
        _org.Dispose();
        _signer.Dispose();
    }

    [Fact]
    public void Grants_an_assertion_that_the_registered_key_signed()
    {
        var answer = Send(_signer.Sign(Claims()));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotNull(answer.Json["access_token"]);
        Assert.Null(answer.Json["refresh_token"]);
    }

    [Fact]
    public void Takes_an_end_in_quotes_and_one_in_milliseconds_as_official_clients_write_them()
    {
        Assert.Equal(HttpStatusCode.OK, Send(_signer.Sign(With("exp", $"{Now + 180}"))).Status);
        Assert.Equal(HttpStatusCode.OK, Send(_signer.Sign(With("exp", (Now + 300) * 1000))).Status);
    }

    [Fact]
    public void Tolerates_parameters_that_it_does_not_need() => Assert.Equal(HttpStatusCode.OK, Send(_signer.Sign(Claims()), "&client_id=key&format=json").Status);

    [Fact]
    public void Takes_the_user_under_the_old_name_of_the_claim()
    {
        var claims = With("prn", Claims()["sub"]!.GetValue<string>());
        claims.Remove("sub");
        Assert.Equal(HttpStatusCode.OK, Send(_signer.Sign(claims)).Status);
    }

    [Fact]
    public void Refuses_a_signature_by_another_key()
    {
        using var other = new Signer();
        Refused(other.Sign(Claims()), "invalid_grant", "invalid assertion");
    }

    [Fact]
    public void Refuses_everybody_while_no_certificate_is_registered()
    {
        using var org = new EmulatedOrg();
        Assert.Equal(HttpStatusCode.BadRequest, org.Token($"grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion={_signer.Sign(Claims())}").Status);
    }

    [Theory]
    [InlineData("iss", "other", "invalid_client_id", "client identifier invalid")]
    [InlineData("aud", "https://login.example.com", "invalid_grant", "audience is invalid")]
    [InlineData("sub", "nobody@example.com", "invalid_grant", "user hasn't approved this consumer")]
    [InlineData("sub", "ana.silva@example.com", "invalid_grant", "user hasn't approved this consumer")]
    public void Refuses_a_claim_that_is_not_right(string claim, string value, string error, string description) => Refused(_signer.Sign(With(claim, value)), error, description);

    [Fact]
    public void Refuses_an_end_that_is_past() => Refused(_signer.Sign(With("exp", Now - 1)), "invalid_grant", "expired authorization code");

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public void Refuses_what_is_no_assertion(string assertion) => Refused(assertion, "invalid_grant", "invalid assertion");

    [Fact]
    public void Refuses_another_algorithm_than_RS256() => Refused(_signer.Sign(Claims(), "HS256"), "invalid_grant", "invalid assertion");

    [Fact]
    public void Registers_certificates_alone() => Assert.Throws<PersonRefusedException>(() => _org.Emulator.RegisterCertificate("no certificate"));

    private long Now => _org.Clock.GetUtcNow().ToUnixTimeSeconds();

    private JsonObject Claims() => new() { ["iss"] = "key", ["sub"] = "sync.integration@example.com", ["aud"] = "https://login.salesforce.com", ["exp"] = Now + 180 };

    private JsonObject With(string claim, JsonNode value)
    {
        var claims = Claims();
        claims[claim] = value;
        return claims;
    }

    private Answer Send(string assertion, string more = "") => _org.Token($"grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion={assertion}{more}");

    private void Refused(string assertion, string error, string description)
    {
        var answer = Send(assertion);
        Assert.Equal((HttpStatusCode.BadRequest, error, description), (answer.Status, (string?)answer.Json["error"], (string?)answer.Json["error_description"]));
    }
}
