using System.Text.Json.Nodes;

namespace SyncWorker.Commands.Demo;

/// <summary>The people of the demo, acting through the emulators' control API as they would on the two systems' own screens.</summary>
internal sealed class People(HttpClient control)
{
    public async Task<string> SellerCreatesAsync(string who, string record, JsonObject fields) =>
        (await SendAsync(HttpMethod.Post, $"salesforce/records/{record}", new JsonObject { ["as"] = who, ["fields"] = fields }))!["id"]!.GetValue<string>();

    public Task SellerEditsAsync(string who, string record, string id, JsonObject fields) =>
        SendAsync(HttpMethod.Patch, $"salesforce/records/{record}/{id}", new JsonObject { ["as"] = who, ["fields"] = fields });

    public Task ColleagueEditsAsync(string opportunityId, JsonObject set) =>
        SendAsync(HttpMethod.Patch, $"partner-central/opportunities/{opportunityId}", new JsonObject { ["set"] = set });

    public Task ReviewerAnswersAsync(string opportunityId, string status, string? comments = null, string? reason = null) =>
        SendAsync(HttpMethod.Post, $"partner-central/opportunities/{opportunityId}/review", new JsonObject { ["status"] = status, ["comments"] = comments, ["reason"] = reason });

    public Task AwsSellerEditsAsync(string opportunityId, JsonObject set) =>
        SendAsync(HttpMethod.Patch, $"partner-central/opportunities/{opportunityId}/aws", new JsonObject { ["set"] = set });

    public async Task<string> ReferralArrivesAsync(JsonObject referral) =>
        (await SendAsync(HttpMethod.Post, "partner-central/invitations", referral))!["invitationId"]!.GetValue<string>();

    public async Task<JsonArray> RecordsAsync(string record) => (JsonArray)(await SendAsync(HttpMethod.Get, $"salesforce/records/{record}"))!;

    public async Task<JsonArray> OpportunitiesAsync() => (JsonArray)(await SendAsync(HttpMethod.Get, "partner-central/opportunities"))!;

    public async Task<JsonArray> InvitationsAsync() => (JsonArray)(await SendAsync(HttpMethod.Get, "partner-central/invitations"))!;

    public async Task<JsonArray> CallsAsync() => (JsonArray)(await SendAsync(HttpMethod.Get, "journal"))!;

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await control.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new DemoFailedException($"{method} {path}: {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
