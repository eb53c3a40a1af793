using System.Text.Json.Nodes;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Tests.Reconciliation.Worlds;

/// <summary>The decision rule under test: the product's own, or one with a deliberate fault around it.</summary>
/// <param name="Decide">Makes the plan.</param>
/// <param name="Receive">Accounts for a delivered step.</param>
/// <param name="Document">The document that an update of the opportunity starts from, given the one that was read.</param>
internal sealed record Rule(Func<Look, Plan> Decide, Func<Delivery, Outcome> Receive, Func<JsonObject, JsonObject> Document)
{
    public static Rule Ours { get; } = new(
        look => Reconciler.Reconcile(look.Map, look.Link, look.Baseline, look.Salesforce, look.PartnerCentral, look.Policy, look.Now),
        d => Receipts.Received(d.Map, d.Link, d.Baseline, d.Step, d.Salesforce, d.PartnerCentral, d.Receipt, d.Policy),
        document => document);
}
