using SyncWorker.Emulators.Control;

namespace SyncWorker.Emulators;

/// <summary>An emulated world behind real sockets on the loopback address: a door for each system and one for the controls.</summary>
public sealed class EmulatorHost : IAsyncDisposable
{
    private readonly Door _salesforce;
    private readonly Door _partnerCentral;
    private readonly Door _control;

    private EmulatorHost(Door salesforce, Door partnerCentral, Door control)
    {
        _salesforce = salesforce;
        _partnerCentral = partnerCentral;
        _control = control;
    }

    /// <summary>Where the Salesforce org answers.</summary>
    public Uri SalesforceUrl => _salesforce.Address;

    /// <summary>Where Partner Central answers.</summary>
    public Uri PartnerCentralUrl => _partnerCentral.Address;

    /// <summary>Where the controls answer.</summary>
    public Uri ControlUrl => _control.Address;

    /// <summary>Opens the doors; the org then names its own in token replies.</summary>
    /// <param name="world">The world behind them; the host does not dispose it.</param>
    /// <param name="ports">Where to listen.</param>
    /// <param name="cancellationToken">Gives up opening.</param>
    public static async Task<EmulatorHost> StartAsync(EmulatedWorld world, EmulatorPorts ports, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(ports);
        var opened = new List<Door>();
        try
        {
            opened.Add(await Door.OpenAsync(world.SalesforceDoor, ports.Salesforce, cancellationToken));
            opened.Add(await Door.OpenAsync(world.PartnerCentralDoor, ports.PartnerCentral, cancellationToken));
            opened.Add(await Door.OpenAsync(world.Control, ports.Control, cancellationToken));
        }
        catch
        {
            foreach (var door in opened) await door.DisposeAsync();
            throw;
        }

        world.SalesforceOptions.InstanceUrl = opened[0].Address;
        return new EmulatorHost(opened[0], opened[1], opened[2]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _salesforce.DisposeAsync();
        await _partnerCentral.DisposeAsync();
        await _control.DisposeAsync();
    }
}
