namespace SyncWorker.Core.Mapping.AwsFacts;

public static partial class AwsMembers
{
    // By root: path, kind[:values], [shortest-]longest, marks (r is read, w is written, s is sensitive).
    // From AWS's service model partnercentral-selling 2022-07-26 as of 2026-08-04: GetOpportunity, with w where both CreateOpportunity and UpdateOpportunity take the member; what
    // the model takes but AWS alone may set in its production catalog (review status, comments and reasons, the log of next steps) has no w.
    private const string Table = """
        opportunity
          PrimaryNeedsFromAws enums:PrimaryNeedFromAws rw
          NationalSecurity enum:NationalSecurity rw
          PartnerOpportunityIdentifier text 64 rw
          Customer.Account.Industry enum:Industry rw
          Customer.Account.OtherIndustry text 255 rw
          Customer.Account.CompanyName text 120 rws
          Customer.Account.WebsiteUrl website 4-255 rws
          Customer.Account.AwsAccountId text 1-12 rws
          Customer.Account.Address.City text 255 rws
          Customer.Account.Address.PostalCode text 20 rws
          Customer.Account.Address.StateOrRegion text rws
          Customer.Account.Address.CountryCode enum:CountryCode rws
          Customer.Account.Address.StreetAddress text 255 rws
          Customer.Account.Duns text 9-9 rws
          Customer.Contacts[] object r
          Customer.Contacts[].Email email 80 rws
          Customer.Contacts[].FirstName text 80 rws
          Customer.Contacts[].LastName text 80 rws
          Customer.Contacts[].BusinessTitle text 80 rws
          Customer.Contacts[].Phone phone rws
          Project.DeliveryModels enums:DeliveryModel rw
          Project.ExpectedCustomerSpend[] object r
          Project.ExpectedCustomerSpend[].Amount amount rws
          Project.ExpectedCustomerSpend[].CurrencyCode enum:CurrencyCode rws
          Project.ExpectedCustomerSpend[].Frequency enum:PaymentFrequency rw
          Project.ExpectedCustomerSpend[].TargetCompany text 1-80 rw
          Project.ExpectedCustomerSpend[].EstimationUrl text rw
          Project.ExpectedContractDuration.Term enum:ExpectedContractDurationTerm rw
          Project.ExpectedContractDuration.Value text rw
          Project.Title text 255 rws
          Project.ApnPrograms texts:ApnPrograms rw
          Project.CustomerBusinessProblem text 20-2000 rws
          Project.CustomerUseCase text:CustomerUseCase rw
          Project.RelatedOpportunityIdentifier text 2-20 rw
          Project.SalesActivities enums:SalesActivity rw
          Project.CompetitorName enum:CompetitorName rw
          Project.OtherCompetitorNames text 255 rw
          Project.OtherSolutionDescription text 255 rws
          Project.AdditionalComments text 1-255 rw
          Project.AwsPartition enum:AwsPartition rw
          OpportunityType enum:OpportunityType rw
          Marketing.CampaignName text rw
          Marketing.Source enum:MarketingSource rw
          Marketing.UseCases texts:MarketingUseCase rw
          Marketing.Channels enums:Channel rw
          Marketing.AwsFundingUsed enum:AwsFundingUsed rw
          SoftwareRevenue.DeliveryModel enum:RevenueModel rw
          SoftwareRevenue.Value.Amount amount rw
          SoftwareRevenue.Value.CurrencyCode enum:CurrencyCode rws
          SoftwareRevenue.EffectiveDate date rw
          SoftwareRevenue.ExpirationDate date rw
          Id text 2-20 r
          Arn text r
          LastModifiedDate timestamp r
          CreatedDate timestamp r
          RelatedEntityIdentifiers.AwsMarketplaceOffers texts r
          RelatedEntityIdentifiers.AwsMarketplaceOfferSets texts r
          RelatedEntityIdentifiers.Solutions texts r
          RelatedEntityIdentifiers.AwsProducts texts r
          RelatedEntityIdentifiers.AwsMarketplaceSolutions texts r
          RelatedEntityIdentifiers.AwsMarketplaceProducts texts r
          LifeCycle.Stage enum:Stage rw
          LifeCycle.ClosedLostReason enum:ClosedLostReason rw
          LifeCycle.NextSteps text 255 rws
          LifeCycle.TargetCloseDate date rw
          LifeCycle.ReviewStatus enum:ReviewStatus r
          LifeCycle.ReviewComments text r
          LifeCycle.ReviewStatusReason text r
          LifeCycle.NextStepsHistory[] object r
          LifeCycle.NextStepsHistory[].Value text r
          LifeCycle.NextStepsHistory[].Time timestamp r
          OpportunityTeam[] object r
          OpportunityTeam[].Email email 80 rs
          OpportunityTeam[].FirstName text 80 rs
          OpportunityTeam[].LastName text 80 rs
          OpportunityTeam[].BusinessTitle text 80 rs
          OpportunityTeam[].Phone phone rs
        awsSummary
          RelatedOpportunityId text 2-20 r
          Origin enum:OpportunityOrigin r
          InvolvementType enum:InvolvementType r
          Visibility enum:Visibility r
          LifeCycle.TargetCloseDate date r
          LifeCycle.ClosedLostReason enum:AwsClosedLostReason r
          LifeCycle.Stage enum:AwsOpportunityStage r
          LifeCycle.NextSteps text 255 rs
          LifeCycle.NextStepsHistory[] object r
          LifeCycle.NextStepsHistory[].Value text r
          LifeCycle.NextStepsHistory[].Time timestamp r
          OpportunityTeam[] object r
          OpportunityTeam[].Email email 80 rs
          OpportunityTeam[].FirstName text 80 rs
          OpportunityTeam[].LastName text 80 rs
          OpportunityTeam[].BusinessTitle enum:AwsMemberBusinessTitle r
          Insights.NextBestActions text r
          Insights.EngagementScore enum:EngagementScore r
          Insights.OpportunityQuality.Score number r
          Insights.OpportunityQuality.Trend text r
          InvolvementTypeChangeReason enum:InvolvementTypeChangeReason r
          RelatedEntityIds.AwsProducts texts r
          RelatedEntityIds.Solutions texts r
          RelatedEntityIds.AwsMarketplaceSolutions texts r
          RelatedEntityIds.AwsMarketplaceProducts texts r
          Customer.Contacts[] object r
          Customer.Contacts[].Email email 80 rs
          Customer.Contacts[].FirstName text 80 rs
          Customer.Contacts[].LastName text 80 rs
          Customer.Contacts[].BusinessTitle text 80 rs
          Customer.Contacts[].Phone phone rs
          Project.ExpectedCustomerSpend[] object r
          Project.ExpectedCustomerSpend[].Amount amount rs
          Project.ExpectedCustomerSpend[].CurrencyCode enum:CurrencyCode rs
          Project.ExpectedCustomerSpend[].Frequency enum:PaymentFrequency r
          Project.ExpectedCustomerSpend[].TargetCompany text 1-80 r
          Project.ExpectedCustomerSpend[].EstimationUrl text r
          Project.AwsPartition enum:AwsPartition r
          CosellMotion text r
        invitation
          Arn text r
          PayloadType enum:EngagementInvitationPayloadType r
          Id text 1-255 r
          EngagementId text 18-18 r
          EngagementTitle text 40 r
          Status enum:InvitationStatus r
          InvitationDate timestamp r
          ExpirationDate timestamp r
          SenderAwsAccountId text 1-12 rs
          SenderCompanyName text 120 r
          RejectionReason text:RejectionReason 1-80 rw
          Payload.OpportunityInvitation.SenderContacts[] object r
          Payload.OpportunityInvitation.SenderContacts[].Email email 1-80 rs
          Payload.OpportunityInvitation.SenderContacts[].FirstName text 80 rs
          Payload.OpportunityInvitation.SenderContacts[].LastName text 80 rs
          Payload.OpportunityInvitation.SenderContacts[].BusinessTitle text 80 rs
          Payload.OpportunityInvitation.SenderContacts[].Phone phone rs
          Payload.OpportunityInvitation.ReceiverResponsibilities enums:ReceiverResponsibility r
          Payload.OpportunityInvitation.Customer.Industry enum:Industry r
          Payload.OpportunityInvitation.Customer.CompanyName text 1-120 rs
          Payload.OpportunityInvitation.Customer.WebsiteUrl website 4-255 rs
          Payload.OpportunityInvitation.Customer.CountryCode enum:CountryCode rs
          Payload.OpportunityInvitation.Project.BusinessProblem text 20-2000 rs
          Payload.OpportunityInvitation.Project.Title text 1-255 r
          Payload.OpportunityInvitation.Project.TargetCompletionDate date r
          Payload.OpportunityInvitation.Project.ExpectedCustomerSpend[] object r
          Payload.OpportunityInvitation.Project.ExpectedCustomerSpend[].Amount amount rs
          Payload.OpportunityInvitation.Project.ExpectedCustomerSpend[].CurrencyCode enum:CurrencyCode rs
          Payload.OpportunityInvitation.Project.ExpectedCustomerSpend[].Frequency enum:PaymentFrequency r
          Payload.OpportunityInvitation.Project.ExpectedCustomerSpend[].TargetCompany text 1-80 r
          Payload.OpportunityInvitation.Project.ExpectedCustomerSpend[].EstimationUrl text r
          InvitationMessage text 1-255 rs
          EngagementDescription text 255 r
          ExistingMembers[] object r
          ExistingMembers[].CompanyName text 1-120 rs
          ExistingMembers[].WebsiteUrl text r
        association
          AwsMarketplaceOffers texts rw
          AwsMarketplaceOfferSets texts rw
          Solutions texts rw
          AwsProducts texts rw
          AwsMarketplaceSolutions texts rw
          AwsMarketplaceProducts texts rw
        teamMember
          OpportunityTeam[] object r
          OpportunityTeam[].Email email 80 rws
          OpportunityTeam[].FirstName text 80 rws
          OpportunityTeam[].LastName text 80 rws
          OpportunityTeam[].BusinessTitle text 80 rws
          OpportunityTeam[].Phone phone rws
        submission
          InvolvementType enum:InvolvementType w
          Visibility enum:Visibility w
        worker
          LinkId text 64 r
          OpportunityId text 20 r
          InvitationId text 64 r
          InvitationStatus enum:InvitationStatus r
          EngagementId text 18 r
          Origin enum:OpportunityOrigin r
          SubmittedAt timestamp r
          MappedObjectUrl text 255 r
          MappedObjectType text 80 r
          MappedObjectId text 18 r
          SyncStatus text 255 r
          SyncError text r
          SyncNote text r
          LastSynced timestamp r
          SyncNonce text 64 r
          ShareWithAws flag w
          SubmitToAws flag w
          AllowAnother flag w
          ReferralDecision text 40 w
          RejectionReason text 255 r
          PrimaryNeedOther text 255 w
        """;
}
