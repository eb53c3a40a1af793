using System.Xml.Linq;

namespace SyncWorker.Salesforce.Package;

/// <summary>Salesforce's metadata XML.</summary>
internal static class Metadata
{
    private static readonly XNamespace Name = "http://soap.sforce.com/2006/04/metadata";

    /// <summary>A document with elements in order; an element without a value is left out.</summary>
    public static string Document(string root, params IEnumerable<XElement?> elements)
    {
        var document = new XDocument(new XDeclaration("1.0", "UTF-8", null), new XElement(Name + root, elements.OfType<XElement>()));
        return document.Declaration + "\n" + document.Root!.ToString().ReplaceLineEndings("\n") + "\n";
    }

    public static XElement? Of(string name, object? value) => value is null ? null : new XElement(Name + name, value is bool flag ? (flag ? "true" : "false") : value);

    public static XElement Of(string name, params IEnumerable<XElement?> elements) => new(Name + name, elements.OfType<XElement>());
}
