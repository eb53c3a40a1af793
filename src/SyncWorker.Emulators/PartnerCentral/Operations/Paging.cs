using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>
/// Sorts a list and cuts it into pages. A token names the last item seen, not a position, so an item that is added or
/// moved between two pages shifts no other item out of sight.
/// </summary>
internal static class Paging
{
    private const string Mark = "partner-central-page";

    public static JsonObject Cut<T>(JsonObject request, string listName, int sizeDefault, IEnumerable<T> items, Func<T, PageKey> keyOf, Func<T, JsonNode> render)
    {
        var ascending = request.Text("Sort.SortOrder") == "ASCENDING";
        var direction = ascending ? 1 : -1;
        var sorted = items.Select(item => (Key: keyOf(item), Item: item)).ToList();
        sorted.Sort((a, b) => direction * a.Key.CompareTo(b.Key));
        if (request.Text("NextToken") is { } token)
        {
            var last = Read(token, request);
            sorted.RemoveAll(entry => direction * entry.Key.CompareTo(last) <= 0);
        }

        var size = request.Number("MaxResults") ?? sizeDefault;
        var page = sorted.Take(size).ToList();
        return new JsonObject
        {
            [listName] = new JsonArray([.. page.Select(entry => render(entry.Item))]),
            ["NextToken"] = sorted.Count > size ? Write(page[^1].Key, request) : null,
        };
    }

    private static string Write(PageKey key, JsonObject request) =>
        Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new[] { Mark, Fingerprint(request), key.Value, key.Id })).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    private static PageKey Read(string token, JsonObject request)
    {
        try
        {
            var text = token.Replace('-', '+').Replace('_', '/');
            var parts = JsonSerializer.Deserialize<string[]>(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '=')));
            if (parts is { Length: 4 } && parts[0] == Mark && parts[1] == Fingerprint(request)) return new PageKey(parts[2], parts[3]);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // Falls through to the refusal: whatever it is, it is none of our tokens.
        }

        throw SellingException.BusinessValidation("NextToken", "The pagination token is invalid for this request.", ProblemCode.InvalidValue);
    }

    // A token serves the question that it was given for, not another one.
    private static string Fingerprint(JsonObject request)
    {
        var question = request.Copy();
        question.Remove("NextToken");
        question.Remove("MaxResults");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(question.ToJsonString())))[..12].ToLower(CultureInfo.InvariantCulture);
    }
}
