import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import sdr from '@salesforce/source-deploy-retrieve';
import { faults } from './metadata-types.js';

const { ComponentSet, MetadataConverter } = sdr;
const source = process.env.ORG_PACKAGE ?? fileURLToPath(new URL('../../config/salesforce', import.meta.url));
let components;
let converted;

before(async () => {
  components = ComponentSet.fromSource(join(source, 'force-app'));
  components.sourceApiVersion = JSON.parse(await readFile(join(source, 'sfdx-project.json'), 'utf8')).sourceApiVersion;
  converted = await mkdtemp(join(tmpdir(), 'org-package-'));
  await new MetadataConverter().convert(components, 'metadata', { type: 'directory', outputDirectory: converted, genUniqueDir: false });
});

after(() => rm(converted, { recursive: true, force: true }));

test("Salesforce's own library knows every file for what it is", () => {
  const kinds = {};
  for (const { type } of all()) kinds[type.name] = (kinds[type.name] ?? 0) + 1;

  assert.deepEqual(
    kinds,
    { CompactLayout: 1, CustomField: 93, CustomObject: 1, CustomTab: 1, Flow: 3, Layout: 1, ListView: 4, PermissionSet: 3, Queue: 1, QuickAction: 1, Report: 3, ReportFolder: 1, ReportType: 1 });
});

test('No file is left aside', async () => {
  const files = (await readdir(join(source, 'force-app'), { recursive: true })).filter((file) => file.endsWith('.xml')).map((file) => join(source, 'force-app', file));

  assert.deepEqual([...new Set(all().map((component) => component.xml).filter(Boolean))].sort(), files.sort());
});

test('The package converts to what a deployment sends, and the manifest names all of it', async () => {
  const manifest = await readFile(join(converted, 'package.xml'), 'utf8');

  const named = new Set([...manifest.matchAll(/<members>(.*?)\/?<\/members>/g)].map(([, member]) => member));
  assert.deepEqual(all().map((component) => component.fullName).filter((name) => !named.has(name)), []);
  assert.match(manifest, /<version>67\.0<\/version>/);
});

test("Every document has the elements, and the elements the values, that Salesforce's types declare", async () => {
  const found = await Promise.all(all().filter((component) => component.xml).map(async (component) => {
    const document = await component.parseXml();
    return faults(component.type.name, document[component.type.name], component.fullName);
  }));

  assert.deepEqual(found.flat(), []);
});

test('What the types do not declare is found', () => {
  assert.deepEqual(
    faults('Queue', { name: 'Referrals', doesSendEmailToMembers: 'perhaps', queueSobject: [{ sobjectType: 'A' }, {}], colour: 'red' }),
    ["Queue.doesSendEmailToMembers: 'perhaps' is no boolean", 'Queue.queueSobject: sobjectType is missing', 'Queue: there is no colour']);
  assert.deepEqual(faults('ListView', { label: ['A', 'B'], filterScope: 'All' }), ['ListView: label stands 2 times', "ListView.filterScope: 'All' is no FilterScope"]);
});

const all = () => components.getSourceComponents().toArray().flatMap((component) => [component, ...component.getChildren()]);
