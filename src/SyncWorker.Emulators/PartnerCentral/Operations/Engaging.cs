using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Model;
using SyncWorker.Emulators.PartnerCentral.Store;
using SyncWorker.Emulators.Seed;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>Opens engagements, lets parties in, and keeps what they show each other.</summary>
internal sealed class Engaging(PartnerCentralState state)
{
    // The templates carry the names of the members that hold their views.
    public const string PartnerTemplate = "OpportunitySummary";
    public const string AwsTemplate = "AwsOpportunitySummaryFullView";
    private const int TitleLengthMax = 40;

    public EngagementMember Partner => new(state.Options.AccountId, PartnerCentralSeed.PartnerName, PartnerCentralSeed.PartnerWebsite);

    /// <summary>Opens the opportunity's engagement unless it has one already.</summary>
    public EngagementRecord Open(OpportunityRecord record, EngagementMember creator)
    {
        if (Find(record) is { } known) return known;
        var engagement = Open(record.Catalog, record.Document.Text("Project.Title")!, creator, "CustomerProject", CustomerProject(record.Document));
        record.EngagementId = engagement.Id;
        return engagement;
    }

    public EngagementRecord Open(string catalog, string title, EngagementMember creator, string contextType, JsonObject context)
    {
        var engagements = state.Catalogs[catalog].Engagements;
        var engagement = new EngagementRecord
        {
            Id = state.Identifiers.Engagement(),
            Catalog = catalog,
            Title = title[..Math.Min(title.Length, TitleLengthMax)],
            Creator = creator,
            Created = state.Now,
            ContextType = contextType,
            Context = context,
            Sequence = engagements.Count,
            Modified = state.Now,
            ModifiedBy = creator.AccountId,
        };
        engagement.Join(creator, state.Now);
        engagements.Add(engagement);
        return engagement;
    }

    /// <summary>AWS or the partner enters the opportunity's engagement.</summary>
    public void Join(OpportunityRecord record, EngagementMember member) => Find(record)?.Join(member, state.Now);

    /// <summary>The partner shows the opportunity as it stands now.</summary>
    public void ShowPartners(OpportunityRecord record)
    {
        var view = OpportunityRendering.Full(record, state);
        view["Lifecycle"] = view["LifeCycle"]?.DeepClone();
        Show(record, PartnerTemplate, state.Options.AccountId, "OpportunitySummaryView", view);
    }

    /// <summary>AWS shows its own record, as much of it as the partner may see.</summary>
    public void ShowAwss(OpportunityRecord record)
    {
        if (AwsSummary.Render(record) is { } summary) Show(record, AwsTemplate, EngagementMember.AwsAccount, "AwsOpportunitySummaryFullView", summary);
    }

    private EngagementRecord? Find(OpportunityRecord record) => state.Catalogs[record.Catalog].Engagements.Find(e => e.Id == record.EngagementId);

    private void Show(OpportunityRecord record, string template, string creator, string shape, JsonObject view)
    {
        if (Find(record) is not { } engagement) return;
        var revision = 1 + engagement.Snapshots.Count(s => s.ResourceId == record.Id && s.Template == template);
        var complete = SellingModel.Complete(SellingModel.Current.Structure(shape), view)!.AsObject();
        engagement.Snapshots.Add(new SnapshotRecord(record.Id, template, revision, creator, state.Now, complete.ToJsonString()));
    }

    private static JsonObject CustomerProject(JsonObject document) => new()
    {
        ["Customer"] = new JsonObject
        {
            ["Industry"] = document.At("Customer.Account.Industry")?.DeepClone(),
            ["CompanyName"] = document.At("Customer.Account.CompanyName")?.DeepClone(),
            ["WebsiteUrl"] = document.At("Customer.Account.WebsiteUrl")?.DeepClone(),
            ["CountryCode"] = document.At("Customer.Account.Address.CountryCode")?.DeepClone(),
        },
        ["Project"] = new JsonObject
        {
            ["Title"] = document.At("Project.Title")?.DeepClone(),
            ["BusinessProblem"] = document.At("Project.CustomerBusinessProblem")?.DeepClone(),
            ["TargetCompletionDate"] = document.At("LifeCycle.TargetCloseDate")?.DeepClone(),
        },
    };
}
