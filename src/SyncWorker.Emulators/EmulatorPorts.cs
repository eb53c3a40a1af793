namespace SyncWorker.Emulators;

/// <summary>Where the three doors listen on the loopback address; 0 takes any free port.</summary>
/// <param name="Salesforce">The port of the Salesforce org.</param>
/// <param name="PartnerCentral">The port of Partner Central.</param>
/// <param name="Control">The port of the controls.</param>
public sealed record EmulatorPorts(int Salesforce = 0, int PartnerCentral = 0, int Control = 0);
