import {
  type PolicyDocument,
  type PolicyKind,
  type PolicyVersion,
  type Statement,
} from '../syntax/document.ts';
import { type JsonMember, type JsonNode, type JsonObject } from '../syntax/json-tree.ts';
import { malformed } from './aws-words.ts';
import { finding } from './finding.ts';
import { openingOf, readMembers, reportWrongType, shapeOf, type Reading } from './json-objects.ts';
import { kindRules } from './kind-rules.ts';
import { type ReadOptions } from './read-options.ts';
import { readStatement } from './statement-reader.ts';

/** Lists the statements that could be read; it is whole only if nothing was refused. */
export function readDocument(
  reading: Reading,
  root: JsonNode,
  kind: PolicyKind,
  options: ReadOptions,
): PolicyDocument | undefined {
  if (root.kind !== 'object') {
    reading.report.add(
      finding('not-an-object', root.at, { found: shapeOf(root) }),
      reading.words.notJson,
    );
    return undefined;
  }
  const members = readMembers(reading, root, elementsOf(kind), 'policy');
  const version = readVersion(reading, root, members.get('Version'), needsNew(kind, options));
  checkId(reading, members.get('Id'), kind);
  const surroundings = { kind, options, sids: new Set<string>() };
  const statements = statementNodes(reading, root, members.get('Statement')).map((node, index) =>
    readStatement(reading, node, index, surroundings),
  );
  return { kind, at: root.at, version, statements: statements.filter(isRead) };
}

const elementsOf = (kind: PolicyKind): readonly string[] =>
  kindRules[kind].id === 'refused' ? ['Version', 'Statement'] : ['Version', 'Id', 'Statement'];

const isRead = (statement: Statement | undefined): statement is Statement =>
  statement !== undefined;

const needsNew = (kind: PolicyKind, { managed }: ReadOptions): boolean =>
  kindRules[kind].newVersion || (kind === 'identity' && managed === true);

const versions: readonly PolicyVersion[] = ['2008-10-17', '2012-10-17'];

/**
 * Without a Version the language of 2008 applies.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 */
function readVersion(
  reading: Reading,
  root: JsonObject,
  member: JsonMember | undefined,
  needed: boolean,
): PolicyVersion {
  if (member === undefined) {
    if (needed) reportOldVersion(reading, root);
    else reading.report.add(finding('version-missing', openingOf(root), {}));
    return '2008-10-17';
  }
  const { value: node } = member;
  const version = versions.find((known) => node.kind === 'string' && node.value === known);
  if (version === undefined) reportVersion(reading, node);
  else if (version === '2008-10-17' && needed) reportOldVersion(reading, node);
  else if (version === '2008-10-17') reading.report.add(finding('version-2008', node.at, {}));
  return version ?? '2008-10-17';
}

/** Rows M1 and T2. */
function reportVersion(reading: Reading, node: JsonNode): void {
  if (node.kind !== 'string') reportWrongType(reading, 'Version', 'text', node);
  else
    reading.report.add(
      finding('bad-version', node.at, { version: node.value }),
      reading.words.badVersion,
    );
}

/** Row M2; the emulators agree on it and on its place. */
function reportOldVersion({ report }: Reading, node: JsonNode): void {
  const message = 'Policy document must be version 2012-10-17 or greater.';
  const at = node.kind === 'object' ? openingOf(node) : node.at;
  report.add(finding('old-version', at, {}), malformed('version', message));
}

/** The grammar forbids an `Id` in identity policies, and IAM saves it all the same (seen live). */
function checkId(reading: Reading, member: JsonMember | undefined, kind: PolicyKind): void {
  if (member === undefined) return;
  if (member.value.kind !== 'string') reportWrongType(reading, 'Id', 'text', member.value);
  if (kindRules[kind].id === 'none') reading.report.add(finding('id-not-used', member.name.at, {}));
}

/** One statement or a list of them; none is a fault (rows M1 and T3). */
function statementNodes(
  reading: Reading,
  root: JsonObject,
  member: JsonMember | undefined,
): readonly JsonObject[] {
  const { report, words } = reading;
  if (member === undefined) {
    report.add(finding('no-statement', openingOf(root), {}), words.noStatement);
    return [];
  }
  const nodes = member.value.kind === 'array' ? member.value.items : [member.value];
  if (nodes.length === 0)
    report.add(finding('no-statement', member.value.at, {}), words.noStatement);
  return nodes.flatMap((node) => {
    if (node.kind === 'object') return [node];
    reportWrongType(reading, 'Statement', 'objects', node);
    return [];
  });
}
