using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral;

namespace SyncWorker.Emulators.Control;

/// <summary>How strictly the emulated Partner Central behaves, to look at and to change while it runs; a reset brings back what it started with.</summary>
/// <param name="options">What the emulator goes by.</param>
internal sealed class PartnerCentralSwitches(PartnerCentralEmulatorOptions options)
{
    private static readonly Switch[] All =
    [
        Switch.Choice("statusCodes", o => o.StatusCodes, (o, v) => o.StatusCodes = v),
        Switch.Flag("entityEncoding", o => o.EntityEncoding, (o, v) => o.EntityEncoding = v),
        Switch.OptionalText("sessionToken", o => o.SessionToken, (o, v) => o.SessionToken = v),
        Switch.Flag("enforceQuotas", o => o.EnforceQuotas, (o, v) => o.EnforceQuotas = v),
        Switch.Number("readsPerSecond", o => o.ReadsPerSecond, (o, v) => o.ReadsPerSecond = v),
        Switch.Number("readsPerDay", o => o.ReadsPerDay, (o, v) => o.ReadsPerDay = v),
        Switch.Number("writesPerSecond", o => o.WritesPerSecond, (o, v) => o.WritesPerSecond = v),
        Switch.Number("writesPerDay", o => o.WritesPerDay, (o, v) => o.WritesPerDay = v),
        Switch.OptionalDuration("clientTokenLifetime", o => o.ClientTokenLifetime, (o, v) => o.ClientTokenLifetime = v),
        Switch.Duration("taskDuration", o => o.TaskDuration, (o, v) => o.TaskDuration = v),
        Switch.Duration("settlingTime", o => o.SettlingTime, (o, v) => o.SettlingTime = v),
        Switch.Duration("invitationLifetime", o => o.InvitationLifetime, (o, v) => o.InvitationLifetime = v),
        Switch.Flag("unsentReviewStatusIsLost", o => o.UnsentReviewStatusIsLost, (o, v) => o.UnsentReviewStatusIsLost = v),
        Switch.Flag("listsSpellNullReasonCodes", o => o.ListsSpellNullReasonCodes, (o, v) => o.ListsSpellNullReasonCodes = v),
        Switch.Flag("associationsMoveLastModifiedDate", o => o.AssociationsMoveLastModifiedDate, (o, v) => o.AssociationsMoveLastModifiedDate = v),
        Switch.Flag("awsEditsMoveLastModifiedDate", o => o.AwsEditsMoveLastModifiedDate, (o, v) => o.AwsEditsMoveLastModifiedDate = v),
        Switch.Flag("lockPartnerOpportunityIdentifier", o => o.LockPartnerOpportunityIdentifier, (o, v) => o.LockPartnerOpportunityIdentifier = v),
        Switch.Flag("describedSolutionIsEnough", o => o.DescribedSolutionIsEnough, (o, v) => o.DescribedSolutionIsEnough = v),
        Switch.Flag("softwarePartner", o => o.SoftwarePartner, (o, v) => o.SoftwarePartner = v),
        Switch.Flag("saasRevenueRecognition", o => o.SaasRevenueRecognition, (o, v) => o.SaasRevenueRecognition = v),
        Switch.Flag("limitedVisibility", o => o.LimitedVisibility, (o, v) => o.LimitedVisibility = v),
    ];

    private JsonObject? _atStart;

    public JsonObject Read() => new(All.Select(s => KeyValuePair.Create(s.Name, s.Read(options))));

    /// <summary>Sets all the values or, when one of them cannot be, none.</summary>
    public void Set(JsonObject values)
    {
        if (values.Select(v => v.Key).FirstOrDefault(name => !All.Any(s => s.Name == name)) is { } unknown)
            throw new ControlException(400, "INVALID_MEMBER", $"There is no switch \"{unknown}\": there are {string.Join(", ", All.Select(s => s.Name))}.");

        var trial = new PartnerCentralEmulatorOptions();
        Write(values, trial);
        _atStart ??= Read();
        Write(values, options);
    }

    /// <summary>Brings back the values from before the first <see cref="Set"/>.</summary>
    public void Restore()
    {
        if (_atStart is not null) Write(_atStart, options);
        _atStart = null;
    }

    private static void Write(JsonObject values, PartnerCentralEmulatorOptions target)
    {
        foreach (var (name, value) in values) All.Single(s => s.Name == name).Write(target, value);
    }
}
