using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>What the partner wants from AWS: help of some kind, or expressly none.</summary>
internal static class PrimaryNeedRules
{
    public const string NoSupport = "Do Not Need Support from AWS Sales Rep";

    public static void Check(JsonObject document, Problems problems)
    {
        var needs = document.Texts("PrimaryNeedsFromAws");
        if (!needs.Contains(NoSupport)) return;
        if (needs.Count > 1)
        {
            problems.Add(
                "PrimaryNeedsFromAws",
                "\"Do not need support from AWS Sales Rep\" and \"Co-Sell\" options cannot be selected at the same time for primary need from AWS",
                ProblemCode.InvalidValue);
        }

        if (document.Text("NationalSecurity") == "Yes")
        {
            problems.Add(
                "PrimaryNeedsFromAws", "When National Security is 'Yes', PrimaryNeedsFromAws must not be 'Do Not Need Support from AWS Sales Rep'.", ProblemCode.InvalidValue);
        }
    }
}
