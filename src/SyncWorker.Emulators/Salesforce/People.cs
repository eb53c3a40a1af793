using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Model;
using SyncWorker.Emulators.Salesforce.Records;
using SyncWorker.Emulators.Salesforce.Soql;
using SyncWorker.Emulators.Salesforce.Wire;

namespace SyncWorker.Emulators.Salesforce;

/// <summary>What people do in the org by hand, under the same rules as the API, and what they see.</summary>
internal sealed class People(Org org)
{
    public JsonArray Records(string objectName) => new([.. org.Store.Rows(Type(objectName)).Select(Print)]);

    public JsonObject? Record(string objectName, string id)
    {
        var type = Type(objectName);
        return Find(type, id) is { IsDeleted: false } row ? Print(row) : null;
    }

    public string Create(string objectName, JsonObject fields, string username, TimeSpan transactionAge)
    {
        var id = "";
        As(username, transactionAge, userId => id = org.Saver.Insert(Type(objectName), AsSent(fields), userId).Id);
        return id;
    }

    public void Edit(string objectName, string id, JsonObject fields, string username, TimeSpan transactionAge) =>
        As(username, transactionAge, userId => org.Saver.Update(Row(objectName, id), AsSent(fields), userId));

    public void Delete(string objectName, string id, string username) =>
        As(username, TimeSpan.Zero, userId => org.Saver.Delete(Row(objectName, id), userId));

    public void Undelete(string objectName, string id, string username) =>
        As(username, TimeSpan.Zero, userId => org.Saver.Undelete(Row(objectName, id), userId));

    public void Touch(string objectName, string id)
    {
        org.Store.Touch(Row(objectName, id));
        org.Store.Commit();
    }

    private void As(string username, TimeSpan transactionAge, Action<string> deed)
    {
        var user = org.User(username) ?? throw new PersonRefusedException("UNKNOWN_USER", $"There is no user {username} in this org.");
        var mark = org.Store.Mark();
        org.Store.TransactionAge = transactionAge;
        try
        {
            deed(user.Id);
        }
        catch (RefusedException refusal)
        {
            org.Store.RollBackTo(mark);
            throw new PersonRefusedException(refusal.Error.Code, refusal.Error.Message);
        }
        finally
        {
            org.Store.TransactionAge = TimeSpan.Zero;
            org.Store.Commit();
        }
    }

    /// <summary>As the fields would arrive over the wire, whatever .NET values the caller put in.</summary>
    private static JsonObject AsSent(JsonObject fields) => JsonNode.Parse(fields.ToJsonString())!.AsObject();

    private ObjectType Type(string name) =>
        org.Model.TryObject(name, out var type) ? type : throw new PersonRefusedException("INVALID_TYPE", $"sObject type '{name}' is not supported.");

    private Row Row(string objectName, string id) =>
        Find(Type(objectName), id) ?? throw new PersonRefusedException("NOT_FOUND", $"There is no {objectName} with id {id}.");

    private Row? Find(ObjectType type, string id) =>
        SalesforceId.TryParse(id, out var known) && org.Store.Find(known) is { } row && row.Type == type ? row : null;

    private JsonObject Print(Row row) => new RecordPrinter(org.Model, org.Store, $"{ApiPath.Root}/v{ApiVersions.Newest}.0").Whole(row, row.Type.Fields);
}
