import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

// Salesforce's own declaration of its metadata, made from the Metadata API's WSDL.
const text = await readFile(fileURLToPath(new URL('metadata.d.ts', import.meta.resolve('@salesforce/types/metadata'))), 'utf8');
const records = new Map([...text.matchAll(/^export type (\w+) = (?:(\w+) & )?\{\n([^}]*)\};/gm)].map(([, name, base, body]) => [name, { base, body }]));
const words = new Map([...text.matchAll(/^export type (\w+) = ('.*');$/gm)].map(([, name, values]) => [name, [...values.matchAll(/'([^']*)'/g)].map(([, value]) => value)]));
const aliases = new Map([...text.matchAll(/^export type (\w+) = (\w+);$/gm)].map(([, name, other]) => [name, other]));

/** What is wrong with a document of a type: unknown elements, missing ones, repeated ones, and values that the type does not take. */
export function faults(type, value, at = type) {
  if (aliases.has(type)) return faults(aliases.get(type), value, at);
  if (words.has(type)) return words.get(type).includes(value) ? [] : [`${at}: '${value}' is no ${type}`];
  if (type === 'boolean') return ['true', 'false'].includes(String(value)) ? [] : [`${at}: '${value}' is no boolean`];
  if (type === 'number') return String(value).trim() !== '' && Number.isFinite(Number(value)) ? [] : [`${at}: '${value}' is no number`];
  if (type === 'string') return typeof value === 'object' ? [`${at} holds elements`] : [];
  if (!records.has(type)) return [`${at}: there is no type ${type}`];
  const members = membersOf(type);
  const content = value === '' ? {} : value;
  if (typeof content !== 'object') return [`${at}: '${content}' instead of elements`];
  const elements = Object.entries(content).filter(([name]) => !name.startsWith('@'));
  return [
    ...[...members].filter(([name, { needed }]) => needed && !(name in content)).map(([name]) => `${at}: ${name} is missing`),
    ...elements.flatMap(([name, inner]) => {
      const member = members.get(name);
      if (!member) return [`${at}: there is no ${name}`];
      if (Array.isArray(inner) && !member.many) return [`${at}: ${name} stands ${inner.length} times`];
      return [inner].flat().flatMap((one) => faults(member.type, one, `${at}.${name}`));
    }),
  ];
}

function membersOf(type) {
  const { base, body } = records.get(type);
  const own = [...body.matchAll(/^ +(\w+)(\?)?: (\w+)(\[\])?;$/gm)].map(([, name, optional, of, many]) => [name, { type: of, many: !!many, needed: !optional && !many }]);
  return new Map([...(base ? membersOf(base) : []), ...own]);
}
