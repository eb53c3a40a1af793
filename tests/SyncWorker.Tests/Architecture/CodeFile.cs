using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SyncWorker.Tests.Architecture;

/// <summary>A C# file of the repository, as its author wrote it.</summary>
/// <param name="Path">Below the repository's root, with forward slashes.</param>
/// <param name="Text">All of it.</param>
internal sealed record CodeFile(string Path, string Text)
{
    private readonly CompilationUnitSyntax unit = CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Latest)).GetCompilationUnitRoot();

    /// <summary>The first two folders: <c>src/SyncWorker.Core</c>.</summary>
    public string Project => string.Join('/', Path.Split('/').Take(2));

    /// <summary>The file's own name up to its first dot: parts of a partial type are named <c>Type.Part.cs</c>.</summary>
    public string Name => Path.Split('/')[^1].Split('.')[0];

    public int Lines => Text.Count(c => c == '\n');

    public string? Namespace => unit.Members.OfType<BaseNamespaceDeclarationSyntax>().SingleOrDefault()?.Name.ToString();

    /// <summary>What the file's folder calls for.</summary>
    public string ExpectedNamespace => string.Join('.', Path.Split('/').Skip(1).SkipLast(1));

    public bool IsEntryPoint => unit.Members.OfType<GlobalStatementSyntax>().Any();

    public IReadOnlyList<MemberDeclarationSyntax> Types => [.. unit.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<MemberDeclarationSyntax>().Where(IsType)];

    public IEnumerable<string> TypeNames => Types.Select(NameOf);

    /// <summary>Classes and records that are not sealed, static or abstract, or that say nothing about who may see them.</summary>
    public IEnumerable<string> LooseTypes => Types.OfType<TypeDeclarationSyntax>().Where(IsLoose).Select(NameOf);

    public static string NameOf(MemberDeclarationSyntax type) => type is DelegateDeclarationSyntax d ? d.Identifier.Text : ((BaseTypeDeclarationSyntax)type).Identifier.Text;

    /// <summary>Every C# file under a folder, generated ones left out.</summary>
    public static IReadOnlyList<CodeFile> Under(string folder) =>
        [.. RepositoryFiles.Under(folder).Where(f => f.EndsWith(".cs", StringComparison.Ordinal)).Select(f => new CodeFile(f, RepositoryFiles.Read(f)))];

    private static bool IsType(MemberDeclarationSyntax member) => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;

    private static bool IsLoose(TypeDeclarationSyntax type)
    {
        var open = type is ClassDeclarationSyntax || (type is RecordDeclarationSyntax record && !record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword));
        bool Says(params SyntaxKind[] words) => type.Modifiers.Any(m => words.Contains(m.Kind()));
        return !Says(SyntaxKind.PublicKeyword, SyntaxKind.InternalKeyword) || (open && !Says(SyntaxKind.SealedKeyword, SyntaxKind.StaticKeyword, SyntaxKind.AbstractKeyword));
    }
}
