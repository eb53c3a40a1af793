using SyncWorker.Commands;
using SyncWorker.Commands.Adopt;
using SyncWorker.Core.Opportunities;
using SyncWorker.State;

namespace SyncWorker.Tests.Adoption;

public sealed class BrakedAdoptionTests
{
    [Fact]
    public async Task While_a_brake_holds_no_co_sell_record_is_made_and_after_its_release_it_is_although_the_connection_observes()
    {
        await using var day = new DayOne();
        day.AtAws("Claims intake", day.Opportunity("Claims intake"));
        var file = await day.ListAsync();
        await day.Store.ChangeConnectionAsync(c => c with { Brake = new Brake(BrakeKind.EmptySide, "Salesforce lists 0 records, and listed 6 before", day.World.Clock.GetUtcNow()) }, default);
        Assert.Equal("Nothing is adopted, because the connection is held: Salesforce lists 0 records, and listed 6 before", (await Assert.ThrowsAsync<VerbFailedException>(() => ApplyAsync(day, file))).Message);
        Assert.Equal(0, day.Records);

        await ReleaseCommand.ReleaseAsync(day.Store, day.World.Clock, default);
        Assert.Equal(0, await ApplyAsync(day, file));
        Assert.Equal(1, day.Records);
    }

    [Fact]
    public async Task While_a_poll_has_not_counted_what_changed_no_co_sell_record_is_made()
    {
        await using var day = new DayOne();
        day.AtAws("Claims intake", day.Opportunity("Claims intake"));
        var file = await day.ListAsync();
        await day.Store.ChangeConnectionAsync(c => c with { Counting = [Side.Salesforce] }, default);
        Assert.Equal(
            "Nothing is adopted, because a poll that met many changed records has not come to its end: how many they are is not known yet.", (await Assert.ThrowsAsync<VerbFailedException>(() => ApplyAsync(day, file))).Message);
        Assert.Equal(0, day.Records);
    }

    private static async Task<int> ApplyAsync(DayOne day, string file)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, file);
            var exit = -1;
            await day.World.PassAsync(async () => exit = await AdoptCommand.RunAsync(day.World.Part<IServiceProvider>(), "adopt.csv", path, apply: true, default));
            return exit;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
