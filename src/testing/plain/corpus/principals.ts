import { type Principal } from '#policy';
import { namesOf } from '../generate/callers.ts';
import {
  a,
  admin,
  alice,
  allow,
  anonymous,
  b,
  ec2,
  federatedUser,
  grants,
  policy,
  root,
  roleT,
  session,
  trusts,
  userOf,
} from './cast.ts';
import { derived } from './derived.ts';
import { type CorpusCase, type Question } from './question.ts';

const provider: Principal = { type: 'federated', provider: 'accounts.google.com' };
const callers: readonly Principal[] = [
  root,
  alice,
  session,
  federatedUser,
  ec2,
  provider,
  anonymous,
];

type Element = Readonly<Record<string, unknown>>;
const elementsFor = (caller: Principal): readonly Element[] => {
  const type =
    caller.type === 'service' ? 'Service' : caller.type === 'federated' ? 'Federated' : 'AWS';
  return [
    ...namesOf(caller).map((name) => ({ [type]: name })),
    { AWS: '*' },
    { AWS: userOf(a, 'bob').arn },
    { AWS: b },
    { Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] },
  ];
};

const holders = new Set(['user', 'role-session', 'federated-user']);

/** The caller asks for a resource of each kind, in its own account and in another, with identity policies and without. */
function casesOf(caller: Principal): readonly CorpusCase[] {
  const identities = holders.has(caller.type)
    ? [{ identity: [admin], ...sessionFor(caller) }, {}]
    : [{}];
  return elementsFor(caller).flatMap((element) =>
    [a, b].flatMap((owner) =>
      identities.flatMap((more) =>
        questionsFor(caller, element, owner).map(([kind, question]) =>
          ask(caller, element, owner, kind, { ...question, ...more }),
        ),
      ),
    ),
  );
}

/** Without a session policy GetFederationToken's session may do nothing. */
const sessionFor = ({ type }: Principal) =>
  type === 'federated-user' ? { session: [policy(allow('*'))] } : {};

function questionsFor(
  caller: Principal,
  element: Element,
  owner: string,
): readonly (readonly [string, Question])[] {
  const action = caller.type === 'federated' ? 'sts:AssumeRoleWithWebIdentity' : 'sts:AssumeRole';
  return [
    [
      'role',
      {
        caller,
        action,
        resource: roleT(owner),
        owner,
        trust: policy(trusts(element, undefined, action)),
      },
    ],
    [
      'bucket',
      {
        caller,
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::b/x',
        owner,
        resourcePolicy: policy(grants(element, 's3:*', '*')),
      },
    ],
  ];
}

function ask(
  caller: Principal,
  element: Element,
  owner: string,
  kind: string,
  question: Question,
): CorpusCase {
  const who = JSON.stringify(element);
  const whose = owner === a ? 'own account' : 'another account';
  const identity =
    question.identity === undefined ? 'no identity policy' : 'identity policies allow';
  return derived(
    `${caller.type} ${who} ${kind} ${whose} ${identity}`,
    `${caller.type} and Principal ${who}`,
    'principal',
    question,
  );
}

export const principals: readonly CorpusCase[] = callers.flatMap(casesOf);
