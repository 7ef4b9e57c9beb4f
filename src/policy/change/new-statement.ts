import { type AccessRequest, type Gate, type ResourcePolicyType } from '../decide/request.ts';
import { type Effect } from '../syntax/document.ts';
import { nameOf, type PrincipalName, principalArn, asPattern } from './naming-the-caller.ts';
import { type Json } from './text-edit.ts';

type Members = Readonly<Record<string, Json>>;

/** What a new statement is about: this request, at this gate. */
interface Purpose {
  readonly effect: Effect;
  readonly gate: Gate;
  readonly resourceType: ResourcePolicyType;
  readonly request: AccessRequest;
}

/**
 * A statement for exactly this request: its action, its resource and, where the policy names callers, its caller.
 * `*` appears only where AWS takes nothing else. `undefined`: this caller cannot be told from others there.
 */
export function newStatement(
  purpose: Purpose,
  name: PrincipalName | undefined = nameOf(purpose.request.principal),
): Json | undefined {
  const { effect, request } = purpose;
  const who = whoOf(purpose, name);
  const what = resourceOf(purpose);
  if (who === undefined || what === undefined) return undefined;
  return {
    Effect: effect,
    ...who.principal,
    Action: request.action,
    ...what,
    ...(Object.keys(who.condition).length > 0 ? { Condition: who.condition } : {}),
  };
}

interface Who {
  readonly principal: Members;
  readonly condition: Members;
}

const everybodyThere: Who = { principal: {}, condition: {} };

/** Who is meant: in a resource's policy by Principal, in an organization's by `aws:PrincipalArn`. */
function whoOf(
  { effect, gate, request }: Purpose,
  name: PrincipalName | undefined,
): Who | undefined {
  switch (gate) {
    case 'identity':
    case 'boundary':
    case 'session':
      return everybodyThere;
    case 'resource':
      return name && named(request, name);
    case 'scp':
      return effect === 'Allow' ? everybodyThere : onlyCaller(request, {});
    case 'rcp':
      return onlyCaller(request, { Principal: '*' });
  }
}

/** A root user has only the account's name, so what is meant for the root user says so. */
function named(request: AccessRequest, { type, value }: PrincipalName): Who | undefined {
  const principal = { Principal: { [type]: value } };
  if (request.principal.type === 'root') return onlyCaller(request, principal);
  return { principal, condition: pins(request, { type, value }) };
}

function onlyCaller({ context }: AccessRequest, principal: Members): Who | undefined {
  const arn = principalArn(context);
  if (arn === undefined) return undefined;
  return { principal, condition: { ArnEquals: { 'aws:PrincipalArn': arn } } };
}

/**
 * What tells this token from others of its provider, and the work of a service for one customer from its work for
 * others: AWS asks for such conditions beside these principals.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
function pins({ context }: AccessRequest, { type, value }: PrincipalName): Members {
  const carried = (keys: readonly string[]): Members =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const name = key.toLowerCase();
        const found = Object.hasOwn(context, name) ? context[name] : undefined;
        return typeof found === 'string' ? [[key, found]] : [];
      }),
    );
  const block = (operator: string, keys: readonly string[]): Members => {
    const operands = carried(keys);
    return Object.keys(operands).length === 0 ? {} : { [operator]: operands };
  };
  if (type === 'Federated') return block('StringEquals', claimsOf(value));
  if (type !== 'Service') return {};
  return {
    ...block('ArnEquals', ['aws:SourceArn']),
    ...block('StringEquals', ['aws:SourceAccount']),
  };
}

/** The provider's claims that say for whom and about whom the token is. */
function claimsOf(provider: string): readonly string[] {
  if (provider.includes(':saml-provider/')) return ['SAML:aud', 'SAML:sub'];
  const name = provider.slice(provider.indexOf('/') + 1); // after `…:oidc-provider/`; else the whole
  return [`${name}:aud`, `${name}:sub`];
}

/**
 * A trust policy has no resource. In a key's policy `*` means the key itself, and an action that has no resource
 * is met by nothing else.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
 */
function resourceOf({ gate, resourceType, request }: Purpose): Members | undefined {
  if (gate === 'resource' && resourceType === 'trust') return {};
  if (gate === 'resource' && resourceType === 'kms') return { Resource: '*' };
  if (request.resource === '*') return { Resource: '*' };
  const pattern = asPattern(request.resource, '2012-10-17');
  return pattern === undefined ? undefined : { Resource: pattern };
}
