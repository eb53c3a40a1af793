namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>Form encoding, of query strings and of the token request: "+" is a blank.</summary>
internal static class FormText
{
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            values[Decode(equals < 0 ? pair : pair[..equals])] = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
        }

        return values;
    }

    public static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
