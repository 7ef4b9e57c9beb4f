import { type RequestContext } from '#policy';
import { formatSecond } from '../clock.ts';
import { accountOf } from '../iam/lookup.ts';
import { type AccountId, type Person, type World } from '../model.ts';
import { type Caller } from '../sts/authenticate.ts';

/** Nobody signed the request: S3 takes such requests and asks the bucket policy. */
export type Asking = Caller | 'anonymous';

/**
 * The condition keys that every request carries: who asks, over which network, when, and whose the resource is.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function requestContext(
  world: World,
  asking: Asking,
  by: Person,
  action: string,
  owner: AccountId,
): RequestContext {
  return {
    ...(asking === 'anonymous' ? nobody : callerContext(world, asking)),
    'aws:currenttime': formatSecond(world.now),
    'aws:epochtime': String(Math.floor(world.now / 1000)),
    'aws:sourceip': by.sourceIp,
    'aws:securetransport': 'true',
    'aws:viaawsservice': 'false',
    'aws:useragent': by.userAgent,
    'aws:requestedregion': regionOf(world, action),
    'aws:resourceaccount': owner,
    ...organizationContext(world, owner, 'aws:resource'),
  };
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable */
const nobody: RequestContext = {
  'aws:principaltype': 'Anonymous',
  'aws:principalaccount': 'anonymous',
  'aws:userid': 'anonymous',
};

const callerContext = (world: World, caller: Caller): RequestContext => ({
  ...caller.context,
  'aws:principalisawsservice': 'false',
  ...organizationContext(world, caller.account, 'aws:principal'),
});

/** Where an account is in its organization; an account in none brings nothing. */
function organizationContext(
  world: World,
  account: AccountId,
  of: 'aws:principal' | 'aws:resource',
): RequestContext {
  const path = accountOf(world, account)?.organizationPath;
  if (path === undefined) return {};
  return { [`${of}orgid`]: path.slice(0, path.indexOf('/')), [`${of}orgpaths`]: [path] };
}

/** IAM is global: its calls count as made to us-east-1 (row H21). */
export const regionOf = (world: World, action: string): string =>
  action.startsWith('iam:') ? 'us-east-1' : world.region;
