import { type Entries } from './entry.ts';
import { pages } from './pages.ts';
import { codePoint, meant, named, q } from './quoting.ts';
import { shapeWords, wantedWords } from './shapes.ts';

/** The text as a whole, its shape, and what every statement has. */
export const documentEntries: Entries<
  | 'document-too-long'
  | 'character-not-allowed'
  | 'policy-too-long'
  | 'look-alike'
  | 'not-an-object'
  | 'wrong-type'
  | 'unknown-element'
  | 'bad-version'
  | 'old-version'
  | 'version-missing'
  | 'version-2008'
  | 'id-not-used'
  | 'no-statement'
  | 'both-of-a-pair'
  | 'sid-characters'
  | 'sid-characters-unusual'
  | 'sid-twice'
  | 'empty-sid'
  | 'no-effect'
  | 'unknown-effect'
  | 'effect-case'
  | 'rcp-only-denies'
> = {
  'document-too-long': {
    message: ({ size, limit }) => `the text has ${size} characters; IAM takes ${limit}`,
    help: 'IAM refuses a document that is longer than this before it reads a word of it. The quotas for policies are far smaller still, a few thousand characters, so that a text of this length is hardly ever a policy.',
    source: pages.createPolicy,
  },
  'character-not-allowed': {
    message: ({ character }) =>
      `IAM takes only characters up to U+00FF, and this is ${codePoint(character)}${named(character)}`,
    fix: () => 'type it again on a plain keyboard',
    help: 'IAM takes Western letters, digits and signs in a policy and nothing else. Dashes, curly quotes and spaces without width come along when text is copied from a document or a web page, and many of them cannot be told from plain ones by eye.',
    source: pages.createPolicy,
  },
  'policy-too-long': {
    message: ({ kind, size, limit }) =>
      kind === 'trust'
        ? `a trust policy may have ${limit} characters without white space, and this has ${size}`
        : `this kind of policy may have ${limit} characters, white space included, and this has ${size}`,
    fix: ({ kind }) =>
      kind === 'trust'
        ? 'name an account instead of many principals, or ask AWS for a higher quota'
        : 'join statements, use wildcards, and leave out white space that you do not need',
    help: 'Every kind of policy has a quota for its size. For the policies of IAM the white space between the parts is free; for session policies and for the policies of Organizations every character counts. Statements with the same effect, resources and conditions can be joined, and long lists of actions can often be written as one pattern.',
    source: pages.quotas,
  },
  'look-alike': {
    message: ({ character }) =>
      `this holds ${codePoint(character)}${named(character)}, which can look like another character or like nothing`,
    fix: () => 'type it again on a plain keyboard',
    help: 'Names are compared character by character. A no-break space, an accent or a letter of another script that looks like a Latin one makes another name of it, and AWS saves it without a word: the statement then never matches anything.',
    source: pages.grammar,
  },
  'not-an-object': {
    message: ({ found }) => `a policy is one object in \`{ }\`, not ${shapeWords[found]}`,
    help: 'A policy document is one JSON object, in curly brackets, with `Version` and `Statement` in it. Several statements stand in a list inside of it, not around it.',
    source: pages.grammar,
  },
  'wrong-type': {
    message: ({ element, wanted, found }) =>
      `${q(element)} must be ${wantedWords[wanted]}, not ${shapeWords[found]}`,
    help: 'Each element of a policy takes one kind of value. Wherever AWS takes a list it also takes a single value without the brackets, but nothing nested deeper and never `null`. A wrong kind of value makes AWS refuse the whole document.',
    source: pages.grammar,
  },
  'unknown-element': {
    message: ({ name, place }) => `${q(name)} is not an element of a ${place}`,
    fix: ({ near }) => meant(near),
    help: 'AWS knows a small set of names and compares them with regard to case. It never ignores one that it does not know, for then a slip such as `Resources` would leave a statement without its limits; it refuses the document. Remarks go into the `Sid`.',
    source: pages.grammar,
  },
  'bad-version': {
    message: ({ version }) => `${q(version)} is not a version of the policy language`,
    fix: () => 'use `2012-10-17`: it names the language, not the day you wrote the policy',
    help: '`Version` says in which policy language the document is written, and there are two: `2012-10-17` and the older `2008-10-17`. It is not a date of your own and does not change when you edit the policy.',
    source: pages.version,
  },
  'old-version': {
    message: () => 'this kind of policy must be in the language of 2012-10-17',
    fix: () => 'write `"Version": "2012-10-17"`',
    help: 'Managed policies, boundaries and the policies of Organizations must say `"Version": "2012-10-17"`. Only inline policies, trust policies and policies of resources may leave it out, and those then follow the rules of 2008.',
    source: pages.version,
  },
  'version-missing': {
    message: () => 'without a `Version` the language of 2008 applies, where `${…}` is plain text',
    fix: () => 'add `"Version": "2012-10-17"`',
    help: 'A policy without a `Version` is read in the language of 2008. It looks the same and works the same until somebody adds a policy variable: `${aws:username}` is then fifteen characters of text, and the statement never matches. Write the newer version always.',
    source: pages.version,
  },
  'version-2008': {
    message: () => 'in the language of 2008 `${…}` is plain text',
    fix: () => 'use `2012-10-17`',
    help: 'The old language has no policy variables: `${aws:username}` means just these characters. Some services still write the old version into the policies that they make for you; changing it to `2012-10-17` changes nothing else.',
    source: pages.version,
  },
  'id-not-used': {
    message: () => 'AWS documents no `Id` for this kind of policy; it is saved and does nothing',
    fix: () => 'remove it',
    help: 'An `Id` names a policy that hangs on a resource, and some services ask for one. The grammar gives none to policies of identities, although IAM does not refuse it. Nothing reads it there.',
    source: pages.id,
  },
  'no-statement': {
    message: () => 'a policy needs at least one statement',
    fix: () => 'add `"Statement": [ … ]`',
    help: 'Everything that a policy does stands in its statements. AWS does not save one without any: a policy that allows nothing is made by attaching none.',
    source: pages.statement,
  },
  'both-of-a-pair': {
    message: ({ name, other }) => `a statement takes ${q(name)} or ${q(other)}, not both`,
    help: 'The form with `Not` means everything else than what it lists. With both in one statement it could not be told which one decides, so that AWS refuses it, even when one of the lists is empty. Make two statements if you need both.',
    source: pages.elements,
  },
  'sid-characters': {
    message: ({ sid }) => `the Sid ${q(sid)} may hold only letters A to Z, a to z and digits`,
    fix: ({ sid }) => meant(sid.replace(/[^0-9A-Za-z]/g, '')),
    help: 'A `Sid` is a label for a statement. IAM takes letters and digits only: no space, no hyphen, no underscore. Write `AllowReadLedger`.',
    source: pages.sid,
  },
  'sid-characters-unusual': {
    message: ({ sid }) =>
      `AWS documents only letters and digits for a Sid, and ${q(sid)} holds more`,
    fix: ({ sid }) => meant(sid.replace(/[^0-9A-Za-z]/g, '')),
    help: 'A `Sid` is a label for a statement and has no effect on what it does. For policies of identities IAM refuses anything but letters and digits. Other services take more, but keeping to letters and digits lets you copy a statement anywhere.',
    source: pages.sid,
  },
  'sid-twice': {
    message: ({ sid }) => `another statement has the Sid ${q(sid)} already`,
    fix: () => 'give each statement a Sid of its own, or none',
    help: 'A `Sid` must be unique inside its document, so that tools and logs can name one statement by it. It is mostly doubled when a statement is copied. A statement needs no `Sid` at all.',
    source: pages.sid,
  },
  'empty-sid': {
    message: () => 'this Sid is empty',
    fix: () => 'name the statement, or remove the Sid',
    help: 'A `Sid` is a label for a statement and may be left out. An empty one is saved and says nothing. Remove it, or say what the statement is for.',
    source: pages.sid,
  },
  'no-effect': {
    message: () => 'the statement does not say `Allow` or `Deny`',
    fix: () => 'add `"Effect": "Allow"`',
    help: 'Every statement says whether it allows or denies; there is no default. What no statement allows is denied anyway, so that most statements are an `Allow`, and a `Deny` is for what must stay forbidden whatever else is allowed.',
    source: pages.effect,
  },
  'unknown-effect': {
    message: ({ effect }) => `${q(effect)} is not an effect: it is \`Allow\` or \`Deny\``,
    fix: ({ near }) => meant(near),
    help: 'There are two effects, `Allow` and `Deny`, and nothing between them. Whoever shall be asked first, or allowed for a while, needs an `Allow` with a condition.',
    source: pages.effect,
  },
  'effect-case': {
    message: ({ effect }) => `the effect ${q(effect)} is in the wrong case`,
    fix: ({ near }) => meant(near),
    help: 'The effect is written exactly `Allow` or `Deny`, with a capital. Actions are compared without regard to case, but the elements of the language and their words are not, and AWS refuses the document.',
    source: pages.effect,
  },
  'rcp-only-denies': {
    message: () => 'a resource control policy that you write can only deny',
    fix: () => 'use `"Effect": "Deny"`',
    help: 'A resource control policy sets a limit for the resources of your organization and gives nobody anything. AWS attaches one of its own, `RCPFullAWSAccess`, that lets everything pass; yours take away from that, with `Deny`.',
    source: pages.rcpSyntax,
  },
};
