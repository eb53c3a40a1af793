import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { AssignOpportunityCommand, AssociateOpportunityCommand, DisassociateOpportunityCommand, SubmitOpportunityCommand, ValidationException } from '@aws-sdk/client-partnercentral-selling';
import { newPartner, role } from './catalogs.js';
import { deal } from './deal.js';

const marketplace = 'arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace';
const offer = `${marketplace}/Offer/offer-abcdefghijklm`;
const offerSet = `${marketplace}/OfferSet/offerset-abcdefghijklm`;
let partner;

beforeEach(async () => { partner = await newPartner(); });

test('Everything that a deal can be associated with is read back by its kind', async () => {
  const id = await partner.create();
  const entities = {
    Solutions: [role.solution],
    AwsProducts: ['AmazonBedrock', 'AWSLambda'],
    AwsMarketplaceOffers: [offer],
    AwsMarketplaceSolutions: [`${marketplace}/Solution/sol-abcdefghijklm`],
    AwsMarketplaceProducts: [`${marketplace}/SaaSProduct/prod-abcdefghijklm`],
  };

  for (const [type, related] of Object.entries(entities)) {
    for (const one of related) {
      const { $metadata, ...answer } = await associate(id, type, one);
      assert.deepEqual([$metadata.httpStatusCode, answer], [200, {}]);
    }
  }

  assert.deepEqual((await partner.get(id)).RelatedEntityIdentifiers, { ...entities, AwsMarketplaceOfferSets: [] });
});

test('An offer or an offer set, and one deal for each offer', async () => {
  const id = await partner.create();
  await associate(id, 'AwsMarketplaceOffers', offer);

  await assert.rejects(associate(id, 'AwsMarketplaceOfferSets', offerSet), business);
  await assert.rejects(associate(id, 'AwsMarketplaceOffers', `${offer}2`), business);
  await assert.rejects(associate(await partner.create(), 'AwsMarketplaceOffers', offer), business);
  await disassociate(id, 'AwsMarketplaceOffers', offer);
  await associate(id, 'AwsMarketplaceOfferSets', offerSet);

  const { RelatedEntityIdentifiers } = await partner.get(id);
  assert.deepEqual([RelatedEntityIdentifiers.AwsMarketplaceOffers, RelatedEntityIdentifiers.AwsMarketplaceOfferSets], [[], [offerSet]]);
});

test('A deal takes twenty products and no more', async () => {
  const id = await partner.create();
  const products = [
    'AWSLambda', 'AWSGlue', 'AWSBackup', 'AWSBatch', 'AWSCloudFormation', 'AWSCloudTrail', 'AWSConfig', 'AWSControlTower', 'AWSDirectConnect', 'AWSIoTCore',
    'AWSLakeFormation', 'AWSOutposts', 'AWSSecretsManager', 'AWSSecurityHub', 'AWSShield', 'AWSStepFunctions', 'AWSSystemsManager', 'AWSTransitGateway', 'AmazonAPIGateway', 'AmazonAthena',
  ];
  for (const product of products) await associate(id, 'AwsProducts', product);

  await assert.rejects(associate(id, 'AwsProducts', 'AmazonBedrock'), business);

  assert.equal((await partner.get(id)).RelatedEntityIdentifiers.AwsProducts.length, 20);
});

test('A solution takes the place of its description and is not taken off while it is the last', async () => {
  const id = await partner.create(deal((o) => { o.Project.OtherSolutionDescription = 'Claims platform of our own'; }));

  await associate(id, 'Solutions', role.solution);
  assert.equal((await partner.get(id)).Project.OtherSolutionDescription, undefined);
  await partner.submit(id);
  await role.review(partner, id, 'Approved');

  await assert.rejects(disassociate(id, 'Solutions', role.solution), business);
  await associate(id, 'AwsMarketplaceSolutions', `${marketplace}/Solution/sol-abcdefghijklm`);
  await disassociate(id, 'Solutions', role.solution);
  assert.deepEqual((await partner.get(id)).RelatedEntityIdentifiers.Solutions, []);
});

test('The team is named at creation and changed by assignment', async () => {
  const contact = { BusinessTitle: 'PartnerAccountManager', Email: 'pat.candella@example.com', FirstName: 'Pat', LastName: 'Candella', Phone: '+12065550100' };
  const id = await partner.create(deal((o) => { o.OpportunityTeam = [contact]; }));
  assert.deepEqual((await partner.get(id)).OpportunityTeam.find(({ BusinessTitle }) => BusinessTitle === 'PartnerAccountManager'), contact);

  const next = { ...contact, Email: 'terry.whitlock@example.com', FirstName: 'Terry', LastName: 'Whitlock' };
  await partner.send(AssignOpportunityCommand, { Identifier: id, Assignee: next });
  await partner.send(AssignOpportunityCommand, { Identifier: id, Assignee: { BusinessTitle: 'OpportunityOwner', Email: 'martha.rivera@example.com', FirstName: 'M.', LastName: 'R.' } });

  const team = (await partner.get(id)).OpportunityTeam;
  assert.deepEqual(team.find(({ BusinessTitle }) => BusinessTitle === 'PartnerAccountManager'), next);
  const owner = team.find(({ BusinessTitle }) => BusinessTitle === 'OpportunityOwner');
  assert.deepEqual([owner.Email, owner.FirstName, owner.LastName], ['martha.rivera@example.com', 'Martha', 'Rivera']);
  await assert.rejects(
    partner.send(AssignOpportunityCommand, { Identifier: id, Assignee: { BusinessTitle: 'OpportunityOwner', Email: 'nobody@example.com', FirstName: 'No', LastName: 'Body' } }),
    (error) => business(error) && error.ErrorList[0].FieldName === 'assignee.email');
});

test('A deal is submitted by hand as well, once', async () => {
  const id = await partner.create();
  await associate(id, 'Solutions', role.solution);
  const submission = { Identifier: id, InvolvementType: 'Co-Sell', Visibility: 'Full' };

  await partner.send(SubmitOpportunityCommand, submission);

  assert.equal((await partner.get(id)).LifeCycle.ReviewStatus, 'Submitted');
  await assert.rejects(partner.send(SubmitOpportunityCommand, submission), (error) => business(error) && error.ErrorList[0].Code === 'INVALID_RESOURCE_STATE');
});

const entity = (id, type, related) => ({ OpportunityIdentifier: id, RelatedEntityType: type, RelatedEntityIdentifier: related });
const associate = (id, type, related) => partner.send(AssociateOpportunityCommand, entity(id, type, related));
const disassociate = (id, type, related) => partner.send(DisassociateOpportunityCommand, entity(id, type, related));

const business = (error) => error instanceof ValidationException && error.Reason === 'BUSINESS_VALIDATION_FAILED';
