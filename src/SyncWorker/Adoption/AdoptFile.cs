using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace SyncWorker.Adoption;

/// <summary>The file of day one, as spreadsheets read and write it.</summary>
internal static class AdoptFile
{
    public const string Aws = "Opportunity at AWS";
    public const string SalesforceId = "Salesforce Id";
    public const string Row = "Row";
    public const string InSalesforce = "In Salesforce";
    public const string Decision = "Decision";

    private static readonly (string Name, Func<AdoptLine, string> Of)[] Columns =
    [
        (Aws, l => l.Aws), (SalesforceId, l => l.SalesforceId), ("Status", l => l.Status), ("Match", l => l.Match), ("Reason", l => l.Reason),
        (Row, l => l.Row), (InSalesforce, l => l.InSalesforce), ("At AWS", l => l.AtAws), (Decision, l => l.Decision),
    ];

    /// <summary>Writes the lines. What a customer typed is no formula, whatever it begins with.</summary>
    public static void Write(TextWriter to, IEnumerable<AdoptLine> lines)
    {
        using var csv = new CsvWriter(to, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }, leaveOpen: true);
        foreach (var (name, _) in Columns) csv.WriteField(name);
        csv.NextRecord();
        foreach (var line in lines)
        {
            foreach (var (_, of) in Columns) csv.WriteField(of(line));
            csv.NextRecord();
        }
    }

    /// <summary>Reads the lines; a spreadsheet may have saved them with semicolons.</summary>
    /// <param name="from">The file's text.</param>
    /// <param name="problems">Takes the columns that are missing.</param>
    public static IReadOnlyList<AdoptLine> Read(TextReader from, ICollection<(int Line, string Column, string Problem)> problems)
    {
        using var csv = new CsvReader(from, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true, DetectDelimiterValues = [",", ";", "\t"], TrimOptions = TrimOptions.Trim, MissingFieldFound = null, BadDataFound = null,
        });
        if (!csv.Read() || !csv.ReadHeader())
        {
            problems.Add((1, Aws, "the file is empty. Write it anew with adopt"));
            return [];
        }

        foreach (var (name, _) in Columns.Where(c => c.Name is Aws or SalesforceId or Row or InSalesforce or Decision && !csv.HeaderRecord!.Contains(c.Name)))
            problems.Add((1, name, "the column is missing. Put it back, or write the file anew with adopt"));
        var lines = new List<AdoptLine>();
        while (csv.Read())
        {
            string Of(string column) => csv.TryGetField<string>(column, out var text) ? text?.Trim() ?? "" : "";
            var line = new AdoptLine(csv.Parser.RawRow) { Aws = Of(Aws), SalesforceId = Of(SalesforceId), Row = Of(Row), InSalesforce = Of(InSalesforce), Decision = Of(Decision).ToLowerInvariant() };
            if (line with { At = 0 } != new AdoptLine(0)) lines.Add(line);
        }

        return lines;
    }

    /// <summary>With the mark by which spreadsheets know UTF-8.</summary>
    public static Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
}
