using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SyncWorker.Core.Mapping.AwsFacts;

/// <summary>
/// The values of AWS's closed lists, in AWS's order and spelling. Enums: service model partnercentral-selling 2022-07-26 as of 2026-08-04. Lists that stand in its documentation
/// only: CustomerUseCase (with blanks around slashes, as AWS's own screens write it), ApnPrograms, MarketingUseCase, RejectionReason. PrimaryNeedFromAws has at its end the value
/// that AWS gives back and does not take; AwsMemberBusinessTitle the title that only the newer client knows; CurrencyCode the two currencies that AWS takes in opportunities.
/// </summary>
public static class AwsEnums
{
    private const string Table = """
        ApnPrograms = APN Immersion Days | APN Solution Space | ATO (Authority to Operate) | AWS Marketplace Campaign | IS Immersion Day SFID Program | ISV
          Workload Migration | Migration Acceleration Program | P3 | Partner Launch Initiative | Partner Opportunity Acceleration Funded | The Next Smart |
          VMware Cloud on AWS | Well-Architected | Windows | Workspaces/AppStream Accelerator Program | WWPS NDPP
        AwsClosedLostReason = Administrative | Business Associate Agreement | Company Acquired/Dissolved | Competitive Offering | Customer Data Requirement |
          Customer Deficiency | Customer Experience | Delay / Cancellation of Project | Duplicate | Duplicate Opportunity | Executive Blocker | Failed Vetting
          | Feature Limitation | Financial/Commercial | Insufficient Amazon Value | Insufficient AWS Value | International Constraints | Legal / Tax /
          Regulatory | Legal Terms and Conditions | Lost to Competitor | Lost to Competitor - Google | Lost to Competitor - Microsoft | Lost to Competitor -
          Other | Lost to Competitor - Rackspace | Lost to Competitor - SoftLayer | Lost to Competitor - VMWare | No Customer Reference | No Integration
          Resources | No Opportunity | No Perceived Value of MP | No Response | Not Committed to AWS | No Update | On Premises Deployment | Other | Other
          (Details in Description) | Partner Gap | Past Due | People/Relationship/Governance | Platform Technology Limitation | Preference for Competitor |
          Price | Product/Technology | Product Not on AWS | Security / Compliance | Self-Service | Technical Limitations | Term Sheet Impasse
        AwsFundingUsed = Yes | No
        AwsMemberBusinessTitle = AWSSalesRep | AWSAccountOwner | WWPSPDM | PDM | PSM | ISVSM | Signatory
        AwsOpportunityStage = Not Started | In Progress | Prospect | Engaged | Identified | Qualify | Research | Seller Engaged | Evaluating | Seller
          Registered | Term Sheet Negotiation | Contract Negotiation | Onboarding | Building Integration | Qualified | On-hold | Technical Validation |
          Business Validation | Committed | Launched | Deferred to Partner | Closed Lost | Completed | Closed Incomplete
        AwsPartition = aws-eusc
        Channel = AWS Marketing Central | Content Syndication | Display | Email | Live Event | Out Of Home (OOH) | Print | Search | Social | Telemarketing |
          TV | Video | Virtual Event
        ClosedLostReason = Customer Deficiency | Delay / Cancellation of Project | Legal / Tax / Regulatory | Lost to Competitor - Google | Lost to Competitor
          - Microsoft | Lost to Competitor - SoftLayer | Lost to Competitor - VMWare | Lost to Competitor - Other | No Opportunity | On Premises Deployment |
          Partner Gap | Price | Security / Compliance | Technical Limitations | Customer Experience | Other | People/Relationship/Governance |
          Product/Technology | Financial/Commercial
        CompetitorName = Oracle Cloud | On-Prem | Co-location | Akamai | AliCloud | Google Cloud Platform | IBM Softlayer | Microsoft Azure | Other- Cost
          Optimization | No Competition | *Other
        CurrencyCode = USD | EUR
        CustomerUseCase = AI Machine Learning and Analytics | Archiving | Big Data: Data Warehouse / Data Integration / ETL / Data Lake / BI | Blockchain |
          Business Applications: Mainframe Modernization | Business Applications & Contact Center | Business Applications & SAP Production | Centralized
          Operations Management | Cloud Management Tools | Cloud Management Tools & DevOps with Continuous Integration & Continuous Delivery (CICD) |
          Configuration, Compliance & Auditing | Connected Services | Containers & Serverless | Content Delivery & Edge Services | Database | Edge Computing /
          End User Computing | Energy | Enterprise Governance & Controls | Enterprise Resource Planning | Financial Services | Healthcare and Life Sciences |
          High Performance Computing | Hybrid Application Platform | Industrial Software | IOT | Manufacturing, Supply Chain and Operations | Media & High
          performance computing (HPC) | Migration / Database Migration | Monitoring, logging and performance | Monitoring & Observability | Networking |
          Outpost | SAP | Security & Compliance | Storage & Backup | Training | VMC | VMWare | Web development & DevOps
        DeliveryModel = SaaS or PaaS | BYOL or AMI | Managed Services | Professional Services | Resell | Other
        EngagementInvitationPayloadType = OpportunityInvitation | LeadInvitation
        EngagementScore = High | Medium | Low
        ExpectedContractDurationTerm = Months
        Industry = Aerospace | Agriculture | Automotive | Computers and Electronics | Consumer Goods | Education | Energy - Oil and Gas | Energy - Power and
          Utilities | Financial Services | Gaming | Government | Healthcare | Hospitality | Life Sciences | Manufacturing | Marketing and Advertising | Media
          and Entertainment | Mining | Non-Profit Organization | Professional Services | Real Estate and Construction | Retail | Software and Internet |
          Telecommunications | Transportation and Logistics | Travel | Wholesale and Distribution | Other
        InvitationStatus = ACCEPTED | PENDING | REJECTED | EXPIRED
        InvolvementType = For Visibility Only | Co-Sell
        InvolvementTypeChangeReason = Expansion Opportunity | Change in Deal Information | Customer Requested | Technical Complexity | Risk Mitigation
        MarketingSource = Marketing Activity | None
        MarketingUseCase = AI/ML | Analytics | Application Integration | Blockchain | Business Applications | Cloud Financial Management | Compute |
          Containers | Customer Engagement | Databases | Developer Tools | End User Computing | Front End Web & Mobile | Game Tech | IoT | Management &
          Governance | Media Services | Migration & Transfer | Networking & Content Delivery | Quantum Technologies | Robotics | Satellite | Security |
          Serverless | Storage | VR & AR
        NationalSecurity = Yes | No
        OpportunityOrigin = AWS Referral | Partner Referral
        OpportunityType = Net New Business | Flat Renewal | Expansion
        PaymentFrequency = Monthly
        PrimaryNeedFromAws = Co-Sell - Architectural Validation | Co-Sell - Business Presentation | Co-Sell - Competitive Information | Co-Sell - Pricing
          Assistance | Co-Sell - Technical Consultation | Co-Sell - Total Cost of Ownership Evaluation | Co-Sell - Deal Support | Co-Sell - Support for Public
          Tender / RFx | Do Not Need Support from AWS Sales Rep
        ReceiverResponsibility = Distributor | Reseller | Hardware Partner | Managed Service Provider | Software Partner | Services Partner | Training Partner
          | Co-Sell Facilitator | Facilitator
        RejectionReason = Customer problem unclear | Next steps unclear | Unable to support | Duplicate of partner referral | Other
        RevenueModel = Contract | Pay-as-you-go | Subscription
        ReviewStatus = Pending Submission | Submitted | In review | Approved | Rejected | Action Required
        SalesActivity = Initialized discussions with customer | Customer has shown interest in solution | Conducted POC / Demo | In evaluation / planning
          stage | Agreed on solution to Business Problem | Completed Action Plan | Finalized Deployment Need | SOW Signed
        Stage = Prospect | Qualified | Technical Validation | Business Validation | Committed | Launched | Closed Lost
        Visibility = Full | Limited
        """;

    private static readonly FrozenDictionary<string, ImmutableArray<string>> ByName = Read();

    /// <summary>Other spellings in which AWS's documentation or older interfaces give a value, to the value of the list.</summary>
    public static ImmutableDictionary<string, string> Spellings { get; } = new Dictionary<string, string>
    {
        ["Big Data: Data Warehouse/Data Integration/ETL/Data Lake/BI"] = "Big Data: Data Warehouse / Data Integration / ETL / Data Lake / BI",
        ["Edge Computing/End User Computing"] = "Edge Computing / End User Computing",
        ["Migration/Database Migration"] = "Migration / Database Migration",
        ["Finalized Deployment Needs"] = "Finalized Deployment Need",
        ["ISV Immersion Day SFID Program"] = "IS Immersion Day SFID Program",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Every list's name.</summary>
    public static ImmutableArray<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A list's values; empty for a name that is none.</summary>
    public static ImmutableArray<string> Of(string name) => ByName.TryGetValue(name, out var values) ? values : [];

    private static FrozenDictionary<string, ImmutableArray<string>> Read()
    {
        var lists = Table.Replace("\n  ", " ", StringComparison.Ordinal).Split('\n').Select(line => line.Split(" = "))
            .Select(pair => KeyValuePair.Create(pair[0], pair[1].Split(" | ").ToImmutableArray()));
        return lists.Append(KeyValuePair.Create("CountryCode", Countries.All)).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
