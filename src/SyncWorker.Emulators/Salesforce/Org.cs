using SyncWorker.Emulators.Salesforce.Model;
using SyncWorker.Emulators.Salesforce.Records;
using SyncWorker.Emulators.Salesforce.Soql;
using SyncWorker.Emulators.Seed;

namespace SyncWorker.Emulators.Salesforce;

/// <summary>One org: its model, its records, who is logged in and what they have used up. A reset makes a new one.</summary>
internal sealed class Org
{
    public Org(TimeProvider clock, SalesforceEmulatorOptions options)
    {
        Model = OrgModel.Load(options.SourceFolder);
        Access = options is { EnforceFieldSecurity: true, SourceFolder: { } folder } ? PermissionSets.Read(folder, options.PermissionSets) : FieldAccess.Everything();
        Store = new OrgStore(clock);
        Saver = new RecordSaver(Model, Store, Access, Guards);
        Sessions = new Sessions(clock, options);
        Usage = new ApiUsage(clock, options.DailyApiRequests);
        Cursors = new QueryCursors(clock);
        SalesforceSeed.Plant(this, options);
        Access.LimitedUserId = User(options.Username)!.Id;
        Store.Commit();
    }

    public OrgModel Model { get; }

    public OrgStore Store { get; }

    public FieldAccess Access { get; }

    public SaveGuards Guards { get; } = new();

    public RecordSaver Saver { get; }

    public Sessions Sessions { get; }

    public ApiUsage Usage { get; }

    public QueryCursors Cursors { get; }

    /// <summary>The org's id, as printed: 18 characters.</summary>
    public string Id => Store.Rows(Model["Organization"]).Single().Id;

    public Row? User(string username) => Store.Rows(Model["User"]).FirstOrDefault(u => username.Equals((string?)u["Username"], StringComparison.OrdinalIgnoreCase));
}
