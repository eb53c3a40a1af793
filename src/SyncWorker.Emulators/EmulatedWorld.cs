using SyncWorker.Emulators.Control;
using SyncWorker.Emulators.PartnerCentral;
using SyncWorker.Emulators.Salesforce;

namespace SyncWorker.Emulators;

/// <summary>A Salesforce org and a Partner Central account under one clock, and the controls over both.</summary>
public sealed class EmulatedWorld : IDisposable
{
    private readonly FaultGate _salesforceGate;
    private readonly FaultGate _partnerCentralGate;

    /// <summary>A world at its seed.</summary>
    /// <param name="clock">The clock that the world's own clock runs with.</param>
    /// <param name="options">What the two systems look like.</param>
    public EmulatedWorld(TimeProvider clock, EmulatedWorldOptions options)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(options);
        if (options.SalesforceSource is not null) options.Salesforce.SourceFolder = options.SalesforceSource;
        Clock = new EmulatedClock(clock);
        SalesforceOptions = options.Salesforce;
        PartnerCentralOptions = options.PartnerCentral;
        Salesforce = new SalesforceEmulator(Clock, SalesforceOptions);
        PartnerCentral = new PartnerCentralEmulator(Clock, PartnerCentralOptions);
        _salesforceGate = new FaultGate("salesforce", Salesforce, Faults, FaultAnswers.Salesforce, Clock);
        _partnerCentralGate = new FaultGate("partnerCentral", PartnerCentral, Faults, fault => FaultAnswers.PartnerCentral(fault, PartnerCentralOptions.StatusCodes, Clock), Clock);
        PartnerCentralSwitches = new PartnerCentralSwitches(PartnerCentralOptions);
        Control = new ControlApi(this);
    }

    /// <summary>The clock of both systems.</summary>
    public EmulatedClock Clock { get; }

    /// <summary>The Salesforce org, without faults.</summary>
    public SalesforceEmulator Salesforce { get; }

    /// <summary>The Partner Central account, without faults.</summary>
    public PartnerCentralEmulator PartnerCentral { get; }

    /// <summary>The controls, as an API of their own.</summary>
    public ControlApi Control { get; }

    /// <summary>The way to Salesforce for clients: faults ordered through the controls happen on it.</summary>
    public HttpMessageHandler SalesforceDoor => _salesforceGate;

    /// <summary>The way to Partner Central for clients: faults ordered through the controls happen on it.</summary>
    public HttpMessageHandler PartnerCentralDoor => _partnerCentralGate;

    /// <summary>The org's address and the credentials to log in with.</summary>
    public SalesforceEmulatorOptions SalesforceOptions { get; }

    /// <summary>The account's region and the keys to sign with.</summary>
    public PartnerCentralEmulatorOptions PartnerCentralOptions { get; }

    internal FaultList Faults { get; } = new();

    internal PartnerCentralSwitches PartnerCentralSwitches { get; }

    /// <summary>All calls to both systems, answered or failed by a fault, oldest first.</summary>
    public IReadOnlyList<EmulatorCall> Calls =>
        [.. Salesforce.Calls.Concat(PartnerCentral.Calls).Concat(_salesforceGate.Calls).Concat(_partnerCentralGate.Calls).OrderBy(call => call.At)];

    /// <summary>Forgets all calls.</summary>
    public void ClearCalls()
    {
        Salesforce.ClearCalls();
        PartnerCentral.ClearCalls();
        _salesforceGate.ClearCalls();
        _partnerCentralGate.ClearCalls();
    }

    /// <summary>Back to the seed: records, faults, switches, journal and clock.</summary>
    public void Reset()
    {
        Clock.Reset();
        Faults.Clear();
        PartnerCentralSwitches.Restore();
        Salesforce.Reset();
        PartnerCentral.Reset();
        ClearCalls();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _salesforceGate.Dispose();
        _partnerCentralGate.Dispose();
        Control.Dispose();
    }
}
