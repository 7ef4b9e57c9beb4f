import { type Effect, type Placed } from '../syntax/document.ts';
import { type JsonMember, type JsonNode, type JsonObject } from '../syntax/json-tree.ts';
import { finding } from './finding.ts';
import { didYouMean } from './did-you-mean.ts';
import { type KindRules } from './kind-rules.ts';
import { openingOf, reportWrongType, type Reading } from './json-objects.ts';

/**
 * Letters and digits, or nothing, where `rule` says so (AWS IAM, row M5). `taken` holds the Sids of the statements
 * before; an empty Sid may stand in many of them (row M4, T15).
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
 */
export function readSid(
  reading: Reading,
  member: JsonMember | undefined,
  taken: Set<string>,
  rule: KindRules['sid'],
): Placed<string> | undefined {
  if (member === undefined) return undefined;
  const node = member.value;
  if (node.kind !== 'string') {
    reportWrongType(reading, 'Sid', 'text', node);
    return undefined;
  }
  if (rule === 'alphanumeric') checkSidCharacters(reading, node);
  if (node.value !== '' && taken.has(node.value)) {
    reading.report.add(finding('sid-twice', node.at, { sid: node.value }), reading.words.sidTwice);
  }
  if (node.value === '') reading.report.add(finding('empty-sid', node.at, {}));
  taken.add(node.value);
  return { value: node.value, at: node.at };
}

function checkSidCharacters({ report, words }: Reading, { value, at }: Placed<string>): void {
  if (/^[0-9A-Za-z]*$/.test(value)) return;
  if (words.sidCharacters === undefined)
    report.add(finding('sid-characters-unusual', at, { sid: value }));
  else report.add(finding('sid-characters', at, { sid: value }), words.sidCharacters);
}

const effects: readonly Effect[] = ['Allow', 'Deny'];

/**
 * `Allow` or `Deny`, in this case exactly (AWS IAM, rows M1, M3 and T4).
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html
 */
export function readEffect(
  reading: Reading,
  statement: JsonObject,
  member: JsonMember | undefined,
): Placed<Effect> | undefined {
  const { report, words } = reading;
  if (member === undefined) {
    report.add(finding('no-effect', openingOf(statement), {}), words.noEffect);
    return undefined;
  }
  const node = member.value;
  const value = effects.find((effect) => node.kind === 'string' && effect === node.value);
  if (value === undefined) reportEffect(reading, node);
  return value && { value, at: node.at };
}

function reportEffect(reading: Reading, node: JsonNode): void {
  if (node.kind === 'string') reportEffectWord(reading, node);
  else reportWrongType(reading, 'Effect', 'effect', node);
}

function reportEffectWord({ report, words }: Reading, { value, at }: Placed<string>): void {
  const near = didYouMean(value, effects) ?? '';
  if (near.toLowerCase() === value.toLowerCase()) {
    report.add(finding('effect-case', at, { effect: value, near }), words.effectInWrongCase(value));
  } else {
    report.add(finding('unknown-effect', at, { effect: value, near }), words.unknownEffect(value));
  }
}
