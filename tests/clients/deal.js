import {
  CreateOpportunityCommand, GetOpportunityCommand, StartEngagementFromOpportunityTaskCommand, UpdateOpportunityCommand,
} from '@aws-sdk/client-partnercentral-selling';

/** A day counted from today, as Partner Central writes dates. */
export const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Everything that a submission needs but a solution: AWS's own sample of a new opportunity, completed. */
export const deal = (change = () => {}) => {
  const opportunity = {
    Origin: 'Partner Referral',
    PartnerOpportunityIdentifier: '0065g00000XyZAbAAN',
    OpportunityType: 'Net New Business',
    NationalSecurity: 'No',
    PrimaryNeedsFromAws: ['Co-Sell - Architectural Validation'],
    Customer: {
      Account: {
        CompanyName: 'Humongous Insurance',
        Industry: 'Financial Services',
        WebsiteUrl: 'www.humongousinsurance.com',
        Duns: '111100111',
        Address: { City: 'New York', CountryCode: 'US', PostalCode: '10001', StateOrRegion: 'New York', StreetAddress: '123 Main St.' },
      },
      Contacts: [{ BusinessTitle: 'Executive', Email: 'jane.doe@humongousinsurance.com', FirstName: 'Jane', LastName: 'Doe', Phone: '+12125550101' }],
    },
    LifeCycle: { Stage: 'Prospect', TargetCloseDate: inDays(120), NextSteps: 'Workshop with the claims department' },
    Marketing: { Source: 'Marketing Activity', CampaignName: 'Claims on AWS', UseCases: ['Analytics'], Channels: ['Content Syndication'], AwsFundingUsed: 'Yes' },
    Project: {
      Title: 'Claims platform',
      CustomerBusinessProblem: 'Claims take three weeks to settle because they are typed twice.',
      CustomerUseCase: 'Security & Compliance',
      CompetitorName: 'Google Cloud Platform',
      DeliveryModels: ['SaaS or PaaS'],
      SalesActivities: ['Conducted POC / Demo'],
      ExpectedCustomerSpend: [{ Amount: '12500', CurrencyCode: 'USD', Frequency: 'Monthly', TargetCompany: 'AWS' }],
    },
    SoftwareRevenue: { DeliveryModel: 'Pay-as-you-go', EffectiveDate: '2026-10-31', ExpirationDate: '2027-03-31', Value: { Amount: '10000.0', CurrencyCode: 'USD' } },
  };
  change(opportunity);
  return opportunity;
};

/** A partner's calls in one catalog, each a command of AWS's client. */
export class Partner {
  constructor(client, catalog) {
    this.client = client;
    this.catalog = catalog;
  }

  send(Command, input = {}) {
    return this.client.send(new Command({ Catalog: this.catalog, ...input }));
  }

  async create(opportunity = deal()) {
    return (await this.send(CreateOpportunityCommand, opportunity)).Id;
  }

  get(id) {
    return this.send(GetOpportunityCommand, { Identifier: id });
  }

  /** As AWS's guide builds an update: the whole opportunity as it was read, less what is not the partner's to send, with the change. */
  async update(id, change = () => {}) {
    const { $metadata, Id, Arn, CreatedDate, OpportunityTeam, RelatedEntityIdentifiers, ...opportunity } = await this.get(id);
    change(opportunity);
    return this.send(UpdateOpportunityCommand, { ...opportunity, Identifier: id });
  }

  submit(id, submission = { InvolvementType: 'Co-Sell', Visibility: 'Full' }, token = undefined) {
    return this.send(StartEngagementFromOpportunityTaskCommand, { Identifier: id, AwsSubmission: submission, ClientToken: token });
  }
}
