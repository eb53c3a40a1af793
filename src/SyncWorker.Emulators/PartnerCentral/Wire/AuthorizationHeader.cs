namespace SyncWorker.Emulators.PartnerCentral.Wire;

/// <summary>The parts of a Signature Version 4 <c>Authorization</c> header.</summary>
internal sealed record AuthorizationHeader(string AccessKeyId, string Date, string Region, string Service, IReadOnlyList<string> SignedHeaders, string Signature)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    public string Scope => $"{Date}/{Region}/{Service}/aws4_request";

    public static AuthorizationHeader Parse(string header)
    {
        if (!header.StartsWith(Algorithm, StringComparison.Ordinal)) throw Incomplete("Authorization header requires 'AWS4-HMAC-SHA256' as its algorithm.");
        var parts = header[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0])
            .ToDictionary(group => group.Key, group => group.First()[1]);

        var credential = Part(parts, "Credential").Split('/');
        if (credential.Length != 5 || credential[4] != "aws4_request")
            throw Incomplete("Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.");
        return new AuthorizationHeader(credential[0], credential[1], credential[2], credential[3], Part(parts, "SignedHeaders").Split(';'), Part(parts, "Signature"));
    }

    private static string Part(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var value) && value.Length > 0 ? value : throw Incomplete($"Authorization header requires '{name}' parameter.");

    private static SellingException Incomplete(string message) => new("IncompleteSignature", message);
}
