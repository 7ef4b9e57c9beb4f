import { personPlace, revocationLeadSeconds, rolePlace } from '#world';
import { allowed, asSelf, assume, done, refused, wait, withSession } from '../commands.ts';
import { type Lesson, type Option, type Played, step } from '../lesson.ts';
import {
  acme,
  bucket,
  dataRole,
  leakLayout,
  report,
  reportsPolicyArn,
  repository,
  roleName,
  trusting,
} from '../scenarios/acme.ts';

const read = (person: string) =>
  withSession(person, { action: 's3:GetObject', bucket, key: report });

/** What Emy committed and woofy copied is her newest session: the first that this world issues to her. */
const leak: readonly Played[] = [done({ type: 'leak-latest-session', by: 'emy', repository })];

const editTrust: Option = {
  id: 'edit-trust',
  title: 'Take Emy out of the trust policy',
  say: ['The leaked credentials are Emy’s, so she is removed from the trust policy.'],
  act: [
    allowed(
      asSelf('admin', {
        action: 'iam:UpdateAssumeRolePolicy',
        roleName,
        policyDocument: JSON.stringify(trusting('bob', 'julie'), null, 2),
      }),
    ),
  ],
  then: [allowed(read('woofy')), refused('AccessDenied', assume(dataRole, 'emy'))],
  after: [
    'woofy goes on as before: nobody asks the trust policy about credentials that are already out. The one who is hit is Emy, when she next asks for the role.',
  ],
};

const removePermissions: Option = {
  id: 'remove-permissions',
  title: 'Take the permissions away',
  say: ['The managed policy `ReadReports` is detached from the role.'],
  act: [
    allowed(
      asSelf('admin', { action: 'iam:DetachRolePolicy', roleName, policyArn: reportsPolicyArn }),
    ),
  ],
  then: [refused('AccessDenied', read('woofy')), refused('AccessDenied', read('julie'))],
  after: [
    'woofy is stopped, and so is everybody else. A role’s permissions are one set for all who hold it, and assuming it again brings nothing back.',
  ],
};

const revoke: Option = {
  id: 'revoke-sessions',
  title: 'Revoke active sessions',
  say: [
    'The console’s button writes one more inline policy into the role, `AWSRevokeOlderSessions`: deny everything to sessions that were issued before a cut-off.',
  ],
  act: [allowed({ type: 'revoke-sessions', by: 'admin', roleName })],
  then: [
    refused('AccessDenied', read('woofy')),
    refused('AccessDenied', read('julie')),
    done(wait(revocationLeadSeconds + 10)),
    allowed(assume(dataRole, 'bob')),
    allowed(assume(dataRole, 'julie')),
    allowed(assume(dataRole, 'emy')),
    allowed(read('bob')),
    allowed(read('julie')),
    allowed(read('emy')),
    refused(
      'AccessDenied',
      withSession('woofy', {
        action: 'sts:AssumeRole',
        roleArn: dataRole,
        roleSessionName: 'emy',
      }),
    ),
    allowed(withSession('woofy', { action: 'sts:GetCallerIdentity' })),
  ],
  after: [
    'Every session from before the cut-off is dead, Julie’s and Bob’s too. But those who are trusted ask STS again and go on. No trust policy names woofy, so for him it is over.',
    'Look at his last call: `GetCallerIdentity` still answers. It needs no permission, so it never proves that stolen credentials still work.',
  ],
};

export const leakedCredentials: Lesson = {
  id: 'leaked-credentials',
  title: 'Leaked credentials',
  summary:
    'Emy commits her session to GitHub and woofy uses it. Three ways to stop him, and what each one costs.',
  minutes: 15,
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_disable-perms.html',
  ],
  world: acme(['bob', 'julie', 'emy']),
  layout: leakLayout,
  open: rolePlace(dataRole),
  impact: {
    people: ['bob', 'julie', 'emy', 'woofy'],
    roleArn: dataRole,
    call: { action: 's3:GetObject', bucket, key: report },
  },
  steps: [
    step({
      id: 'three-sessions',
      title: 'Three colleagues, one role',
      say: [
        'DataRole trusts Bob, Julie and Emy. One after the other they assume it, and each gets a session of their own: same role, same permissions, different credentials.',
      ],
      do: [
        allowed(assume(dataRole, 'bob')),
        done(wait(120)),
        allowed(assume(dataRole, 'julie')),
        done(wait(120)),
        allowed(assume(dataRole, 'emy')),
      ],
    }),
    step({
      id: 'the-leak',
      title: 'Emy commits a file too many',
      say: [
        'Emy’s credentials were in a config file. The file is now in a public repository.',
        'Nothing has happened in AWS: credentials are not told where they lie.',
      ],
      do: [done(wait(300)), ...leak],
      open: 'github',
    }),
    step({
      id: 'woofy',
      title: 'woofy finds them',
      say: [
        'woofy has no user, no key and no role here. He copies what Emy committed, and reads a report with it.',
        'AWS sees the session `DataRole/emy`, as always. A copy is not a fake: it is the same key. Only the source address differs: compare the last two records in *CloudTrail*.',
      ],
      do: [
        done(wait(60)),
        allowed(read('emy')),
        done({ type: 'copy-published', by: 'woofy', repository }),
        allowed(read('woofy')),
      ],
      open: personPlace('woofy'),
    }),
    step({
      id: 'contain',
      title: 'Stop him',
      say: [
        'Stop woofy, and leave the others at work. There are three things that people try. Try each: every one starts from this same moment, and the matrix shows who lost what.',
        'You can also act by hand in the console panel: edit, detach, revoke.',
      ],
      options: [editTrust, removePermissions, revoke],
      open: rolePlace(dataRole),
      tab: 'revoke',
    }),
    step({
      id: 'side-by-side',
      title: 'Side by side',
      say: [
        'The three answers, each computed from the moment before it. Read along woofy’s row first, then along the others’.',
      ],
      compares: true,
    }),
    step({
      id: 'small-print',
      title: 'The small print',
      say: [
        'Revoking is the right first move, and it is blunter than the story says. These are the points to have in mind when it is your account.',
      ],
      truth: [
        `**It looks ahead.** The console sets the cut-off about ${revocationLeadSeconds} seconds after the click, so that the change has reached every service by then. Whoever assumes the role inside that window gets credentials that are denied at once, and has to ask again.`,
        '**It hits everybody.** “Without affecting the others” is only true for those who can assume again. A job that holds its session until it expires stops too.',
        '**It can be outrun.** If the trust policy admits the role itself, or its whole account, and the role may call `sts:AssumeRole`, a thief can keep getting fresh sessions until the moment of the cut-off, and after it.',
        '**It stays in the role.** Sessions of *other* roles that were taken from here carry that role’s name and time: those need revoking too.',
        '**There is a scalpel.** Deny by `aws:userid`, the role’s id and the session name, together with the issue time, and only Emy’s session is stopped.',
      ],
    }),
  ],
};
