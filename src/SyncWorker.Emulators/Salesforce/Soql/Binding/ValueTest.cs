using System.Globalization;
using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Model;
using SyncWorker.Emulators.Salesforce.Records;
using SyncWorker.Emulators.Salesforce.Soql.Syntax;

namespace SyncWorker.Emulators.Salesforce.Soql.Binding;

/// <summary>Compares a field's value with a literal. A literal of the wrong kind, such as a quoted date, is refused before any record is looked at.</summary>
internal static class ValueTest
{
    public static Func<object?, bool> For(Field field, string op, Literal literal, PathBinder names, Name at, DateTimeOffset now)
    {
        RefuseOperator(field, op, literal, names, at);
        if (literal.Kind == LiteralKind.Null)
            return op == "=" ? value => value is null : value => value is not null;
        if (field.Type == FieldType.Boolean)
            return Ordered(op, Expect(LiteralKind.Boolean, literal.Text.Equals("true", StringComparison.OrdinalIgnoreCase)));
        if (field.IsNumber)
            return Ordered(op, Expect(LiteralKind.Number, literal.Kind == LiteralKind.Number ? double.Parse(literal.Text, CultureInfo.InvariantCulture) : 0d));
        if (field.Type is FieldType.Date or FieldType.DateTime)
            return When(field, op, literal, names, at, now);
        var text = Expect(LiteralKind.Text, literal.Text);
        if (field.Type is FieldType.Id or FieldType.Reference)
            return Id(op, SoqlText.Plain(text), names, at);
        return op == "LIKE" ? value => value is string s && SoqlText.IsLike(s, text) : Text(field, op, SoqlText.Plain(text));

        T Expect<T>(LiteralKind kind, T value) => literal.Kind == kind ? value : throw WrongKind(field, literal, names, at);
    }

    private static void RefuseOperator(Field field, string op, Literal literal, PathBinder names, Name at)
    {
        var allowed = op switch
        {
            "=" or "!=" => true,
            "LIKE" => field.IsText && field.Type != FieldType.MultiPicklist && literal.Kind != LiteralKind.Null,
            _ => literal.Kind != LiteralKind.Null && field.Type is not (FieldType.Boolean or FieldType.MultiPicklist),
        };
        if (!allowed)
            throw Refusals.FilterOperatorInvalid(names.Point(at, $"invalid operator on {field.TypeName} field"));
    }

    private static RefusedException WrongKind(Field field, Literal literal, PathBinder names, Name at)
    {
        var type = field.Type == FieldType.DateTime ? "dateTime" : field.IsText || field.Type is FieldType.Id or FieldType.Reference ? "string" : field.TypeName;
        var quotes = type == "string" ? "should" : "should not";
        var hint = literal.Kind == LiteralKind.Text || type == "string" ? $" and {quotes} be enclosed in quotes" : "";
        return Refusals.QueryFieldInvalid(names.Point(at, $"value of filter criterion for field '{field.Name}' must be of type {type}{hint}"));
    }

    private static Func<object?, bool> When(Field field, string op, Literal literal, PathBinder names, Name at, DateTimeOffset now)
    {
        if (literal.Kind == LiteralKind.DateFormula)
        {
            var days = DateFormula.Days(literal.Text, DateOnly.FromDateTime(now.UtcDateTime))
                ?? throw Refusals.QueryMalformed(names.Point(at, $"unexpected token: '{literal.Text}'"));
            return field.Type == FieldType.Date
                ? InRange(op, days.First, days.Last)
                : InRange(op, Midnight(days.First), Midnight(days.Last.AddDays(1)).AddSeconds(-1));
        }

        if (field.Type == FieldType.Date && literal.Kind == LiteralKind.Date
            && DateOnly.TryParseExact(literal.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return Ordered(op, date);
        }

        // Both sides are whole seconds here: a literal's fraction does not count.
        if (field.Type == FieldType.DateTime && literal.Kind == LiteralKind.DateTime && ValueReader.TryInstant(literal.Text, out var instant))
            return Ordered(op, instant);
        throw WrongKind(field, literal, names, at);
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static Func<object?, bool> Id(string op, string text, PathBinder names, Name at) => SalesforceId.TryParse(text, out var id)
        ? By(op, value => value is string other ? string.CompareOrdinal(other, id) : null)
        : throw Refusals.FilterOperatorInvalid(names.Point(at, $"invalid ID field: {text}"));

    private static Func<object?, bool> Text(Field field, string op, string text)
    {
        var comparison = field.CaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return By(op, value => value is string other ? string.Compare(other, text, comparison) : null);
    }

    private static Func<object?, bool> Ordered<T>(string op, T wanted)
        where T : struct, IComparable<T> => By(op, value => value is T actual ? actual.CompareTo(wanted) : null);

    /// <summary>A range stands for all its days: "=" is inside, "&lt;" before its first, "&gt;" after its last.</summary>
    private static Func<object?, bool> InRange<T>(string op, T first, T last)
        where T : struct, IComparable<T> => By(op, value => value is not T actual ? null : actual.CompareTo(first) < 0 ? -1 : actual.CompareTo(last) > 0 ? 1 : 0);

    /// <summary>Null is unequal to every value and neither smaller nor larger.</summary>
    private static Func<object?, bool> By(string op, Func<object?, int?> compare) => op switch
    {
        "=" => value => compare(value) == 0,
        "!=" => value => compare(value) != 0,
        "<" => value => compare(value) < 0,
        "<=" => value => compare(value) <= 0,
        ">" => value => compare(value) > 0,
        _ => value => compare(value) >= 0,
    };
}
