using System.Text.Json;
using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Wire;

namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>Checks a request against the service model alone, before any business rule sees it, and finds everything that is wrong.</summary>
internal sealed class RequestValidator
{
    private readonly List<Problem> _problems = [];

    public static void Check(StructureShape shape, JsonObject request)
    {
        var problems = Find(shape, request);
        if (problems.Count > 0) throw SellingException.RequestValidation(problems);
    }

    public static IReadOnlyList<Problem> Find(StructureShape shape, JsonObject document)
    {
        var validator = new RequestValidator();
        validator.Structure(shape, document, "");
        return validator._problems;
    }

    private void Value(Shape shape, JsonNode value, string path)
    {
        switch (shape)
        {
            case StructureShape structure when value is JsonObject item: Structure(structure, item, path); break;
            case ListShape list when value is JsonArray items: List(list, items, path); break;
            case IntegerShape range when value.GetValueKind() == JsonValueKind.Number: Integer(range, value, path); break;
            case TimeShape when IsText(value, out var text):
                if (!Stamp.TryRead(text, out _)) Fails(path, "Member must be a timestamp in ISO 8601 format", ProblemCode.InvalidStringFormat);
                break;
            case EnumShape choice when IsText(value, out var text):
                if (!choice.Values.Contains(text)) Fails(path, $"Member must satisfy enum value set: [{string.Join(", ", choice.Values)}]", ProblemCode.InvalidEnumValue);
                break;
            case TextShape rule when IsText(value, out var text): Text(rule, text, path); break;
            case AnyShape: break;
            default: Fails(path, $"Member must be {Expected(shape)}", ProblemCode.InvalidValue); break;
        }
    }

    private void Structure(StructureShape structure, JsonObject item, string path)
    {
        // Members that the model does not know are ignored: AWS's recordings show them in accepted requests.
        foreach (var member in structure.Members)
        {
            var at = path.Length == 0 ? Camel(member.Name) : $"{path}.{Camel(member.Name)}";
            if (item[member.Name] is { } value) Value(member.Shape, value, at);
            else if (member.Required)
                _problems.Add(new Problem(at, $"Value null at '{at}' failed to satisfy constraint: Member must not be null", ProblemCode.RequiredFieldMissing));
        }
    }

    private void List(ListShape list, JsonArray items, string path)
    {
        if (items.Count < list.Min) Fails(path, $"Member must have length greater than or equal to {list.Min}", ProblemCode.NotEnoughValues);
        if (items.Count > list.Max) Fails(path, $"Member must have length less than or equal to {list.Max}", ProblemCode.TooManyValues);
        for (var i = 0; i < items.Count; i++)
        {
            var at = $"{path}.{i + 1}.member";
            if (items[i] is { } item) Value(list.Item, item, at);
            else Fails(at, "Member must not be null", ProblemCode.InvalidValue);
        }
    }

    private void Integer(IntegerShape range, JsonNode value, string path)
    {
        if (value is not JsonValue number || !number.TryGetValue(out int actual)) Fails(path, "Member must be an integer", ProblemCode.InvalidValue);
        else if (actual < range.Min) Fails(path, $"Member must have value greater than or equal to {range.Min}", ProblemCode.ValueOutOfRange);
        else if (actual > range.Max) Fails(path, $"Member must have value less than or equal to {range.Max}", ProblemCode.ValueOutOfRange);
    }

    private void Text(TextShape rule, string text, string path)
    {
        var length = JavaPattern.Narrow(text).Length;
        if (length < rule.Min) Fails(path, $"Member must have length greater than or equal to {rule.Min}", ProblemCode.InvalidStringFormat);
        if (length > rule.Max) Fails(path, $"Member must have length less than or equal to {rule.Max}", ProblemCode.InvalidStringFormat);
        if (rule.Pattern is { } pattern && !pattern.Matches(text))
            Fails(path, $"Member must satisfy regular expression pattern: {pattern}", ProblemCode.InvalidStringFormat);
    }

    private void Fails(string path, string constraint, string code) =>
        _problems.Add(new Problem(path, $"Value at '{path}' failed to satisfy constraint: {constraint}", code));

    private static bool IsText(JsonNode value, out string text)
    {
        text = "";
        return value is JsonValue single && single.TryGetValue(out text!);
    }

    private static string Expected(Shape shape) => shape switch
    {
        StructureShape => "a structure",
        ListShape => "a list",
        IntegerShape => "an integer",
        _ => "a string",
    };

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
