import { type AccessRequest, type ResourcePolicyType } from '#policy';
import { accounts, drawCaller, type CallerType } from './callers.ts';
import { contextKeys, drawContext, drawKeyValue } from './context.ts';
import { asks, drawResourceFor, federatedActions } from './patterns.ts';
import { type Random } from './random.ts';

export function drawRequest(
  random: Random,
  callerType: CallerType,
  type: ResourcePolicyType,
  sameAccount: boolean,
): AccessRequest {
  const account = random.pick(accounts);
  const principal = drawCaller(random, callerType, account);
  const isFederated = principal.type === 'federated' && type === 'trust';
  const action = random.pick(isFederated ? federatedActions : asks[type]);
  const others = accounts.filter((other) => other !== account);
  const owner = sameAccount || action === 's3:ListAllMyBuckets' ? account : random.pick(others);
  const context = drawContext(random, principal);
  return {
    principal,
    action,
    resource: drawResourceFor(random, action, owner),
    resourceAccount: owner,
    context,
  };
}

/** The same request but for one thing or two. */
export function varyRequest(random: Random, request: AccessRequest): AccessRequest {
  const once = varyOnce(random, request);
  return random.chance(0.3) ? varyOnce(random, once) : once;
}

function varyOnce(random: Random, request: AccessRequest): AccessRequest {
  switch (random.below(10)) {
    case 0:
      return {
        ...request,
        action: random.pick(asks[random.pick(['trust', 'kms', 'ordinary'] as const)]),
      };
    case 1:
    case 2:
      return {
        ...request,
        resource: drawResourceFor(random, request.action, request.resourceAccount),
      };
    case 3:
      return {
        ...request,
        principal: drawCaller(random, request.principal.type, accountOf(random, request)),
      };
    case 4:
      return { ...request, resourceAccount: random.pick(accounts) };
    case 5:
    case 6:
      return { ...request, context: without(random, request.context) };
    default: {
      const key = random.pick(contextKeys);
      const entry = [[key.name.toLowerCase(), drawKeyValue(random, key)]] as const;
      return {
        ...request,
        context: Object.fromEntries([...Object.entries(request.context), ...entry]),
      };
    }
  }
}

const accountOf = (random: Random, { principal, resourceAccount }: AccessRequest): string =>
  'account' in principal && random.chance(0.7) ? principal.account : resourceAccount;

function without(random: Random, context: AccessRequest['context']): AccessRequest['context'] {
  const keys = Object.keys(context);
  if (keys.length === 0) return context;
  const dropped = random.pick(keys);
  return Object.fromEntries(Object.entries(context).filter(([key]) => key !== dropped));
}
