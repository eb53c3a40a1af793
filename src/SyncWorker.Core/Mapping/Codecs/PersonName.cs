using System.Text.Json.Nodes;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>A name in two members at AWS and in one field in Salesforce.</summary>
internal static class PersonName
{
    /// <summary>First and last name with one blank between; empty where the object has neither.</summary>
    public static string Of(JsonObject person) => Clean($"{Text(person, "FirstName")} {Text(person, "LastName")}");

    /// <summary>Words with one blank between, without the brackets that set an e-mail address apart.</summary>
    public static string Clean(string? text) => PlainText.OneLine(PlainText.WithoutEntities(text ?? "").Replace('<', ' ').Replace('>', ' '));

    /// <summary>The e-mail address of a person; empty where there is none.</summary>
    public static string Email(JsonObject person) => Email(Text(person, "Email"));

    /// <summary>An e-mail address as it stands, in lower case.</summary>
    public static string Email(string? text) => Clean(text).ToLowerInvariant();

    /// <summary>A person as AWS writes one; the last word is the last name.</summary>
    public static JsonObject Person(string name, string email)
    {
        var person = new JsonObject();
        var last = name.LastIndexOf(' ');
        if (last > 0)
            person["FirstName"] = name[..last];
        if (name.Length > 0)
            person["LastName"] = name[(last + 1)..];
        if (email.Length > 0)
            person["Email"] = email;
        return person;
    }

    private static string? Text(JsonObject person, string member) => person[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
