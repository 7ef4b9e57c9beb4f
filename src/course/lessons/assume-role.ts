import { bucketPlace, personPlace, rolePlace } from '#world';
import { allowed, assume, done, refused, wait, withSession } from '../commands.ts';
import { type Goal, type Lesson, step } from '../lesson.ts';
import { acme, acmeLayout, bucket, dataRole, report } from '../scenarios/acme.ts';

const readReport = withSession('julie', { action: 's3:GetObject', bucket, key: report });

const canAssume = (person: string, name: string, wanted: Goal['wanted']): Goal => ({
  id: `${person}-${wanted}`,
  say: wanted === 'allowed' ? `${name} can assume DataRole` : `${name} can’t assume DataRole`,
  attempt: [assume(dataRole, person)],
  wanted,
});

export const assumeRole: Lesson = {
  id: 'assume-role',
  title: 'Assume a role',
  summary:
    'Bob and Julie ask for the same role. One is refused, one gets credentials. See which line decides.',
  minutes: 10,
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html',
    'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
  ],
  world: acme(['julie']),
  layout: acmeLayout,
  open: rolePlace(dataRole),
  impact: undefined,
  steps: [
    step({
      id: 'two-policies',
      title: 'One role, two questions',
      say: [
        'Acme keeps its reports in an S3 bucket. Nobody’s user may read them. **DataRole** may.',
        'A role has no password and no keys of its own. It has two kinds of policy, and each answers one question. The **trust policy**: who may take the role? The **permissions policies**: what may whoever has taken it do?',
        'Both are open in the console panel: *Trust relationships* and *Permissions*. Read the trust policy: whose name is in it?',
      ],
      open: rolePlace(dataRole),
      tab: 'trust',
    }),
    step({
      id: 'bob-asks',
      title: 'Bob asks',
      say: [
        'Bob signs a request with his own access key and sends it to the **Security Token Service**: `sts:AssumeRole`, for DataRole.',
        'STS asks the role’s trust policy about Bob. It never asks whether Bob would be useful there: only whether some statement names him, or his account, and whether his own policies then agree.',
        'Watch where the request stops. The panel *Why* says which statement was looked at, and which part of it did not fit.',
      ],
      do: [refused('AccessDenied', assume(dataRole, 'bob'))],
    }),
    step({
      id: 'julie-asks',
      title: 'Julie asks',
      say: [
        'The same call, signed by Julie. Now the statement’s `Principal` is her ARN, and the role is in her own account: being named is enough.',
        'STS answers with **temporary credentials**: a key id that starts with `ASIA`, a secret, a session token, and an expiry. They are a new identity, the session `DataRole/julie`. For as long as she signs with them, her own permissions do not count.',
      ],
      do: [allowed(assume(dataRole, 'julie'))],
      truth: [
        'It is often told that STS now reads the permissions policies and builds them into the credentials. It does not: the credentials only say *which role*. Each service asks for the role’s permissions again at every request. That is why changing them later reaches sessions that are already out.',
      ],
    }),
    step({
      id: 'julie-reads',
      title: 'She reads a report',
      say: [
        'Julie asks S3 for a report, signed with the session. S3 looks up whose credentials these are, and asks the **permissions policies of the role** about `s3:GetObject`.',
      ],
      do: [allowed(readReport)],
      open: rolePlace(dataRole),
      tab: 'permissions',
    }),
    step({
      id: 'julie-oversteps',
      title: 'She tries to delete it',
      say: [
        'The same session, another action: `s3:DeleteObject`. No statement forbids it. No statement allows it either, and in IAM silence is a refusal: an **implicit deny**.',
      ],
      do: [
        refused(
          'AccessDenied',
          withSession('julie', { action: 's3:DeleteObject', bucket, key: report }),
        ),
      ],
    }),
    step({
      id: 'expiry',
      title: 'An hour later',
      say: [
        'The session was issued for an hour. The clock moves on, and Julie tries again with the same credentials.',
        'This refusal is of another kind: the answer is `ExpiredToken`, and no policy was asked at all.',
      ],
      do: [done(wait(3600)), refused('ExpiredToken', readReport)],
      open: personPlace('julie'),
    }),
    step({
      id: 'again',
      title: 'So she asks once more',
      say: [
        'She is still trusted, so STS gives her another set. The session has the same name and the same ARN, but a new key, a new token and a new expiry.',
      ],
      do: [allowed(assume(dataRole, 'julie')), allowed(readReport)],
      open: bucketPlace(bucket),
    }),
    step({
      id: 'let-bob-in',
      title: 'Your turn: let Bob in',
      say: [
        'Bob needs the reports too. Edit the **trust policy** of DataRole so that he gets in, and press *Update policy*. Julie must not lose the role, and nobody else should gain it.',
        'The lights follow what your policy does, not how you write it.',
      ],
      goals: [
        canAssume('bob', 'Bob', 'allowed'),
        canAssume('julie', 'Julie', 'allowed'),
        canAssume('emy', 'Emy', 'refused'),
      ],
      open: rolePlace(dataRole),
      tab: 'trust',
    }),
    step({
      id: 'what-you-saw',
      title: 'What you saw',
      say: [
        '**Trust is asked once**, when the role is assumed. **Permissions are asked at every request**, by the service that gets it.',
        'A role’s credentials end by themselves. A user’s access key does not, until somebody takes it away: that is why roles are the better way to give access.',
        'What if somebody copies temporary credentials before they expire? The next lesson is about that.',
      ],
    }),
  ],
};
