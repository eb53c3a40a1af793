namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>The AWS products that AWS lets partners associate.</summary>
internal static class AwsProducts
{
    private static readonly HashSet<string> Identifiers = [.. TableText.Lines("aws-products.txt").SelectMany(line => line.Split(' '))];

    public static bool Contains(string identifier) => Identifiers.Contains(identifier);
}
