using System.Text.RegularExpressions;

namespace SyncWorker.Salesforce.SignIn;

/// <summary>Where the token may go. Addresses in answers are believed only as plain text of a known shape: what two parsers could read differently is refused.</summary>
internal static partial class TrustedHosts
{
    /// <summary>The address for data calls that a sign-in named.</summary>
    /// <returns>Null where it is neither My Domain's host nor under a listed suffix.</returns>
    public static Uri? Instance(string? text, SalesforceOptions given)
    {
        if (text is null || !Origin().IsMatch(text) || !Uri.TryCreate(text, UriKind.Absolute, out var instance)) return null;
        return IsPinned(instance, given.MyDomain!) || IsListed(instance, given.TrustedHostSuffixes) ? instance : null;
    }

    /// <summary>Whether a text is the path of a query's next page, to be asked of the host that answered.</summary>
    public static bool IsNextPage(string text) => NextPage().IsMatch(text);

    /// <summary>A suffix that a setting may list: a dot, then at least two labels.</summary>
    public static bool IsSuffix(string text) => Suffix().IsMatch(text);

    private static bool IsPinned(Uri instance, Uri myDomain) =>
        instance.Scheme == myDomain.Scheme && instance.Port == myDomain.Port && instance.Host.Equals(myDomain.Host, StringComparison.OrdinalIgnoreCase);

    private static bool IsListed(Uri instance, IEnumerable<string> suffixes) =>
        instance.Scheme == Uri.UriSchemeHttps && instance.IsDefaultPort && suffixes.Any(s => instance.Host.Length > s.Length && instance.Host.EndsWith(s, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\Ahttps?://(?:[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*|\[::1\])(?::[0-9]{1,5})?/?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Origin();

    [GeneratedRegex(@"\A/services/data/v[0-9]{2,3}\.0/query(?:All)?/[A-Za-z0-9_~-][A-Za-z0-9._~-]*\z")]
    private static partial Regex NextPage();

    [GeneratedRegex(@"\A(?:\.[A-Za-z0-9-]+){2,}\z")]
    private static partial Regex Suffix();
}
