using System.Text.RegularExpressions;

namespace SyncWorker.Salesforce.SignIn;

/// <summary>The id of an org. Its first 15 characters are the id; three more say which of them are capitals.</summary>
internal readonly partial record struct OrgId
{
    private readonly string _significant;

    private OrgId(string text) => (Text, _significant) = (text, text[..15]);

    /// <summary>The id as it was given.</summary>
    public string Text { get; }

    /// <summary>Reads an id.</summary>
    /// <returns>Null where the text is none.</returns>
    public static OrgId? Read(string? text) => text is not null && Pattern().IsMatch(text) ? new OrgId(text) : null;

    /// <summary>The org of an identity address, which ends in <c>/id/&lt;org&gt;/&lt;user&gt;</c>.</summary>
    public static OrgId? OfIdentity(string? url) => url?.Split('/') is [.., "id", var org, _] ? Read(org) : null;

    public bool Equals(OrgId other) => _significant == other._significant;

    public override int GetHashCode() => _significant.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    [GeneratedRegex(@"\A00D[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?\z")]
    private static partial Regex Pattern();
}
