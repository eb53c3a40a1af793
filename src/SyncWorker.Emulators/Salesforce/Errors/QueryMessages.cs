namespace SyncWorker.Emulators.Salesforce.Errors;

/// <summary>The long messages about names in a query, word for word.</summary>
internal static class QueryMessages
{
    private const string Hint = "Please reference your WSDL or the describe call for the appropriate names.";

    public static string NoObject(string name) =>
        $"sObject type '{name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. {Hint}";

    public static string NoColumn(string name, string type) =>
        $"No such column '{name}' on entity '{type}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. {Hint}";

    public static string NoParent(string name) => NoRelationship(name, "field path");

    public static string NoChildren(string name) => NoRelationship(name, "FROM part of query call");

    private static string NoRelationship(string name, string where) =>
        $"Didn't understand relationship '{name}' in {where}. "
        + $"If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. {Hint}";
}
