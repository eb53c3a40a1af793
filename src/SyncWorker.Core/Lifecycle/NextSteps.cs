using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Mapping.Decoding;
using SyncWorker.Core.Mapping.MemberPaths;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Lifecycle;

/// <summary>
/// The choice of what is done next, as a function of where the opportunity stands. Nothing reaches AWS unasked: create, associate and submit wait for Submit To AWS and for every
/// requirement, because Partner Central has no delete and no un-submit.
/// </summary>
internal static class NextSteps
{
    /// <param name="draft">The plan being made.</param>
    /// <param name="standing">Where the opportunity stands.</param>
    /// <param name="facts">What AWS would hold if everything decided were sent.</param>
    /// <param name="salesforce">The co-sell record; null where there is none yet.</param>
    /// <param name="partnerCentral">What AWS holds.</param>
    /// <param name="now">The present.</param>
    /// <returns>The steps towards Partner Central in order, and what keeps the next one from being taken.</returns>
    public static (ImmutableArray<Step> Steps, ImmutableArray<Problem> Problems) TowardsAws(
        PlanDraft draft, Standing standing, Facts facts, Snapshot salesforce, Snapshot partnerCentral, DateTimeOffset now)
    {
        if (draft.Link.IsReadOnly) return ([], []);
        if (draft.Next.Intent is { Kind: not StepKind.CreateRecord } intent) return (Intents.Next(intent, standing, partnerCentral.Version, draft.Policy, now) is { } step ? [step] : [], []);
        if (standing.HasOpportunity) return Existing(draft, standing, facts, partnerCentral);
        if (standing.IsReferral) return Referral(draft, standing, facts, salesforce, partnerCentral);
        // The number says that the deal is at AWS already: no other one is made.
        if (standing.NumberProblem is { } unknown) return ([], [new Problem(Labels.OpportunityNumber, unknown, null)]);
        ImmutableArray<Problem> problems = [.. Duplicates.Problems(standing), .. Requirements.ForSubmission(facts), .. AssociationLimits.Problems(draft.Map, facts)];
        return IsAsked(draft, standing, facts) && problems.IsEmpty ? ([Create(draft, Asked(standing), salesforce)], []) : ([], problems);
    }

    /// <summary>A person ticked Submit To AWS, or the operator did so for a scope that the deal is in.</summary>
    private static bool IsAsked(PlanDraft draft, Standing standing, Facts facts) => standing.SubmitTicked || draft.Policy.SubmitAuto.Includes(row => facts[row]);

    private static WriteRule Asked(Standing standing) => standing.SubmitTicked ? WriteRule.SubmitTicked : WriteRule.SubmitInScope;

    private static readonly Problem WithoutOpportunity = new(Labels.OpportunityNumber, "the referral is accepted, and its opportunity is not linked to this record", "Look for it in Partner Central: another co-sell record may have its number. If so, work on that one.");

    private static (ImmutableArray<Step>, ImmutableArray<Problem>) Referral(PlanDraft draft, Standing standing, Facts facts, Snapshot salesforce, Snapshot partnerCentral)
    {
        // Somebody accepted it elsewhere: the opportunity that this made is this deal's.
        if (standing.IsAcceptedElsewhere) return draft.Link.IsWithoutOpportunity ? ([], [WithoutOpportunity]) : ([new Step { Kind = StepKind.FindOpportunity }], []);
        if (standing.InvitationStatus != "PENDING") return ([], []);
        var isInScope = standing.ReferralDecision is null && draft.Policy.AcceptReferrals.Includes(row => facts[row]);
        if (standing.ReferralDecision == "Accept" || isInScope) return ([Started(draft, StepKind.Accept, new JsonObject { ["Identifier"] = draft.Link.InvitationId }, isInScope ? WriteRule.AcceptInScope : WriteRule.ReferralDecision, partnerCentral.Version)], []);
        if (standing.ReferralDecision != "Reject") return ([], []);
        var reason = salesforce[Labels.RejectionReason].Canonical;
        var problems = Requirements.ForRejection(reason);
        return reason is null ? ([], problems) : ([new Step { Kind = StepKind.Reject, Rule = WriteRule.ReferralDecision, Reason = reason[..Math.Min(80, reason.Length)] }], []);
    }

    private static (ImmutableArray<Step>, ImmutableArray<Problem>) Existing(PlanDraft draft, Standing standing, Facts facts, Snapshot partnerCentral)
    {
        var changes = draft.Changes.Where(c => c.To == Side.PartnerCentral).ToImmutableArray();
        var pending = standing.ReviewStatus == ReviewStatus.PendingSubmission;
        var update = changes.Where(c => Root(draft.Map, c) == PathRoot.Opportunity).ToImmutableArray();
        var refused = update.IsEmpty ? [] : standing.ReviewStatus == ReviewStatus.ActionRequired ? Requirements.ForAnswer(facts) : Requirements.ForUpdate(facts);
        ImmutableArray<Problem> problems = [.. pending ? Requirements.ForSubmission(facts) : refused, .. AssociationLimits.Problems(draft.Map, facts)];
        var (before, after) = AssociationSteps.Of(draft, standing, facts, partnerCentral, changes.Where(c => Root(draft.Map, c) == PathRoot.Association));
        var team = changes.Where(c => Root(draft.Map, c) == PathRoot.TeamMember).ToImmutableArray();
        var steps = ImmutableArray.CreateBuilder<Step>();

        steps.AddRange(before);
        if (!update.IsEmpty && refused.IsEmpty) steps.Add(new Step { Kind = StepKind.UpdateOpportunity, Changes = update, GuardVersion = partnerCentral.Version });
        steps.AddRange(after);
        foreach (var label in PrimaryContact.Where(label => !team.IsEmpty && facts[label] is null)) draft.Hold(label, HoldKind.Missing, "empty; AWS takes the contact's name and e-mail address together");
        if (!team.IsEmpty && Assignable(facts)) steps.Add(new Step { Kind = StepKind.Assign, Changes = team });
        if (steps.Count == 0 && problems.IsEmpty && (pending ? IsAsked(draft, standing, facts) : standing.IsTickFresh)) steps.Add(Submit(draft, Asked(standing), facts, partnerCentral));
        return (steps.ToImmutable(), problems);
    }

    private static PathRoot Root(FieldMap map, Change change) => map[change.Row].Write!.Root;

    private static readonly ImmutableArray<string> PrimaryContact = [Labels.PrimaryContactEmail, Labels.PrimaryContactFirstName, Labels.PrimaryContactLastName];

    /// <summary>AssignOpportunity needs the contact's name and e-mail address together.</summary>
    private static bool Assignable(Facts facts) => PrimaryContact.All(label => facts[label] is not null);

    private static bool Assignable(ImmutableArray<Change> changes) =>
        PrimaryContact.All(label => changes.Any(c => c.Row == label && c.Value is not null));

    private static Step Submit(PlanDraft draft, WriteRule rule, Facts facts, Snapshot partnerCentral) => Started(draft, StepKind.Submit, new JsonObject
    {
        ["Identifier"] = draft.Link.OpportunityId,
        ["AwsSubmission"] = new JsonObject { ["InvolvementType"] = facts[Labels.InvolvementType], ["Visibility"] = facts[Labels.Visibility] ?? "Full" },
    }, rule, partnerCentral.Version);

    private static Step Create(PlanDraft draft, WriteRule rule, Snapshot salesforce)
    {
        // Associations and what the submission carries go with steps of their own.
        var carried = draft.Changes.Where(c => c.To == Side.PartnerCentral && Root(draft.Map, c) is PathRoot.Opportunity or PathRoot.TeamMember).ToImmutableArray();

        // A contact without its name would make AWS refuse the opportunity: it is assigned when it is complete.
        if (!Assignable(carried)) carried = carried.RemoveAll(c => Root(draft.Map, c) == PathRoot.TeamMember);
        var body = new JsonObject { ["Origin"] = "Partner Referral" };
        foreach (var change in carried)
            MemberWriter.Write(body, draft.Map[change.Row].Write!, JsonNode.Parse(change.Writes[0].Value));
        body["PartnerOpportunityIdentifier"] ??= salesforce.RecordId;
        return Started(draft, StepKind.CreateOpportunity, body, rule, null, carried.ToImmutableDictionary(c => c.Row, c => c.Part));
    }

    /// <summary>A step with a token: token and exact body are remembered before the first send and replayed unchanged.</summary>
    private static Step Started(PlanDraft draft, StepKind kind, JsonObject body, WriteRule rule, string? version, ImmutableDictionary<string, SentPart>? parts = null)
    {
        var token = $"{draft.Link.Id}-{draft.Next.Sequence + 1}";
        body["ClientToken"] = token;
        return new Step
        {
            Kind = kind,
            Rule = rule,
            GuardVersion = version,
            Intent = new Intent { Kind = kind, Rule = rule, Token = token, Identifier = (string?)body["PartnerOpportunityIdentifier"], Body = body.ToJsonString(Written), Parts = parts ?? ImmutableDictionary<string, SentPart>.Empty },
        };
    }

    private static JsonSerializerOptions Written { get; } = new() { WriteIndented = false };

    /// <summary>The co-sell record to insert: a draft for a shared Opportunity, or what AWS holds of a referral or of an opportunity made in Partner Central.</summary>
    public static Step CreateRecord(PlanDraft draft, Snapshot partnerCentral, SyncReport report)
    {
        if (draft.Next.Intent is { Kind: StepKind.CreateRecord } intent) return new Step { Kind = StepKind.CreateRecord, Rule = intent.Rule, Intent = intent };
        var nonce = $"{draft.Link.Id}-{draft.Next.Sequence + 1}";
        var body = new JsonObject { [CoSellFields.ClazarId] = draft.Link.Id, [CoSellFields.SyncStatus] = report.Status, [CoSellFields.SyncNonce] = nonce };
        if (draft.Link.MappedObjectId is { } mapped) body[CoSellFields.Opportunity] = mapped;
        var parts = ImmutableDictionary.CreateBuilder<string, SentPart>();
        foreach (var row in draft.Map.Units.SelectMany(u => u))
        {
            var reading = partnerCentral[row.Label];
            if (!reading.HasValue || row.Codec.Encode(Place.CoSell, reading.Canonical, [.. row.Fields.Select(_ => (JsonNode?)null)], CodecContext.None with { Solutions = partnerCentral.Solutions }) is not { Reason: null } encoded) continue;

            // A new record holds nothing to clear, and a checkbox takes no null.
            foreach (var (field, part) in row.Fields.Zip(encoded.Parts).Where(p => p.Second is not null)) body[field] = part!.DeepClone();
            parts[row.Label] = new SentPart(default, default, Accounted.For(reading), reading.Canonical);
        }

        var rule = draft.Link.IsReferral ? WriteRule.Referral : draft.Link.OpportunityId is null ? WriteRule.Shared : WriteRule.MadeAtAws;
        return new Step { Kind = StepKind.CreateRecord, Rule = rule, Intent = new Intent { Kind = StepKind.CreateRecord, Rule = rule, Token = nonce, Body = body.ToJsonString(Written), Parts = parts.ToImmutable() } };
    }

    /// <summary>The guarded update of the co-sell record: the rows that change, and the bookkeeping that differs. Null where nothing does.</summary>
    public static Step? UpdateRecord(PlanDraft draft, Standing standing, Snapshot salesforce, SyncReport report, DateTimeOffset now)
    {
        var changes = draft.Changes.Where(c => c.To == Side.Salesforce).ToImmutableArray();
        var record = salesforce.Documents[SalesforceDecoder.Record];
        var fields = new List<KeyValuePair<string, string>>();
        void Set(string field, JsonNode? value)
        {
            if (!JsonNode.DeepEquals(AsKept(record[field]), AsKept(value))) fields.Add(KeyValuePair.Create(field, value?.ToJsonString() ?? "null"));
        }

        Set(CoSellFields.SyncStatus, report.Status);
        Set(CoSellFields.SyncError, report.Error);
        Set(CoSellFields.SyncNote, report.Note);

        // AWS's Action Required clears the tick: changes collect, and go in one update when a person sets it again.
        if (standing is { ReviewStatus: ReviewStatus.ActionRequired, SubmitTicked: true, IsTickFresh: false }) Set(CoSellFields.SubmitToAws, false);
        if (fields.Count == 0 && changes.IsEmpty) return null;
        if (!changes.IsEmpty) Set(CoSellFields.LastSynced, now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'.000Z'", CultureInfo.InvariantCulture));
        var kept = draft.Kept.Where(k => changes.Any(c => draft.Map[c.Row].Unit == draft.Map[k.Key].Unit)).ToImmutableDictionary();
        return new Step { Kind = StepKind.UpdateRecord, Changes = changes, Kept = kept, Bookkeeping = [.. fields], Rule = changes.IsEmpty ? WriteRule.Bookkeeping : null, GuardVersion = salesforce.Version, EditedAt = draft.Next.SalesforceDate };
    }

    /// <summary>An org may keep a text with other line ends and without the blanks around: that is no other text. One of nothing but blanks is none.</summary>
    private static JsonNode? AsKept(JsonNode? value) =>
        value is JsonValue node && node.TryGetValue<string>(out var text) ? PlainText.Trimmed(text) is { Length: > 0 } kept ? kept : null : value;
}
