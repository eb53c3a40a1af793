using System.Text.RegularExpressions;
using SyncWorker.Salesforce.Package;
using SyncWorker.Tests.Configuration;

namespace SyncWorker.Tests.Package;

public partial class OrgPackageTests
{
    private const string Objects = "force-app/main/default/objects/";

    [Fact]
    public void The_committed_package_is_what_the_map_makes()
    {
        var folder = Path.Combine(Repository.Config, "salesforce");
        Assert.All(Package.Files, f => Assert.True(
            File.Exists(Path.Combine(folder, f.Key)) && File.ReadAllText(Path.Combine(folder, f.Key)) == f.Value,
            $"{f.Key} is not what the field map makes: run 'package' and commit it."));
        var fields = Directory.EnumerateFiles(folder, "*.field-meta.xml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'));
        Assert.Empty(fields.Except(Package.Files.Keys));
    }

    [Fact]
    public void Making_it_twice_makes_the_same() => Assert.Equal(OrgPackage.Generate(Shipped.Map), OrgPackage.Generate(Shipped.Map));

    [Fact]
    public void Its_files_have_line_feeds_alone() => Assert.All(Package.Files, f => Assert.True(f.Value.EndsWith('\n') && !f.Value.Contains('\r')));

    [Fact]
    public void Writing_it_makes_the_same_files_anywhere()
    {
        var folder = Directory.CreateTempSubdirectory("syncworker-package-");
        try
        {
            foreach (var file in new[] { "field-map.yaml", "picklists.yaml" }) File.Copy(Path.Combine(Repository.Config, file), Path.Combine(folder.FullName, file));
            PackageFiles.Write(folder.FullName);
            var written = Path.Combine(folder.FullName, "salesforce");
            Assert.Equal(
                Package.Files.OrderBy(f => f.Key, StringComparer.Ordinal),
                Directory.EnumerateFiles(written, "*", SearchOption.AllDirectories)
                    .Select(f => KeyValuePair.Create(Path.GetRelativePath(written, f).Replace('\\', '/'), File.ReadAllText(f))).OrderBy(f => f.Key, StringComparer.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Every_row_has_a_field_with_its_label() => Assert.All(Shipped.Map.Rows, row =>
        Assert.Equal(row.Label, Package.Field(row.Fields[0], row.Object ?? "AWS_Co_Sell_Opportunity__c").Text("label")));

    [Fact]
    public void A_row_about_a_person_has_a_second_field_for_the_address()
    {
        Assert.Equal(("AWS Sales Rep", "Text", "161"), (Package.Field("AWS_Sales_Rep__c").Text("label"), Package.Field("AWS_Sales_Rep__c").Text("type"), Package.Field("AWS_Sales_Rep__c").Text("length")));
        Assert.Equal(("AWS Sales Rep Email", "Email"), (Package.Field("AWS_Sales_Rep_Email__c").Text("label"), Package.Field("AWS_Sales_Rep_Email__c").Text("type")));
    }

    [Fact]
    public void Only_Share_With_AWS_stands_on_the_Opportunity() => Assert.Equal(
        ["Share_With_AWS__c.field-meta.xml"],
        Package.Files.Keys.Where(p => p.StartsWith(Objects + "Opportunity/", StringComparison.Ordinal)).Select(p => p.Split('/')[^1]));

    [Fact]
    public void Names_and_labels_are_as_long_as_Salesforce_takes() => Assert.All(Package.Files.Where(f => f.Key.EndsWith(".field-meta.xml", StringComparison.Ordinal)), f =>
    {
        var name = f.Key.Split('/')[^1].Replace(".field-meta.xml", "", StringComparison.Ordinal);
        var field = Package.Field(name, f.Key.Split('/')[^3]);
        Assert.Matches(ApiName(), name);
        Assert.Equal(name, field.Text("fullName"));
        Assert.InRange(name.Length, 1, 43);
        Assert.InRange(field.Text("label")!.Length, 1, 40);
        Assert.InRange((field.Text("inlineHelpText") ?? "").Length, 0, 510);
    });

    [Fact]
    public void No_picklist_has_a_value_twice_as_Salesforce_compares_them() => Assert.All(Package.Files.Where(f => f.Value.Contains("<valueSet>", StringComparison.Ordinal)), f =>
    {
        var values = Package.Field(f.Key.Split('/')[^1].Split('.')[0]).All("fullName").Skip(1).Select(v => v.Value).ToArray();
        Assert.NotEmpty(values);
        Assert.Equal(values.Length, values.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(values, v => Assert.True(v.Length <= 255 && !v.Contains(';')));
    });

    [GeneratedRegex(@"\A[A-Za-z](_?[A-Za-z0-9])*__c\z")]
    private static partial Regex ApiName();
}
