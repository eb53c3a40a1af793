import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import {
  AcceptEngagementInvitationCommand, ConflictException, GetAwsOpportunitySummaryCommand, GetEngagementInvitationCommand, ListEngagementByAcceptingInvitationTasksCommand,
  ListEngagementInvitationsCommand, ListOpportunitiesCommand, RejectEngagementInvitationCommand, ResourceNotFoundException,
  StartEngagementByAcceptingInvitationTaskCommand, ValidationException,
} from '@aws-sdk/client-partnercentral-selling';
import { catalog, newPartner, role, waiting } from './catalogs.js';
import { control } from './emulator.js';

const title = 'A platform for claims with a name of more than forty characters';
const fifteenDays = 15 * 86_400_000;
let partner;

beforeEach(async () => { partner = await newPartner(); });

test('A referral is an invitation that shows the deal but neither address nor contacts', async () => {
  const id = await role.refer(partner, title);

  const invitation = await waiting(partner);
  assert.match(invitation.Id, /^engi-[0-9a-z]{13}$/);
  assert.equal(invitation.Arn, `arn:aws:partnercentral:us-east-1::catalog/${catalog}/engagement-invitation/${invitation.Id}`);
  assert.match(invitation.EngagementId, /^eng-[0-9a-z]{14}$/);
  assert.equal(invitation.EngagementTitle, 'A platform for claims with a name of mor');
  assert.deepEqual([invitation.SenderCompanyName, invitation.ParticipantType, invitation.Catalog], ['AWS', 'RECEIVER', catalog]);
  assert.equal(invitation.ExpirationDate - invitation.InvitationDate, fifteenDays);

  const read = await partner.send(GetEngagementInvitationCommand, { Identifier: invitation.Arn });
  assert.deepEqual([read.Id, read.Status, read.PayloadType], [invitation.Id, 'PENDING', 'OpportunityInvitation']);
  const { Customer, Project, ReceiverResponsibilities } = read.Payload.OpportunityInvitation;
  assert.deepEqual(Customer, { CompanyName: 'Humongous Insurance', CountryCode: 'US', Industry: 'Financial Services', WebsiteUrl: 'www.humongousinsurance.com' });
  assert.equal(Project.Title, title);
  assert.equal(Project.BusinessProblem, 'Claims take three weeks to settle because they are typed twice.');
  assert.equal(Project.ExpectedCustomerSpend[0].Amount, '12500');
  assert.ok(ReceiverResponsibilities.length > 0);
  assert.doesNotMatch(JSON.stringify(read), /123 Main St|jane\.doe/);

  await assert.rejects(partner.get(id), ResourceNotFoundException);
  assert.deepEqual((await partner.send(ListOpportunitiesCommand)).OpportunitySummaries, []);
});

test('An accepted referral is an approved prospect that the partner carries on', async () => {
  const id = await role.refer(partner, title);
  const invitation = await waiting(partner);

  const task = await accept(invitation.Id);
  assert.deepEqual([task.TaskStatus, task.OpportunityId, task.EngagementInvitationId], ['COMPLETE', id, invitation.Id]);
  const { TaskSummaries } = await partner.send(ListEngagementByAcceptingInvitationTasksCommand, { EngagementInvitationIdentifier: [invitation.Id] });
  assert.deepEqual(TaskSummaries.map((t) => [t.TaskId, t.TaskStatus, t.OpportunityId]), [[task.TaskId, 'COMPLETE', id]]);
  assert.equal((await partner.send(GetEngagementInvitationCommand, { Identifier: invitation.Id })).Status, 'ACCEPTED');

  const { LifeCycle, Customer, Project, PartnerOpportunityIdentifier } = await partner.get(id);
  assert.deepEqual([LifeCycle.ReviewStatus, LifeCycle.Stage], ['Approved', 'Prospect']);
  assert.deepEqual([Project.Title, Customer.Account.Address.StreetAddress, Customer.Contacts[0].Email], [title, '123 Main St.', 'jane.doe@humongousinsurance.com']);
  assert.equal(PartnerOpportunityIdentifier, undefined);
  const summary = await partner.send(GetAwsOpportunitySummaryCommand, { RelatedOpportunityIdentifier: id });
  assert.deepEqual([summary.Origin, summary.InvolvementType], ['AWS Referral', 'Co-Sell']);
  assert.deepEqual(summary.OpportunityTeam.map((member) => member.BusinessTitle), role.team);

  await partner.update(id, (read) => {
    Object.assign(read.LifeCycle, { Stage: 'Qualified', NextSteps: 'Kick-off' });
    Object.assign(read.Customer.Account.Address, { City: 'Brooklyn' });
  });
  const carriedOn = await partner.get(id);
  assert.deepEqual([carriedOn.LifeCycle.Stage, carriedOn.LifeCycle.NextSteps, carriedOn.Customer.Account.Address.City], ['Qualified', 'Kick-off', 'Brooklyn']);
  await assert.rejects(
    partner.update(id, (read) => { read.Project.Title = 'A title of our own'; }),
    (error) => error instanceof ValidationException && error.ErrorList[0].FieldName === 'project.title');
});

test('The same acceptance again is the same opportunity', async () => {
  await role.refer(partner, title);
  const invitation = await waiting(partner);

  const first = await accept(invitation.Id, 'accept-once');
  const again = await accept(invitation.Id, 'accept-once');

  assert.deepEqual([again.TaskId, again.OpportunityId], [first.TaskId, first.OpportunityId]);
  assert.equal((await partner.send(ListOpportunitiesCommand)).OpportunitySummaries.length, 1);
});

test('An invitation accepted by hand brings no opportunity', async () => {
  const id = await role.refer(partner, title);
  const { Id } = await waiting(partner);

  await partner.send(AcceptEngagementInvitationCommand, { Identifier: Id });

  assert.equal((await partner.send(GetEngagementInvitationCommand, { Identifier: Id })).Status, 'ACCEPTED');
  await assert.rejects(partner.get(id), ResourceNotFoundException);
});

test('A rejected referral keeps its reason, and its opportunity stays out of sight', async () => {
  const id = await role.refer(partner, title);
  const { Id } = await waiting(partner);
  await assert.rejects(
    partner.send(RejectEngagementInvitationCommand, { Identifier: Id }),
    (error) => error instanceof ValidationException && error.ErrorList[0].FieldName === 'rejectionReason');

  await partner.send(RejectEngagementInvitationCommand, { Identifier: Id, RejectionReason: 'Unable to support' });

  const read = await partner.send(GetEngagementInvitationCommand, { Identifier: Id });
  assert.deepEqual([read.Status, read.RejectionReason], ['REJECTED', 'Unable to support']);
  await assert.rejects(partner.get(id), ResourceNotFoundException);
  await assert.rejects(partner.send(RejectEngagementInvitationCommand, { Identifier: Id, RejectionReason: 'Other' }), ConflictException);
  assert.deepEqual([(await accept(Id)).TaskStatus, (await invitations(['PENDING'])).length], ['FAILED', 0]);
});

test('A referral that nobody answers expires', async () => {
  await role.refer(partner, title);
  const { Id } = await waiting(partner);

  await control('POST', 'clock', { advance: '14.23:00:00' });
  assert.equal((await waiting(partner)).Id, Id);
  await control('POST', 'clock', { advance: '0.02:00:00' });

  assert.deepEqual((await invitations(['EXPIRED'])).map((invitation) => invitation.Id), [Id]);
  const task = await accept(Id);
  assert.deepEqual([task.TaskStatus, task.OpportunityId, task.EngagementInvitationId], ['FAILED', undefined, Id]);
  assert.equal(typeof task.ReasonCode, 'string');
});

const accept = (invitation, token) => partner.send(StartEngagementByAcceptingInvitationTaskCommand, { Identifier: invitation, ClientToken: token });

const invitations = async (status) =>
  (await partner.send(ListEngagementInvitationsCommand, { ParticipantType: 'RECEIVER', Status: status })).EngagementInvitationSummaries;
