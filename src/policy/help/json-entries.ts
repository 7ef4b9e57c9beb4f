import { type JsonCode } from '../validate/facts.ts';
import { type Entries } from './entry.ts';
import { pages } from './pages.ts';
import { codePoint, meant, q } from './quoting.ts';

/** Text that is not JSON. */
export const jsonEntries: Entries<JsonCode> = {
  'empty-policy': {
    message: () => 'there is no policy here yet',
    fix: () => 'start with `{ "Version": "2012-10-17", "Statement": [] }`',
    help: 'A policy is a JSON object with a `Version` and at least one statement. A statement says `Allow` or `Deny`, to which actions, on which resources. AWS does not save an empty text.',
    source: pages.grammar,
  },
  'json-too-deep': {
    message: ({ detail }) => `brackets are nested more than ${detail} deep here`,
    help: 'The deepest place of a real policy, a value in a list under a condition key, is seven brackets deep. So many more are a slip or a test of the reader, and AWS answers such a text with a syntax error.',
    source: pages.grammar,
  },
  'json-comment': {
    message: () => 'JSON has no comments',
    fix: () => 'remove it; a `Sid` can say what a statement is for',
    help: 'AWS reads strict JSON, which has no form for comments, so that the whole policy is refused. Say what a statement is for in its `Sid`, and keep longer remarks beside the policy, for instance in the description of a managed policy.',
    source: pages.grammar,
  },
  'json-trailing-comma': {
    message: () => 'a comma stands after the last member',
    fix: () => 'remove the comma',
    help: 'In JSON a comma stands between two members and never after the last one. Many programming languages allow it, and AWS does not. It is mostly left over when the last line of a list has been deleted.',
    source: pages.grammar,
  },
  'json-extra-comma': {
    message: () => 'there is nothing in front of this comma',
    fix: () => 'remove the comma',
    help: 'A comma in JSON separates two members, and here one of the two is missing. AWS refuses the whole policy.',
    source: pages.grammar,
  },
  'json-missing-comma': {
    message: () => 'a comma is missing between two members',
    fix: () => 'put `,` in front of this',
    help: 'Members of an object and values of a list are separated by commas. A line break alone separates nothing. The comma is mostly forgotten where a line was added after what had been the last one.',
    source: pages.grammar,
  },
  'json-missing-colon': {
    message: () => 'a colon is missing between a name and its value',
    fix: () => 'put `:` in front of this',
    help: 'Inside `{ }` every member is a name in quotes, a colon and a value, such as `"Effect": "Allow"`. Without the colon it cannot be told what belongs to what.',
    source: pages.grammar,
  },
  'json-colon-in-list': {
    message: () => 'a list holds values, not names with values',
    fix: () => 'use `{ }` instead of `[ ]`',
    help: 'Square brackets hold a list of values: `["s3:GetObject", "s3:PutObject"]`. Names with values stand in curly brackets: `{ "Effect": "Allow" }`. A list of statements needs both: `[ { … }, { … } ]`.',
    source: pages.grammar,
  },
  'json-missing-value': {
    message: () => 'a value is missing here',
    help: 'After a colon there must be a value: a text in double quotes, a number, `true`, `false`, a list or an object. AWS refuses the whole policy until it is there.',
    source: pages.grammar,
  },
  'json-missing-name': {
    message: ({ detail }) => `a name in double quotes is expected, not ${q(detail)}`,
    help: 'Inside `{ }` every member begins with a name in double quotes, such as `"Action"`. A value without a name belongs in a list, in `[ ]`.',
    source: pages.grammar,
  },
  'json-unclosed-text': {
    message: () => 'this text is not closed on its line',
    fix: () => 'add `"` where it ends',
    help: 'A text in JSON begins and ends with a double quote on the same line. When the last quote is missing, everything behind it is taken for part of the text, and the parser complains far from the slip.',
    source: pages.grammar,
  },
  'json-unclosed-bracket': {
    message: ({ detail }) => `this ${q(detail.slice(0, 1))} is not closed`,
    fix: ({ detail }) => `add ${q(detail.slice(1))} where it ends`,
    help: 'Every bracket needs its partner: `{` is closed by `}` and `[` by `]`. The text ends while this one is still open, so that a part of the policy may be missing, for instance after a copy that was cut short.',
    source: pages.grammar,
  },
  'json-wrong-bracket': {
    message: ({ detail }) => `this closes a ${q(detail)}, which needs the other kind of bracket`,
    fix: ({ detail }) => `put ${q(detail === '{' ? '}' : ']')} in front of it or instead of it`,
    help: 'Brackets close in the reverse order in which they were opened, each with a partner of its own kind. Here another kind closes, so that one bracket was forgotten in between or the wrong one was typed.',
    source: pages.grammar,
  },
  'json-unquoted': {
    message: ({ detail }) => `${q(detail)} stands outside quotes`,
    fix: ({ detail }) =>
      /^(?:true|false|null)$/i.test(detail)
        ? meant(detail.toLowerCase())
        : 'put double quotes around text',
    help: 'Names and texts stand in double quotes in JSON. Only numbers, `true`, `false` and `null` stand without, and those words in small letters. What is fine in YAML or JavaScript is a syntax error here.',
    source: pages.grammar,
  },
  'json-wrong-quote': {
    message: ({ detail }) => `${q(detail)} is not in straight double quotes`,
    fix: () => 'use `"`',
    help: 'JSON knows one quotation mark, the straight double one. Single quotes come from programming languages, curly ones from word processors and chat programs that beautify what is typed. AWS refuses all of them.',
    source: pages.grammar,
  },
  'json-bad-number': {
    message: ({ detail }) => `${q(detail)} is not a number in JSON`,
    fix: () => 'put double quotes around it',
    help: 'Numbers in JSON have no leading zero, no plus sign and no bare point. An account id such as `012345678901` is a text for that reason: as a number it would lose its zero. Put it in quotes.',
    source: pages.grammar,
  },
  'json-bad-escape': {
    message: ({ detail }) => `${q(detail)} is not an escape in JSON`,
    fix: () => 'write `\\\\` for a backslash',
    help: 'In a JSON text a backslash announces a special character, such as `\\"` or `\\n`. Any other letter after it is a syntax error. Policies hardly ever need a backslash: wildcards are written `*` and `?`, without it.',
    source: pages.grammar,
  },
  'json-control-character': {
    message: ({ detail }) => `a text holds the control character ${codePoint(detail)}`,
    fix: () => 'use an escape such as `\\t`',
    help: 'A tab or another control character may stand between the parts of a JSON document but not inside a text. It mostly gets there by copying from a table or a terminal. Delete it: no name in AWS holds one.',
    source: pages.grammar,
  },
  'json-after-the-end': {
    message: ({ detail }) => `the policy has ended already, and ${q(detail)} is left over`,
    help: 'A policy is exactly one JSON object. After the bracket that closes it only white space may follow. A second policy belongs in a document of its own, a second statement in the list of the first.',
    source: pages.grammar,
  },
  'duplicate-key': {
    message: ({ detail }) => `${q(detail)} stands here a second time`,
    fix: () => 'join the two into one',
    help: 'An object may have each name once. Most JSON readers keep the last one in silence, so that half of a policy would vanish without a word; AWS refuses the document instead. Put both values into one list, or make two statements of it.',
    source: pages.grammar,
  },
};
