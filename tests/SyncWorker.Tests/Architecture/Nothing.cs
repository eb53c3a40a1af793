namespace SyncWorker.Tests.Architecture;

/// <summary>A list of offenders that must be empty; a failure names them all.</summary>
internal static class Nothing
{
    public static void In(IEnumerable<string?> offenders)
    {
        var found = string.Join(Environment.NewLine, offenders);
        Assert.True(found.Length == 0, found);
    }
}
