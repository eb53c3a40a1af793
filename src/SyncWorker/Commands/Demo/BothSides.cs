using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Commands.Demo;

/// <summary>
/// Looks at both emulators, and at nothing of the worker. It also notes where each value was seen first, which tells the direction in which it crossed.
/// </summary>
internal sealed class BothSides(People people, FieldMap map) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<(string Deal, string Row, Side Side, string Value), int> _firstSeen = [];
    private int _looks;

    public void Dispose() => _turn.Dispose();

    public async Task<ImmutableArray<Deal>> LookAsync()
    {
        await _turn.WaitAsync();
        try
        {
            return await LookOnceAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Salesforce first: what AWS holds crosses within milliseconds, and must not be seen in Salesforce before it is seen at AWS. What a seller writes takes seconds to be quiet.
    /// </summary>
    private async Task<ImmutableArray<Deal>> LookOnceAsync()
    {
        var records = (await people.RecordsAsync(map.RecordType)).OfType<JsonObject>().ToArray();
        var opportunities = (await people.OpportunitiesAsync()).OfType<JsonObject>().ToDictionary(o => o["opportunity"]!["Id"]!.GetValue<string>());
        var invitations = (await people.InvitationsAsync()).OfType<JsonObject>().ToArray();
        var deals = records.Select(r => Deal(r, opportunities, invitations)).ToImmutableArray();
        _looks++;

        // A referral is at AWS before it is in Salesforce.
        foreach (var deal in deals.Concat(invitations.Select(Referred))) Note(deal);
        return deals;
    }

    /// <summary>The direction in which a value crossed: it was seen on one side before it was seen on the other.</summary>
    public Flow? Direction(Deal deal, Row row, string value)
    {
        var salesforce = _firstSeen.GetValueOrDefault((deal.Title, row.Label, Side.Salesforce, value), int.MaxValue);
        var aws = _firstSeen.GetValueOrDefault((deal.Title, row.Label, Side.PartnerCentral, value), int.MaxValue);
        return salesforce < aws ? Flow.ToPartnerCentral : aws < salesforce ? Flow.ToSalesforce : row.Flow == Flow.Both ? null : row.Flow;
    }

    private void Note(Deal deal)
    {
        foreach (var row in map.Rows.Where(r => r.Flow != Flow.None))
        {
            if (deal.SalesforceValue(row) is { } ours) _firstSeen.TryAdd((deal.Title, row.Label, Side.Salesforce, ours), _looks);
            if (deal.AwsValue(row) is { } theirs) _firstSeen.TryAdd((deal.Title, row.Label, Side.PartnerCentral, theirs), _looks);
        }
    }

    private static Deal Deal(JsonObject record, Dictionary<string, JsonObject> opportunities, JsonObject[] invitations)
    {
        var documents = ImmutableDictionary.CreateBuilder<PathRoot, JsonObject>();
        if (record[CoSellFields.ApnCrmUniqueIdentifier]?.GetValue<string>() is { } id && opportunities.TryGetValue(id, out var found))
        {
            documents[PathRoot.Opportunity] = (JsonObject)found["opportunity"]!;
            if (found["awsSummary"] is JsonObject summary) documents[PathRoot.AwsSummary] = summary;
        }

        // Only a referral has a deadline; until its opportunity exists, its title tells which one it is.
        var invitation = record["Accept_By__c"] is null ? null : invitations.FirstOrDefault(i => Title(i) == record["Partner_Project_Title__c"]?.GetValue<string>());
        if (invitation is not null) documents[PathRoot.Invitation] = (JsonObject)invitation["invitation"]!;
        return new Deal(record, documents.ToImmutable());
    }

    private static Deal Referred(JsonObject invitation) => new(
        new JsonObject { ["Partner_Project_Title__c"] = Title(invitation) },
        ImmutableDictionary<PathRoot, JsonObject>.Empty.Add(PathRoot.Invitation, (JsonObject)invitation["invitation"]!));

    private static string? Title(JsonObject invitation) => invitation["invitation"]?["Payload"]?["OpportunityInvitation"]?["Project"]?["Title"]?.GetValue<string>();
}
