using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Model;
using SyncWorker.Emulators.Salesforce.Records;
using SyncWorker.Emulators.Salesforce.Soql.Syntax;

namespace SyncWorker.Emulators.Salesforce.Soql.Binding;

/// <summary>Finds the objects and fields that a query names, as far as the asking user may see them.</summary>
internal sealed class PathBinder(OrgModel model, FieldAccess access, string soql, string userId)
{
    private const int ParentsMost = 5;

    public string Soql => soql;

    public ObjectType Object(Name name) => model.TryObject(name.Text, out var type)
        ? type
        : throw Refusals.QueryTypeInvalid(Point(name, QueryMessages.NoObject(name.Text)));

    public ChildRelationship Children(ObjectType parent, Name name) =>
        model.ChildrenOf(parent).FirstOrDefault(c => Is(c.Name, name.Text) && access.CanRead(c.Child, c.Field, userId))
        ?? throw Refusals.QueryTypeInvalid(Point(name, QueryMessages.NoChildren(name.Text)));

    public BoundPath Path(ObjectType from, string? alias, Name name)
    {
        var parts = name.Text.Split('.');
        // A path may start with the alias or the name of the object asked for.
        if (parts.Length > 1 && (Is(parts[0], alias) || (Is(parts[0], from.Name) && !from.TryRelationship(parts[0], out _))))
            parts = parts[1..];
        if (parts.Length - 1 > ParentsMost)
            throw Refusals.QueryMalformed(Point(name, $"Parent relationship depth exceeds the limit of {ParentsMost}."));

        var hops = new List<Field>();
        var type = from;
        foreach (var part in parts[..^1])
        {
            if (!type.TryRelationship(part, out var hop) || !access.CanRead(type, hop, userId))
                throw Refusals.QueryFieldInvalid(Point(name, QueryMessages.NoParent(part)));
            hops.Add(hop);
            type = model[hop.ReferenceTo!];
        }

        if (!type.TryField(parts[^1], out var field) || !access.CanRead(type, field, userId))
            throw Refusals.QueryFieldInvalid(Point(name, QueryMessages.NoColumn(parts[^1], type.Name)));
        return new BoundPath(hops, type, field);
    }

    public string Point(Name name, string message) => SoqlParser.Pointed(soql, name.Line, name.Column, message);

    private static bool Is(string part, string? name) => part.Equals(name, StringComparison.OrdinalIgnoreCase);
}
