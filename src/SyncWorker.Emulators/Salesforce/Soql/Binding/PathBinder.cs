using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Model;
using SyncWorker.Emulators.Salesforce.Records;
using SyncWorker.Emulators.Salesforce.Soql.Syntax;

namespace SyncWorker.Emulators.Salesforce.Soql.Binding;

/// <summary>Finds the objects and fields that a query names, as far as the asking user may see them.</summary>
internal sealed class PathBinder(OrgModel model, FieldAccess access, string soql, string userId)
{
    private const int ParentsMost = 5;

    private const string NamesHint = "Please reference your WSDL or the describe call for the appropriate names.";

    public string Soql => soql;

    public ObjectType Object(Name name) => model.TryObject(name.Text, out var type)
        ? type
        : throw Refusals.QueryTypeInvalid(Point(name, $"sObject type '{name.Text}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. {NamesHint}"));

    public ChildRelationship Children(ObjectType parent, Name name) =>
        model.ChildrenOf(parent).FirstOrDefault(c => Is(c.Name, name.Text) && access.CanRead(c.Child, c.Field, userId))
        ?? throw Refusals.QueryTypeInvalid(Point(name, $"Didn't understand relationship '{name.Text}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. {NamesHint}"));

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
                throw Refusals.QueryFieldInvalid(Point(name, $"Didn't understand relationship '{part}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. {NamesHint}"));
            hops.Add(hop);
            type = model[hop.ReferenceTo!];
        }

        if (!type.TryField(parts[^1], out var field) || !access.CanRead(type, field, userId))
            throw Refusals.QueryFieldInvalid(Point(name, $"No such column '{parts[^1]}' on entity '{type.Name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. {NamesHint}"));
        return new BoundPath(hops, type, field);
    }

    public string Point(Name name, string message) => SoqlParser.Pointed(soql, name.Line, name.Column, message);

    private static bool Is(string part, string? name) => part.Equals(name, StringComparison.OrdinalIgnoreCase);
}
