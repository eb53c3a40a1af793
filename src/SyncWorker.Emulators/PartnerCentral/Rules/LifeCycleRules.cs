using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Wire;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>Stage and close date.</summary>
internal static class LifeCycleRules
{
    private const string CloseDate = "LifeCycle.TargetCloseDate";
    private const int YearsAheadMax = 60;

    public static void Check(JsonObject document, RuleContext context, Problems problems)
    {
        if (context.Existing is not null && document.Text("LifeCycle.Stage") is null) problems.Missing("LifeCycle.Stage");
        if (document.Text("LifeCycle.ClosedLostReason") is not null && document.Text("LifeCycle.Stage") != "Closed Lost")
        {
            problems.Add(
                "LifeCycle.ClosedLostReason", "Field LifeCycle.ClosedLostReason is only allowed when LifeCycle.Stage is 'Closed Lost'.", ProblemCode.InvalidValue);
        }

        CheckCloseDate(document, context, problems);
    }

    private static void CheckCloseDate(JsonObject document, RuleContext context, Problems problems)
    {
        if (document.Text(CloseDate) is not { } text)
        {
            problems.Missing(CloseDate);
            return;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            problems.Add(CloseDate, "Field LifeCycle.TargetCloseDate does not match the required format: YYYY-MM-DD.", ProblemCode.InvalidStringFormat);
            return;
        }

        // A closed deal keeps its date as it ages; otherwise its last open members could never be updated again.
        if (context.Existing?.Stage is "Launched" or "Closed Lost" && context.Before.Text(CloseDate) == text) return;
        var today = DateOnly.ParseExact(Stamp.Date(context.State.Now), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (date < today || date > today.AddYears(YearsAheadMax))
            problems.Add(CloseDate, "Invalid date selection. Please select a date within an acceptable range.", ProblemCode.InvalidValue);
    }
}
