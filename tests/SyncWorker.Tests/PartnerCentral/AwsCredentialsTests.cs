using System.Net;
using Amazon;
using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;
using SyncWorker.PartnerCentral;
using SyncWorker.Remote;
using SyncWorker.Tests.Recorded;

namespace SyncWorker.Tests.PartnerCentral;

public sealed class AwsCredentialsTests
{
    private static readonly ImmutableCredentials Some = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null);

    private readonly ScriptedHandler _data = new((HttpStatusCode.OK, """{"Id":"O1","LastModifiedDate":"2026-11-23T09:00:00.000Z"}"""));
    private Exception? _failure;

    public static TheoryData<Exception> Failures => [new AmazonClientException("no provider"), new AmazonServiceException("no role"), new HttpRequestException("no route"), new TaskCanceledException("too slow")];

    [Fact]
    public async Task The_chain_is_walked_once_for_however_many_requests()
    {
        var (walked, isOurs) = (0, new AsyncLocal<bool> { Value = true });
        AWSConfigs.AWSCredentialsGenerators =
        [
            () =>
            {
                // Other tests' workers have no credentials, as without this one.
                if (!isOurs.Value) throw new AmazonClientException("none");
                walked++;
                return new BasicAWSCredentials(Some.AccessKey, Some.SecretKey);
            },
        ];
        try
        {
            using var chain = AwsCredentials.Chain();
            for (var i = 0; i < 3; i++) Assert.Equal(Some.AccessKey, (await chain.ResolveAsync(default)).AccessKey);
        }
        finally
        {
            AWSConfigs.AWSCredentialsGenerators = null;
        }

        Assert.Equal(1, walked);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Credentials_that_were_never_had_are_a_matter_of_configuration(Exception failure)
    {
        _failure = failure;
        var error = await Assert.ThrowsAsync<RemoteException>(() => Failing().ResolveAsync(default));
        Assert.Equal((RemoteErrorKind.Unauthorised, "NO_AWS_CREDENTIALS", failure), (error.Kind, error.Code, error.InnerException));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Credentials_that_cannot_be_renewed_for_a_while_are_a_passing_failure(Exception failure)
    {
        var credentials = Failing();
        await credentials.ResolveAsync(default);
        _failure = failure;
        var error = await Assert.ThrowsAsync<RemoteException>(() => credentials.ResolveAsync(default));
        Assert.Equal((RemoteErrorKind.Transient, "CREDENTIALS_NOT_RENEWED", true, failure), (error.Kind, error.Code, error.IsAboutTheWorker, error.InnerException));
        _failure = null;
        Assert.Equal(Some, await credentials.ResolveAsync(default));
    }

    [Fact]
    public async Task A_write_that_could_not_be_signed_never_left()
    {
        var client = Clients.PartnerCentral(_data, credentials: Failing());
        await client.GetOpportunityAsync("O1", default);
        _failure = new AmazonServiceException("no role");
        var error = await Assert.ThrowsAsync<RemoteException>(() => client.UpdateOpportunityAsync([], DateTimeOffset.MaxValue, default));
        Assert.False(error.MayHaveLanded);
        Assert.Single(_data.Asked);
    }

    [Fact]
    public async Task A_write_whose_credentials_do_not_come_in_time_never_left()
    {
        var clock = new FakeTimeProvider();
        var asked = Clients.PartnerCentral(_data, clock, new AwsCredentials(c => new TaskCompletionSource<ImmutableCredentials>().Task.WaitAsync(c))).UpdateOpportunityAsync([], DateTimeOffset.MaxValue, default);
        clock.Advance(TimeSpan.FromMinutes(2));
        var error = await Assert.ThrowsAsync<RemoteException>(() => asked);
        Assert.Equal(("NO_ANSWER", false), (error.Code, error.MayHaveLanded));
        Assert.Empty(_data.Asked);
    }

    [Fact]
    public async Task A_create_that_was_not_answered_may_have_landed_though_its_second_attempt_cannot_be_signed()
    {
        var data = new Interrupted(() => _failure = new AmazonServiceException("no role"));
        var error = await Assert.ThrowsAsync<RemoteException>(() => Clients.PartnerCentral(data, credentials: Failing()).CreateOpportunityAsync([], DateTimeOffset.MaxValue, default));
        Assert.Equal((RemoteException.CredentialsNotRenewed, true), (error.Code, error.MayHaveLanded));
    }

    private AwsCredentials Failing() => new(_ => _failure is { } failure ? Task.FromException<ImmutableCredentials>(failure) : Task.FromResult(Some));

    private sealed class Interrupted(Action sent) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent();
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection broke");
        }
    }
}
