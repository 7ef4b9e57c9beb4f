import { type PolicyKind } from '../syntax/document.ts';
import { type ActionRule } from './action-reader.ts';
import { type PrincipalRule } from './principal-reader.ts';

/** Which elements a kind of policy has. */
export interface KindRules {
  readonly principal: PrincipalRule | 'none';
  /** `deny`: only together with that effect. */
  readonly notPrincipal: 'never' | 'deny';
  readonly action: ActionRule;
  readonly resource: boolean;
  /** Version 2012-10-17 must be given. */
  readonly newVersion: boolean;
  readonly denyOnly: boolean;
  /** IAM asks for letters and digits; services that keep policies of their own have rules of their own. */
  readonly sid: 'alphanumeric' | 'any';
  /**
   * `none`: AWS documents none, and IAM saves it all the same. Organizations is taken to refuse what its syntax
   * does not list.
   */
  readonly id: 'documented' | 'none' | 'refused';
}

const attached: KindRules = {
  principal: 'none',
  notPrincipal: 'never',
  action: 'any',
  resource: true,
  newVersion: false,
  denyOnly: false,
  sid: 'alphanumeric',
  id: 'none',
};

/**
 * Which policy has which elements.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html
 */
export const kindRules: Readonly<Record<PolicyKind, KindRules>> = {
  identity: attached,
  session: attached,
  boundary: { ...attached, newVersion: true },
  scp: { ...attached, newVersion: true, id: 'refused' },
  rcp: {
    ...attached,
    newVersion: true,
    principal: 'star',
    action: 'one-service',
    denyOnly: true,
    id: 'refused',
  },
  trust: { ...attached, principal: 'typed', action: 'sts', resource: false, id: 'documented' },
  resource: {
    ...attached,
    principal: 'open',
    notPrincipal: 'deny',
    sid: 'any',
    id: 'documented',
  },
};
