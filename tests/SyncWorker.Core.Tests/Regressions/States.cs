using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

/// <summary>A state means something only beside its country.</summary>
public sealed class States
{
    private const string Country = "Country";
    private const string State = "State";

    [Fact]
    public void A_followed_state_is_read_beside_the_followed_country()
    {
        var world = German();
        world.Edit(Country, Place.Followed, "US");
        world.Edit(State, Place.Followed, "Washington");
        Settle(world);

        Says(world, "US", "Washington");
    }

    [Fact]
    public void A_state_that_was_typed_before_its_country_goes_with_the_country()
    {
        var world = German();
        world.Edit(State, Place.CoSell, "California");
        Settle(world);
        Assert.Null(world.Value(State, Place.PartnerCentral));
        world.Edit(Country, Place.CoSell, "US");
        Settle(world);

        Says(world, "US", "California");
    }

    [Fact]
    public void A_state_that_was_typed_together_with_its_country_goes_with_it()
    {
        var world = German();
        world.Edit(State, Place.CoSell, "California");
        world.Edit(Country, Place.CoSell, "US");
        Settle(world);

        Says(world, "US", "California");
    }

    [Fact]
    public void A_state_does_not_stay_at_AWS_beside_another_country()
    {
        var world = German();
        world.Edit(Country, Place.Followed, "US");
        world.Edit(State, Place.Followed, "California");
        Settle(world);
        world.Edit(Country, Place.Followed, "DE");
        world.Edit(State, Place.Followed, "Bayern");
        Settle(world);

        Assert.Equal("DE", world.Value(Country, Place.PartnerCentral));
        Assert.Null(world.Value(State, Place.PartnerCentral));
    }

    [Fact]
    public void A_state_whose_country_the_seller_changes_alone_is_not_written_again_and_again()
    {
        var world = German();
        world.Edit(Country, Place.Followed, "US");
        world.Edit(State, Place.Followed, "Texas");
        Settle(world);
        world.Reviewed("Approved");
        Settle(world);
        world.Edit(Country, Place.CoSell, "CA");
        world.Written.Clear();
        for (var look = 0; look < 3; look++) Settle(world);

        Assert.InRange(world.Written.Count, 0, 1);
        Assert.Equal("Texas", world.Value(State, Place.PartnerCentral));
        Assert.Equal("Texas", world.Value(State, Place.CoSell));
    }

    /// <summary>AWS waits for changes to a deal with a German customer without a state, whom the record follows.</summary>
    private static World German()
    {
        Row[] rows = [Address(Country, "CountryCode"), Address(State, "StateOrRegion")];
        var world = new World(Rule.Ours, new FieldMap("Co_Sell__c", [.. Maps.Of(Maps.Status).Rows, .. rows]), "Action Required");
        world.Look(mapped: true);
        foreach (var place in Enum.GetValues<Place>()) world.Edit(Country, place, "DE");
        world.Edit(State, Place.Followed, null);
        Settle(world);
        return world;
    }

    private static Row Address(string label, string member)
    {
        Assert.True(MemberPath.TryParse($"opportunity.Customer.Account.Address.{member}", out var path, out _));
        var codec = CodecTable.Create(label == State ? "state" : "text", new CodecArguments(), out _)!;
        return new Row { Label = label, Fields = [$"{label}__c"], Read = [path!], Write = path, Flow = Flow.Both, Codec = codec, Follows = new Follow($"Opportunity__r.{label}", FollowMode.UntilApproved) };
    }

    /// <summary>The old tick is cleared, and a new one sends what changed.</summary>
    private static void Settle(World world)
    {
        world.Pass(300);
        world.Settle();
        world.Tick();
        world.Settle();
        if (world.Review != "Approved") world.Reviewed("Action Required");
    }

    private static void Says(World world, string country, string state)
    {
        foreach (var place in new[] { Place.CoSell, Place.PartnerCentral })
        {
            Assert.Equal(country, world.Value(Country, place));
            Assert.Equal(state, world.Value(State, place));
        }
    }
}
