using System.Globalization;
using SyncWorker.Remote;

namespace SyncWorker.Tests.Engine;

public sealed class UnquotedExceptionTests
{
    [Fact]
    public void An_unexpected_exception_is_told_without_the_value_it_quotes_and_with_its_place()
    {
        var thrown = Assert.Throws<InvalidOperationException>(Wrapped);
        var told = UnquotedException.Of(thrown).ToString();
        Assert.DoesNotContain("Zanthippe", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Quorvex", told, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException", told, StringComparison.Ordinal);
        Assert.Contains("---> System.FormatException", told, StringComparison.Ordinal);
        Assert.Contains(nameof(Wrapped), told, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_remote_refused_is_told_by_its_code()
    {
        var refused = new RemoteException("Salesforce", "update", RemoteErrorKind.Transient, "SERVER_UNAVAILABLE", "Zanthippe");
        Assert.Same(refused, UnquotedException.Of(refused));
        Assert.DoesNotContain("Zanthippe", refused.ToString(), StringComparison.Ordinal);
    }

    private static void Wrapped()
    {
        try
        {
            _ = int.Parse("Zanthippe", CultureInfo.InvariantCulture);
        }
        catch (FormatException quoting)
        {
            throw new InvalidOperationException("Quorvex", quoting);
        }
    }
}
