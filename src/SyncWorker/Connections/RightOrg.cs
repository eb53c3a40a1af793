using Microsoft.Extensions.Options;
using SyncWorker.PartnerCentral;
using SyncWorker.Salesforce;
using SyncWorker.Salesforce.SignIn;
using SyncWorker.State;

namespace SyncWorker.Connections;

/// <summary>
/// Whether the sign-in led to the org whose records the store knows, and the catalog is the one whose opportunities it knows. A sandbox made anew holds production's opportunity numbers: what
/// is edited there would reach real deals. So another org, another catalog, or a sandbox beside AWS's production catalog stops the connection before it reads or writes a record.
/// </summary>
internal sealed class RightOrg(
    TokenSource tokens, SalesforceClient client, PartnerCentralClient selling, ISyncStore store, IOptionsMonitor<SalesforceOptions> salesforce, IOptionsMonitor<PartnerCentralOptions> partnerCentral, ILogger<RightOrg> logger)
{
    private (Token Token, SalesforceOptions Salesforce, PartnerCentralOptions PartnerCentral)? _looked;

    /// <summary>Why it is not the right org, and what to do; null while it is, or before anybody looked.</summary>
    public string? Problem { get; private set; }

    /// <summary>Looks after each sign-in and each change of the settings.</summary>
    /// <exception cref="ConnectionStoppedException">It is not the right org.</exception>
    public async Task EnterAsync(CancellationToken cancellation)
    {
        var now = (await tokens.GetAsync(cancellation), salesforce.CurrentValue, partnerCentral.CurrentValue);
        if (_looked != now)
        {
            var problem = await LookAsync(now.Item2, now.Item3, cancellation);
            if (problem is not null && problem != Problem) Log.OrgRefused(logger, problem);
            (Problem, _looked) = (problem, now);
        }

        if (Problem is { } refused) throw new ConnectionStoppedException(refused);
    }

    private async Task<string?> LookAsync(SalesforceOptions given, PartnerCentralOptions theirs, CancellationToken cancellation)
    {
        var (id, isSandbox) = await client.OrganizationAsync(cancellation);
        var (known, wanted) = (OrgId.Read(await store.OrgAsync(cancellation)), OrgId.Read(given.OrgId));
        if (wanted is not null && wanted != id) return $"Salesforce:OrgId is {wanted}, and the sign-in led to the org {id}. Set Salesforce:MyDomain and its credentials to the org that is meant.";
        if (isSandbox && theirs.Catalog == "AWS")
            return $"The Salesforce org {id} is a sandbox, and PartnerCentral:Catalog is AWS: a copy of production holds production's opportunity numbers. Set PartnerCentral:Catalog to Sandbox with a State:Path of its own, or sign in to production.";
        if (known is not null && known != id && wanted is null)
            return $"The store knows the records of the Salesforce org {known}, and the sign-in led to {id}. Set Salesforce:MyDomain to the first again, or State:Path to an empty store; where the records moved with their ids, set Salesforce:OrgId to {id}.";
        var catalog = (await store.ConnectionAsync(cancellation)).Catalog;
        if (catalog is not null && catalog != theirs.Catalog)
            return $"The store knows the opportunities of Partner Central's catalog {catalog}, and PartnerCentral:Catalog is {theirs.Catalog}. Set PartnerCentral:Catalog to {catalog} again, or State:Path to an empty store.";
        if (selling.Catalog != theirs.Catalog) return $"PartnerCentral:Catalog was set to {theirs.Catalog} while the worker ran with {selling.Catalog}. Restart the worker.";
        if (catalog != theirs.Catalog) await store.ChangeConnectionAsync(s => s with { Catalog = theirs.Catalog }, cancellation);
        if (known != id)
        {
            await store.RememberOrgAsync(id.Text, cancellation);
            Log.OrgRemembered(logger, id.Text, isSandbox ? "a sandbox" : "no sandbox");
        }

        tokens.StayIn(id);
        return null;
    }
}
