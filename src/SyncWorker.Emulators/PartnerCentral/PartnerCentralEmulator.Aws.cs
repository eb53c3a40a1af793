using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Model;
using SyncWorker.Emulators.PartnerCentral.Operations;
using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral;

// What happens on AWS's side of Partner Central: reviewers decide, sellers edit and refer, and things fail.
public sealed partial class PartnerCentralEmulator
{
    /// <summary>AWS's reviewer takes up a submission or decides about it.</summary>
    /// <param name="id">The opportunity's identifier.</param>
    /// <param name="status">In review, Approved, Action Required or Rejected.</param>
    /// <param name="comments">What the reviewer tells the partner.</param>
    /// <param name="reason">One of AWS's reasons, such as Clarify Solution.</param>
    /// <exception cref="PersonRefusedException">The review does not stand where this could follow.</exception>
    public void Review(string id, string status, string? comments = null, string? reason = null) =>
        Do(state => new AwsPeople(state).Review(Known(state, id), new ReviewDecision(status, comments, reason)));

    /// <summary>An AWS seller edits AWS's own record of the opportunity.</summary>
    /// <param name="id">The opportunity's identifier.</param>
    /// <param name="set">Values by path in the summary, such as <c>LifeCycle.NextSteps</c>.</param>
    /// <exception cref="PersonRefusedException">AWS has no record of it, or the value is not allowed there.</exception>
    public void EditAws(string id, IReadOnlyDictionary<string, JsonNode?> set) => Do(state => new AwsPeople(state).Edit(Known(state, id), set));

    /// <summary>AWS refers an opportunity to the partner.</summary>
    /// <param name="opportunityData">Members of CreateOpportunity; what is left out comes from an example.</param>
    /// <returns>The identifier of the invitation.</returns>
    /// <exception cref="PersonRefusedException">The data makes no valid opportunity.</exception>
    public string Refer(JsonObject opportunityData)
    {
        ArgumentNullException.ThrowIfNull(opportunityData);
        return Look(state => new AwsPeople(state).Refer(opportunityData).Id);
    }

    /// <summary>AWS passes a lead on to the partner.</summary>
    /// <param name="lead">Members of a lead context, and the catalog; what is left out comes from an example.</param>
    /// <returns>The identifier of the invitation.</returns>
    /// <exception cref="PersonRefusedException">The data makes no valid lead.</exception>
    public string ReferLead(JsonObject lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return Look(state => new Leads(state).Invite(lead).Id);
    }

    /// <summary>Somebody saves an estimate in AWS's pricing calculator, which opportunities may then name.</summary>
    /// <param name="url">The estimate's address.</param>
    /// <param name="amount">Its amount a month.</param>
    /// <exception cref="PersonRefusedException">The amount is none.</exception>
    public void SaveEstimate(string url, string amount) => Do(state =>
    {
        if (!decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)) throw new PersonRefusedException(ProblemCode.InvalidValue, $"'{amount}' is no amount.");
        state.Estimates[url] = amount;
    });

    /// <summary>Makes the next task that is carried out fail on AWS's side.</summary>
    /// <param name="reasonCode">One of AWS's reason codes, such as InternalError.</param>
    /// <param name="message">What the task says about it.</param>
    /// <exception cref="PersonRefusedException">AWS has no such reason code.</exception>
    public void FailNextTask(string reasonCode, string message) => Do(state =>
    {
        if (!SellingModel.Current.Values("ReasonCode").Contains(reasonCode)) throw new PersonRefusedException(ProblemCode.InvalidEnumValue, $"'{reasonCode}' is no reason code.");
        state.TaskFailures.Enqueue(new TaskFailure(reasonCode, message));
    });
}
