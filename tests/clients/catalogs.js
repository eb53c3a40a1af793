import { CreateOpportunityCommand, ListEngagementInvitationsCommand } from '@aws-sdk/client-partnercentral-selling';
import { Partner, deal } from './deal.js';
import { control, partnerCentral } from './emulator.js';

// What differs between the catalogs: in AWS there are reviewers and sellers at work, in Sandbox the partner plays both.
const roles = {
  AWS: {
    solution: 'S-0051244',
    team: ['PDM', 'AWSSalesRep', 'AWSAccountOwner', 'PSM', 'ISVSM'],
    review: (partner, id, status, comments, reason) => control('POST', `partner-central/opportunities/${id}/review`, { status, comments, reason }),
    refer: async (partner, title) => (await control('POST', 'partner-central/invitations', referral(title))).opportunityId,
  },
  Sandbox: {
    solution: 'S-1234567',
    team: ['PDM'],
    review: (partner, id, status, comments, reason) => partner.update(id, ({ LifeCycle }) =>
      Object.assign(LifeCycle, { ReviewStatus: status, ReviewComments: comments, ReviewStatusReason: reason })),
    refer: async (partner, title) => (await partner.send(CreateOpportunityCommand, { ...referral(title), Origin: 'AWS Referral' })).Id,
  },
};

/** The catalog to run a flow in, and its parts that are not played by AWS's API. */
export const catalog = process.env.CATALOG ?? 'AWS';
export const role = roles[catalog];

/** A partner in a world at its seed. Its client is new: one that has seen the clock move signs by that clock from then on. */
export async function newPartner(options) {
  await control('POST', 'reset');
  return new Partner(partnerCentral(options), catalog);
}

/** The one invitation that waits for an answer. */
export async function waiting(partner) {
  const { EngagementInvitationSummaries } = await partner.send(ListEngagementInvitationsCommand, {
    ParticipantType: 'RECEIVER', Status: ['PENDING'], PayloadType: ['OpportunityInvitation'],
  });
  if (EngagementInvitationSummaries.length !== 1) throw new Error(`${EngagementInvitationSummaries.length} invitations wait for an answer`);
  return EngagementInvitationSummaries[0];
}

function referral(title) {
  const { Origin, PartnerOpportunityIdentifier, ...opportunity } = deal((o) => { o.Project.Title = title; });
  return opportunity;
}
