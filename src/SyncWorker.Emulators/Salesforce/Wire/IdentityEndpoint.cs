using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>Who a token belongs to: the identity URL that the token reply names, and OAuth's userinfo.</summary>
internal sealed class IdentityEndpoint(Org org)
{
    public ApiReply Identity(string userId, Uri instance)
    {
        var user = org.Store.Find(userId)!;
        return ApiReply.Ok(new JsonObject
        {
            ["id"] = Url(instance, org.Id, userId),
            ["asserted_user"] = true,
            ["user_id"] = userId,
            ["organization_id"] = org.Id,
            ["username"] = (string?)user["Username"],
            ["display_name"] = (string?)user["Name"],
            ["email"] = (string?)user["Email"],
            ["active"] = user["IsActive"] is true,
            ["urls"] = new JsonObject
            {
                ["rest"] = $"{Root(instance)}{ApiPath.Root}/v{{version}}/",
                ["sobjects"] = $"{Root(instance)}{ApiPath.Root}/v{{version}}/sobjects/",
                ["query"] = $"{Root(instance)}{ApiPath.Root}/v{{version}}/query/",
            },
        });
    }

    public ApiReply UserInfo(string userId, Uri instance)
    {
        var user = org.Store.Find(userId)!;
        return ApiReply.Ok(new JsonObject
        {
            ["sub"] = Url(instance, org.Id, userId),
            ["user_id"] = userId,
            ["organization_id"] = org.Id,
            ["preferred_username"] = (string?)user["Username"],
            ["name"] = (string?)user["Name"],
            ["email"] = (string?)user["Email"],
        });
    }

    /// <summary>On the org's own host, so that no client of the emulator goes looking for it at Salesforce.</summary>
    public static string Url(Uri instance, string orgId, string userId) => $"{Root(instance)}/id/{orgId}/{userId}";

    private static string Root(Uri instance) => instance.ToString().TrimEnd('/');
}
