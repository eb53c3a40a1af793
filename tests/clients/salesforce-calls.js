import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { control, emulated } from './emulator.js';

const object = 'AWS_Co_Sell_Opportunity__c';
const minutes = (count) => new Date(Date.now() + count * 60_000).toISOString();

/** What any Salesforce client does with an org, once it has signed in. */
export function worksWith(connect) {
  let org;

  beforeEach(async () => {
    await control('POST', 'reset');
    org = await connect();
  });

  test('It queries, and pages through what one answer does not hold', async () => {
    await org.sobject('Account').create(Array.from({ length: 205 }, (_, number) => ({ Name: `Branch ${number}` })), { allowRecursive: true });
    const first = await org.query("SELECT Id FROM Account WHERE Name LIKE 'Branch %'", { headers: { 'Sforce-Query-Options': 'batchSize=200' }, autoFetch: false });
    const rest = await org.queryMore(first.nextRecordsUrl);
    assert.deepEqual([first.totalSize, first.records.length, first.done, rest.records.length, rest.done], [205, 200, false, 5, true]);
  });

  test('It creates, reads, updates and deletes a record', async () => {
    const { id } = await org.sobject(object).create({ Customer_Company_Name__c: 'Contoso Bank' });
    await org.sobject(object).update({ Id: id, Customer_Company_Name__c: 'Contoso Bank of New York' });
    assert.equal((await org.sobject(object).retrieve(id)).Customer_Company_Name__c, 'Contoso Bank of New York');
    assert.equal((await org.sobject(object).destroy(id)).success, true);
    assert.equal((await org.query(`SELECT Id FROM ${object} WHERE Id = '${id}'`)).totalSize, 0);
    assert.equal((await org.query(`SELECT Id FROM ${object} WHERE Id = '${id}' AND IsDeleted = TRUE`, { scanAll: true })).totalSize, 1);
  });

  test('An upsert creates once and updates then', async () => {
    const upsert = (name) => org.sobject(object).upsert({ Clazar_Id__c: 'from outside', Customer_Company_Name__c: name }, 'Clazar_Id__c');
    const [first, second] = [await upsert('Adatum'), await upsert('Adatum Corporation')];
    assert.deepEqual([first.success, first.created, second.success], [true, true, true]);
    assert.equal((await org.query(`SELECT Customer_Company_Name__c FROM ${object} WHERE Clazar_Id__c = 'from outside'`)).records[0].Customer_Company_Name__c, 'Adatum Corporation');
  });

  test('Several records go in one call, and each has its own result', async () => {
    const results = await org.sobject('Account').create([{ Name: 'Adatum' }, { Industry: 'Retail' }]);
    assert.deepEqual(results.map((result) => result.success), [true, false]);
    const read = await org.sobject('Account').retrieve([results[0].id]);
    assert.equal(read[0].Name, 'Adatum');
  });

  test('A composite hands the result of one subrequest to the next', async () => {
    const data = `/services/data/v${org.version}`;
    const { compositeResponse: [made, read] } = await org.requestPost(`${data}/composite`, {
      allOrNone: true,
      compositeRequest: [
        { method: 'POST', url: `${data}/sobjects/Account`, referenceId: 'made', body: { Name: 'Adatum' } },
        { method: 'GET', url: `${data}/sobjects/Account/@{made.id}?fields=Name`, referenceId: 'read' },
      ],
    });
    assert.deepEqual([made.httpStatusCode, read.httpStatusCode, read.body.Name], [201, 200, 'Adatum']);
  });

  test('The description names fields and relations', async () => {
    const described = await org.sobject(object).describe();
    const field = described.fields.find((f) => f.name === 'Opportunity__c');
    assert.deepEqual([field.type, field.referenceTo, field.relationshipName], ['reference', ['Opportunity'], 'Opportunity__r']);
  });

  test('It learns what was updated and what was deleted', async () => {
    const [kept, gone] = await org.sobject('Account').create([{ Name: 'Kept' }, { Name: 'Gone' }]);
    await org.sobject('Account').destroy(gone.id);
    const updated = await org.sobject('Account').updated(minutes(-60), minutes(2));
    const deleted = await org.sobject('Account').deleted(minutes(-60), minutes(2));
    assert.ok(updated.ids.includes(kept.id));
    assert.deepEqual(deleted.deletedRecords.map((record) => record.id), [gone.id]);
  });
}
