using System.Net;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class CompositeTests : IDisposable
{
    private const string Data = EmulatedOrg.Data;

    private readonly EmulatedOrg _org = new();

    public void Dispose() => _org.Dispose();

    [Fact]
    public void Answers_each_subrequest_under_its_reference()
    {
        var id = _org.IdOf("Wingtip analytics");

        var answer = _org.Composite($$$"""
            {"method":"PATCH","url":"{{{Data}}}/sobjects/Opportunity/{{{id}}}","referenceId":"write","body":{"NextStep":"x"}},
            {"method":"GET","url":"{{{Data}}}/sobjects/Opportunity/{{{id}}}?fields=NextStep","referenceId":"read"}
            """, "\"collateSubrequests\":false,");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("""{"body":null,"httpHeaders":{},"httpStatusCode":204,"referenceId":"write"}""", Response(answer, 0).ToJsonString());
        Assert.Equal("x", (string?)Response(answer, 1)["body"]!["NextStep"]);
    }

    [Fact]
    public void A_create_answers_its_location()
    {
        var answer = _org.Composite($$$"""{"method":"POST","url":"{{{Data}}}/sobjects/Account","referenceId":"a","body":{"Name":"A"}}""");

        Assert.Equal($"{Data}/sobjects/Account/{(string)Response(answer, 0)["body"]!["id"]!}", (string?)Response(answer, 0)["httpHeaders"]!["Location"]);
    }

    [Fact]
    public void Counts_as_one_call()
    {
        var query = """{"method":"GET","url":"/services/data/v67.0/query?q=SELECT+COUNT()+FROM+Account","referenceId":"q#"}""";

        var answer = _org.Composite(string.Join(',', Enumerable.Range(0, 5).Select(i => query.Replace('#', (char)('0' + i)))));

        Assert.Equal("api-usage=1/100000", answer.Http.Headers.GetValues("Sforce-Limit-Info").Single());
        Assert.All(answer.Json["compositeResponse"]!.AsArray(), r => Assert.Equal(6, (int)r!["body"]!["totalSize"]!));
    }

    [Fact]
    public void A_guard_rides_on_a_subrequest()
    {
        var id = _org.IdOf("Wingtip analytics");

        var answer = _org.Composite($$$"""
            {"method":"PATCH","url":"{{{Data}}}/sobjects/Opportunity/{{{id}}}","referenceId":"stale","body":{"NextStep":"stale"},"httpHeaders":{"If-Unmodified-Since":"Sun, 22 Nov 2026 21:19:59 GMT"}},
            {"method":"PATCH","url":"{{{Data}}}/sobjects/Opportunity/{{{id}}}","referenceId":"fresh","body":{"NextStep":"fresh"},"httpHeaders":{"If-Unmodified-Since":"Sun, 22 Nov 2026 21:20:00 GMT"}}
            """);

        Assert.Equal([412, 204], Statuses(answer));
        Assert.Equal("ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE_CHECK", (string?)Response(answer, 0)["body"]![0]!["errorCode"]);
        Assert.Equal("fresh", (string?)_org.Emulator.Record("Opportunity", id)!["NextStep"]);
    }

    [Fact]
    public void A_failed_subrequest_leaves_the_others_alone()
    {
        var answer = _org.Composite($$$"""
            {"method":"POST","url":"{{{Data}}}/sobjects/Account","referenceId":"a","body":{"Name":"A"}},
            {"method":"POST","url":"{{{Data}}}/sobjects/Account","referenceId":"b","body":{}}
            """);

        Assert.Equal([201, 400], Statuses(answer));
        Assert.Equal(7, _org.Emulator.Records("Account").Count);
    }

    [Fact]
    public void All_or_none_takes_everything_back_and_still_answers_200()
    {
        var answer = _org.Composite($$$"""
            {"method":"POST","url":"{{{Data}}}/sobjects/Account","referenceId":"a","body":{"Name":"A"}},
            {"method":"POST","url":"{{{Data}}}/sobjects/Account","referenceId":"b","body":{}},
            {"method":"POST","url":"{{{Data}}}/sobjects/Account","referenceId":"c","body":{"Name":"C"}}
            """, "\"allOrNone\":true,");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal([400, 400, 400], Statuses(answer));
        Assert.Equal(["PROCESSING_HALTED", "REQUIRED_FIELD_MISSING", "PROCESSING_HALTED"], answer.Json["compositeResponse"]!.AsArray().Select(r => (string?)r!["body"]![0]!["errorCode"]));
        Assert.Equal(6, _org.Emulator.Records("Account").Count);
    }

    [Fact]
    public void The_flag_of_the_whole_overrules_the_collections_own()
    {
        var answer = _org.Composite($$$"""
            {"method":"POST","url":"{{{Data}}}/composite/sobjects","referenceId":"a","body":{"allOrNone":false,"records":[{"attributes":{"type":"Account"},"Name":"A"},{"attributes":{"type":"Account"}}]}}
            """, "\"allOrNone\":true,");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(6, _org.Emulator.Records("Account").Count);
    }

    [Fact]
    public void A_later_subrequest_refers_to_a_created_id()
    {
        var answer = _org.Composite($$$"""
            {"method":"POST","url":"{{{Data}}}/sobjects/Account","referenceId":"acc","body":{"Name":"A"}},
            {"method":"POST","url":"{{{Data}}}/sobjects/Contact","referenceId":"con","body":{"LastName":"L","AccountId":"@{acc.id}"}},
            {"method":"GET","url":"{{{Data}}}/sobjects/Contact/@{con.id}?fields=AccountId","referenceId":"read"}
            """);

        Assert.Equal((string?)Response(answer, 0)["body"]!["id"], (string?)Response(answer, 2)["body"]!["AccountId"]);
    }

    [Fact]
    public void A_later_subrequest_refers_to_a_record_of_a_query()
    {
        var answer = _org.Composite($$$"""
            {"method":"GET","url":"{{{Data}}}/query?q=SELECT+Id+FROM+Opportunity+WHERE+Name='Wingtip+analytics'","referenceId":"find"},
            {"method":"PATCH","url":"{{{Data}}}/sobjects/Opportunity/@{find.records[0].Id}","referenceId":"write","body":{"NextStep":"found"}}
            """);

        Assert.Equal([200, 204], Statuses(answer));
    }

    [Theory]
    [InlineData("@{acc.Id}")]
    [InlineData("@{nobody.id}")]
    public void A_reference_to_nothing_halts_its_subrequest(string reference)
    {
        var answer = _org.Composite($$$"""
            {"method":"POST","url":"{{{Data}}}/sobjects/Account","referenceId":"acc","body":{"Name":"A"}},
            {"method":"POST","url":"{{{Data}}}/sobjects/Contact","referenceId":"con","body":{"LastName":"L","AccountId":"{{{reference}}}"}}
            """);

        Assert.Equal("PROCESSING_HALTED", (string?)Response(answer, 1)["body"]![0]!["errorCode"]);
    }

    [Fact]
    public void A_reference_to_a_failed_subrequest_halts()
    {
        var answer = _org.Composite($$$"""
            {"method":"POST","url":"{{{Data}}}/sobjects/Account","referenceId":"acc","body":{}},
            {"method":"POST","url":"{{{Data}}}/sobjects/Contact","referenceId":"con","body":{"LastName":"L","AccountId":"@{acc.id}"}}
            """);

        Assert.Equal("PROCESSING_HALTED", (string?)Response(answer, 1)["body"]![0]!["errorCode"]);
    }

    [Fact]
    public void Refuses_more_than_25_subrequests()
    {
        Assert.Equal(HttpStatusCode.OK, _org.Composite(Many(25, "/limits")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, _org.Composite(Many(26, "/limits")).Status);
    }

    [Theory]
    [InlineData("/query?q=SELECT+Id+FROM+Account")]
    [InlineData("/queryAll?q=SELECT+Id+FROM+Account")]
    [InlineData("/composite/sobjects/Account?ids=001gL00000zzzzz&fields=Name")]
    public void Refuses_more_than_five_queries_or_collections(string path)
    {
        Assert.Equal(HttpStatusCode.OK, _org.Composite(Many(5, path)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, _org.Composite(Many(6, path)).Status);
    }

    [Theory]
    [InlineData("Accept")]
    [InlineData("authorization")]
    [InlineData("Content-Type")]
    public void Refuses_a_header_that_a_subrequest_may_not_set(string header) =>
        Assert.Equal(HttpStatusCode.BadRequest, _org.Composite($$$"""{"method":"GET","url":"{{{Data}}}/limits","referenceId":"a","httpHeaders":{"{{{header}}}":"x"}}""").Status);

    [Theory]
    [InlineData("with-dash")]
    [InlineData("with.dot")]
    [InlineData("")]
    public void Refuses_a_reference_id_with_other_characters(string id) =>
        Assert.Equal(HttpStatusCode.BadRequest, _org.Composite($$$"""{"method":"GET","url":"{{{Data}}}/limits","referenceId":"{{{id}}}"}""").Status);

    [Fact]
    public void Refuses_a_reference_id_used_twice() =>
        Assert.Equal(HttpStatusCode.BadRequest, _org.Composite($$$"""{"method":"GET","url":"{{{Data}}}/limits","referenceId":"a"},{"method":"GET","url":"{{{Data}}}/limits","referenceId":"a"}""").Status);

    [Fact]
    public void Reference_ids_tell_case_apart() =>
        Assert.Equal(HttpStatusCode.OK, _org.Composite($$$"""{"method":"GET","url":"{{{Data}}}/limits","referenceId":"a"},{"method":"GET","url":"{{{Data}}}/limits","referenceId":"A"}""").Status);

    private static string Many(int count, string path) =>
        string.Join(',', Enumerable.Range(0, count).Select(i => $$$"""{"method":"GET","url":"{{{Data}}}{{{path}}}","referenceId":"r{{{i}}}"}"""));

    private static JsonNode Response(Answer answer, int index) => answer.Json["compositeResponse"]![index]!;

    private static int[] Statuses(Answer answer) => [.. answer.Json["compositeResponse"]!.AsArray().Select(r => (int)r!["httpStatusCode"]!)];
}
