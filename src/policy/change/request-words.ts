import { type AccessRequest } from '../decide/request.ts';
import { oneOf } from '../explain/naming.ts';
import { type RequestEdit } from './change.ts';

type Carry = Extract<RequestEdit, { readonly kind: 'carry' }>;
type Omit = Extract<RequestEdit, { readonly kind: 'omit' }>;

/** What the caller is to do otherwise, without a full stop. */
export function sayRequestEdit(what: RequestEdit, request: AccessRequest): string {
  switch (what.kind) {
    case 'carry':
      return sayCarrying(what, request);
    case 'omit':
      return sayOmitting(what);
    case 'other-caller':
      return `Make the call as \`${what.arn}\``;
  }
}

/** `sts:ExternalId` is the parameter `ExternalId`, and `aws:RequestTag/dept` the tag `dept`. */
const bareName = (key: string): string => key.slice(key.search(/[:/][^:/]*$/) + 1);

const quoted = (value: string | readonly string[]): string =>
  oneOf(
    [value].flat().map((text) => `\`${text}\``),
    'and',
  );

function sayCarrying({ means, key, value }: Carry, request: AccessRequest): string {
  switch (means) {
    case 'parameter':
      return `Pass ${quoted(value)} as the \`${bareName(key)}\` of the call`;
    case 'tag':
      return key.toLowerCase().startsWith('aws:requesttag/') && typeof value === 'string'
        ? `Pass the tag \`${key.slice('aws:RequestTag/'.length)}\` with the value ${quoted(value)}`
        : `Pass no other tags than ${quoted(value)}`;
    case 'mfa':
      return sayMfa(key, value, request);
    case 'address':
      return `Call from an address like ${quoted(value)}`;
    case 'new-credentials':
      return `Get new credentials, issued at ${quoted(value)} or later`;
    case 'long-term-keys':
      return sayLongTermKeys;
    case 'wait':
      return `Wait until ${quoted(value)}`;
    case 'region':
      return `Make the call in the Region ${quoted(value)}`;
    case 'encryption':
      return 'Make the call over HTTPS';
    case 'client':
      return `Send ${quoted(value)} as \`${key}\``;
  }
}

/** AssumeRole takes the code itself; for any other call there must be a session that was begun with one. */
function sayMfa(key: string, value: Carry['value'], { action }: AccessRequest): string {
  const how = action.toLowerCase().startsWith('sts:')
    ? 'Use MFA: give the code of the MFA device with the call'
    : 'Use MFA: get a session token with the code of the MFA device first';
  const isFresh = key.toLowerCase() === 'aws:multifactorauthage';
  return isFresh ? `${how}, and not more than ${quoted(value)} seconds before` : how;
}

const sayLongTermKeys = 'Use the access key of the user, not temporary credentials';

function sayOmitting({ means, key }: Omit): string {
  if (means === 'long-term-keys') return sayLongTermKeys;
  if (means === 'tag') return 'Pass no tags';
  return `Make the call without \`${bareName(key)}\``;
}
