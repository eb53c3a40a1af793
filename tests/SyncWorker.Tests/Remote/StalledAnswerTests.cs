using System.Net;
using Microsoft.Extensions.Time.Testing;
using SyncWorker.Remote;
using SyncWorker.Tests.Recorded;
using SyncWorker.Tests.Salesforce.SignIn;

namespace SyncWorker.Tests.Remote;

public sealed class StalledAnswerTests : IAsyncDisposable
{
    private const string Opportunity = """{"Id":"O1","LastModifiedDate":"2026-11-23T09:00:00.000Z"}""";

    private static readonly TimeSpan AtPartnerCentral = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AtSalesforce = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly StalledBody _body = new();

    public ValueTask DisposeAsync() => _body.DisposeAsync();

    [Fact]
    public async Task A_read_at_Partner_Central_whose_answer_stops_in_its_body_is_sent_again_after_the_attempts_time()
    {
        var data = Stalling(HttpStatusCode.OK, Opportunity);
        var asked = Clients.PartnerCentral(data, _clock).GetOpportunityAsync("O1", default);
        await OverAsync(asked, AtPartnerCentral);
        Assert.Equal("O1", (await asked)["Id"]!.GetValue<string>());
        Assert.Equal(2, data.Asked.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_write_at_Partner_Central_whose_answer_stops_in_its_body_may_have_landed_and_is_not_sent_again(HttpStatusCode status)
    {
        var data = Stalling(status, Opportunity);
        var asked = Clients.PartnerCentral(data, _clock).UpdateOpportunityAsync([], DateTimeOffset.MaxValue, default);
        await OverAsync(asked, AtPartnerCentral);
        await AssertUncertainAsync(asked, data);
    }

    [Fact]
    public async Task A_create_whose_answer_stopped_in_its_body_may_have_landed_though_its_second_attempt_is_refused()
    {
        var data = Stalling(HttpStatusCode.OK, () => Answers.Json(HttpStatusCode.Forbidden, """{"__type":"AccessDeniedException","Message":"m"}"""));
        var asked = Clients.PartnerCentral(data, _clock).CreateOpportunityAsync([], DateTimeOffset.MaxValue, default);
        await OverAsync(asked, AtPartnerCentral);
        var error = await Assert.ThrowsAsync<RemoteException>(() => asked);
        Assert.Equal((RemoteErrorKind.Unauthorised, true, 2), (error.Kind, error.MayHaveLanded, data.Asked.Count));
    }

    [Fact]
    public async Task A_read_at_Salesforce_whose_answer_stops_in_its_body_is_sent_again_after_the_attempts_time()
    {
        var data = Stalling(HttpStatusCode.OK, Answers.Empty);
        var asked = Clients.Salesforce(SignIn(), data, time: _clock).QueryAsync("SELECT Id FROM Account", default);
        await OverAsync(asked, AtSalesforce);
        Assert.Empty((await asked).Records);
        Assert.Equal(2, data.Asked.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task A_write_at_Salesforce_whose_answer_stops_in_its_body_may_have_landed_and_is_not_sent_again(HttpStatusCode status)
    {
        var data = Stalling(status, """{"id":"001"}""");
        var asked = Clients.Salesforce(SignIn(), data, time: _clock).CreateAsync("Account", [], DateTimeOffset.MaxValue, default);
        await OverAsync(asked, AtSalesforce);
        await AssertUncertainAsync(asked, data);
    }

    [Fact]
    public async Task A_sign_in_whose_answer_stops_in_its_body_ends_with_the_attempts_time()
    {
        var asked = Clients.Salesforce(Stalling(HttpStatusCode.OK, Answers.Token()), new Answering(_ => Answers.Json(HttpStatusCode.OK, Answers.Empty)), time: _clock).QueryAsync("SELECT Id FROM Account", default);
        await OverAsync(asked, AtSalesforce);
        Assert.Empty((await asked).Records);
    }

    [Fact]
    public async Task An_answer_that_is_too_large_to_hold_is_none()
    {
        var data = new Answering(_ =>
        {
            var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(_body) };
            answer.Content.Headers.ContentLength = 1L << 30;
            return answer;
        });
        var asked = Clients.PartnerCentral(data, _clock).UpdateOpportunityAsync([], DateTimeOffset.MaxValue, default);
        await Task.WhenAny(asked, _body.Begun);
        Assert.True(asked.IsCompleted, "it was read");
        await AssertUncertainAsync(asked, data);
    }

    private static Answering SignIn() => new(_ => Answers.Json(HttpStatusCode.OK, Answers.Token()));

    private Answering Stalling(HttpStatusCode status, string after) => Stalling(status, () => Answers.Json(HttpStatusCode.OK, after));

    /// <summary>The first answer stops after its headers; those after it are whole.</summary>
    private Answering Stalling(HttpStatusCode status, Func<HttpResponseMessage> after)
    {
        var asked = 0;
        return new Answering(_ => asked++ == 0 ? new HttpResponseMessage(status) { Content = new StreamContent(_body) } : after());
    }

    /// <summary>An attempt gets its whole time and no more; then the little goes by that is waited before the next.</summary>
    private async Task OverAsync(Task asked, TimeSpan attempt)
    {
        await Task.WhenAny(asked, _body.Begun);
        _clock.Advance(attempt - TimeSpan.FromMilliseconds(1));
        Assert.False(asked.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        for (var step = 0; step < 100 && !asked.IsCompleted; step++)
        {
            await Task.WhenAny(asked, Task.Delay(1));
            _clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.True(asked.IsCompleted, "it waits on for the body");
    }

    private static async Task AssertUncertainAsync(Task asked, Answering data)
    {
        var error = await Assert.ThrowsAsync<RemoteException>(() => asked);
        Assert.Equal(("NO_ANSWER", true, 1), (error.Code, error.MayHaveLanded, data.Asked.Count));
    }
}
