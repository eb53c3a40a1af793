using SyncWorker.Core.Mapping;

namespace SyncWorker.Core.Tests.Mapping;

public class PublishedTableTests
{
    [Fact]
    public void Has_58_rows_under_six_headings()
    {
        Assert.Equal(58, PublishedTable.Labels.Distinct().Count());
        Assert.Equal(["Mapped Object", "Customer Details", "AWS Contact", "Partner Detail", "Project Details", "SaaS Details"], PublishedTable.Sections.ToArray());
    }

    [Theory]
    [InlineData(0, "", "APN CRM Unique Identifier")]
    [InlineData(10, "", "Rejection Reason")]
    [InlineData(11, "Mapped Object", "Mapped Object")]
    [InlineData(42, "Project Details", "Expected Monthly AWS Revenue")]
    [InlineData(57, "SaaS Details", "Procurement Type")]
    public void Has_them_in_the_tables_order(int at, string section, string label) => Assert.Equal((section, label), PublishedTable.Rows[at]);
}
