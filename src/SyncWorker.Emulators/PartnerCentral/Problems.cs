namespace SyncWorker.Emulators.PartnerCentral;

/// <summary>Collects what is wrong with a request, because AWS lists every business problem in one response.</summary>
internal sealed class Problems
{
    private readonly List<Problem> _found = [];

    public IReadOnlyList<Problem> Found => _found;

    public void Add(string path, string message, string code) => _found.Add(new Problem(FieldName(path), message, code));

    public void Missing(string path) => Add(path, $"Field {path} is required.", ProblemCode.RequiredFieldMissing);

    public void ThrowIfAny()
    {
        if (_found.Count > 0) throw SellingException.BusinessValidation(_found);
    }

    /// <summary>AWS names fields in lower camel case, one dot a level.</summary>
    public static string FieldName(string path) =>
        string.Join('.', path.Split('.').Select(part => part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]));
}
