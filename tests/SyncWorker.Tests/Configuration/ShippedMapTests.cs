using SyncWorker.Configuration;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Tests.Configuration;

public sealed class ShippedMapTests
{
    private static readonly FieldMap Map = FieldMapLoader.Load(Repository.Config).Map!;

    [Fact]
    public void The_shipped_files_have_no_finding() => Assert.Empty(FieldMapLoader.Load(Repository.Config).Findings);

    [Fact]
    public void The_published_rows_stand_in_the_published_order_under_their_headings() =>
        Assert.Equal(PublishedTable.Rows, Map.Rows.Where(r => r.IsPublished).Select(r => (r.Section, r.Label)));

    [Fact]
    public void A_field_is_named_after_its_label() =>
        Assert.All(Map.Rows, r => Assert.Equal(r.Label.Replace(' ', '_') + "__c", r.Fields[0]));

    [Fact]
    public void Nothing_but_the_other_primary_need_stays_behind() =>
        Assert.Equal(["Partner Primary Need From AWS Other"], Map.Rows.Where(r => r is { IsPublished: true, Flow: Flow.None }).Select(r => r.Label));

    [Fact]
    public void Free_text_and_customer_contacts_follow_nothing() =>
        Assert.All(
            ["Project Description", "Next Step", "Customer Email", "Customer First Name", "Customer Last Name", "Customer Phone", "Expected Monthly AWS Revenue", "Customer Software Value"],
            label => Assert.Null(Map[label].Follows));

    [Fact]
    public void Every_industry_that_means_Other_has_a_word_for_it()
    {
        var named = Map["Other Industry"].Values!.ToAws;
        Assert.All(Map["Industry"].Values!.ToAws.Where(p => p.Value == "Other"), p => Assert.Contains(p.Key, named.Keys));
    }
}
