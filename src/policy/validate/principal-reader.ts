import { type Placed, type PrincipalElement, type PrincipalEntry } from '../syntax/document.ts';
import { type JsonMember, type JsonNode, type JsonObject } from '../syntax/json-tree.ts';
import { malformed } from './aws-words.ts';
import { finding } from './finding.ts';
import { didYouMean } from './did-you-mean.ts';
import { openingOf, readTexts, reportWrongType, type Reading } from './json-objects.ts';
import { checkLookAlikes } from './look-alikes.ts';
import { builtInProviders, findPrincipalFault, type NamedType } from './principal-format.ts';
import { type ReadOptions } from './read-options.ts';
import { type Refusal } from './report.ts';

/** `typed`: an object of types is needed, as in a trust policy. `open`: `"*"` too. `star`: nothing but `"*"`. */
export type PrincipalRule = 'typed' | 'open' | 'star';

const refuse = (message: string): Refusal => malformed('statements', message);

/** The `Principal` of a policy that needs one (AWS IAM, rows T5 to T9). */
export function readPrincipal(
  reading: Reading,
  statement: JsonObject,
  member: JsonMember | undefined,
  rule: PrincipalRule,
  options: ReadOptions,
): PrincipalElement | undefined {
  if (member === undefined) {
    const refusal = refuse('Missing required field Principal'); // T5
    reading.report.add(finding('no-principal', openingOf(statement), {}), refusal);
    return undefined;
  }
  const negated = member.name.value === 'NotPrincipal';
  const entries = readEntries(reading, member.value, rule, options);
  return entries && { at: member.at, negated, entries };
}

function readEntries(
  reading: Reading,
  node: JsonNode,
  rule: PrincipalRule,
  options: ReadOptions,
): readonly PrincipalEntry[] | undefined {
  const star = node.kind === 'string' && node.value === '*';
  if (star && rule !== 'typed') return [{ at: node.at, type: 'Anyone', value: '*' }];
  if (rule === 'star') {
    reading.report.add(finding('rcp-principal', node.at, {}), reading.words.wrongType(node.at));
    return undefined;
  }
  if (node.kind === 'object') return readTypes(reading, node, rule, options);
  if (star) refuseStar(reading, node);
  else refuseUntyped(reading, node);
  return undefined;
}

/** Row T6, seen live. `{ "AWS": "*" }` is accepted. */
function refuseStar({ report }: Reading, { at }: JsonNode): void {
  const message = 'AssumeRolepolicy contained an invalid principal: "STAR":"*".';
  report.add(finding('principal-bare-star', at, {}), refuse(message));
}

function refuseUntyped(reading: Reading, node: JsonNode): void {
  if (node.kind !== 'string') {
    reportWrongType(reading, 'Principal', 'object', node);
    return;
  }
  const refusal = refuse('Principal must be a JSON object.'); // the emulators' words
  reading.report.add(finding('principal-not-an-object', node.at, { value: node.value }), refusal);
}

const namedTypes: readonly NamedType[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

function readTypes(
  reading: Reading,
  node: JsonObject,
  rule: PrincipalRule,
  options: ReadOptions,
): readonly PrincipalEntry[] {
  const entries = node.members.flatMap((member) => readType(reading, member, rule, options));
  const empty = node.members.every(
    ({ value }) => value.kind === 'array' && value.items.length === 0,
  );
  if (empty) {
    const refusal = refuse('Missing required field Principal cannot be empty!'); // T5
    reading.report.add(finding('empty-principal', node.at, {}), refusal);
  }
  return entries;
}

function readType(
  reading: Reading,
  { name, value }: JsonMember,
  rule: PrincipalRule,
  options: ReadOptions,
): readonly PrincipalEntry[] {
  const known = rule === 'typed' ? namedTypes.slice(0, 3) : namedTypes; // S3 alone has canonical users
  const type = known.find((known) => known === name.value);
  if (type === undefined) {
    const refusal = refuse(`Invalid principal in policy: "${name.value}"`); // T9
    const near = didYouMean(name.value, known) ?? '';
    reading.report.add(
      finding('unknown-principal-type', name.at, { type: name.value, near }),
      refusal,
    );
    return [];
  }
  const values = readTexts(reading, type, value) ?? [];
  for (const text of values) checkPrincipal(reading, type, text, options);
  return values.map((text) => ({ at: text.at, type, value: text.value }));
}

function checkPrincipal(
  { report }: Reading,
  type: NamedType,
  text: Placed<string>,
  options: ReadOptions,
): void {
  checkLookAlikes(report, text);
  const fault = findPrincipalFault(type, text, options);
  if (fault !== undefined) {
    const pass = fault.lookup ? 'lookup' : 'statements';
    report.add(fault.diagnostic, malformed(pass, invalidPrincipal(type, text.value)));
  } else if (type === 'Federated' && isForeignDomain(text.value)) {
    report.add(finding('federated-unknown', text.at, { provider: text.value }));
  }
}

/** Rows T7 and T8: the type is printed in capitals. */
const invalidPrincipal = (type: NamedType, value: string): string =>
  type === 'Federated'
    ? 'Federated principals must be valid domain names or SAML metadata ARNs'
    : `Invalid principal in policy: "${type.toUpperCase()}":"${value}"`;

const isForeignDomain = (value: string): boolean =>
  !value.startsWith('arn:') && !builtInProviders.includes(value);
