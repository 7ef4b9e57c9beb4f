import { accessKeyId, type Outcome } from '#world';
import { CallForm, type Caller, type CallFormProps } from './call-form.tsx';

const session = { id: 'ASIARTX3GSDSWEXAMPLE', title: 'role session DataRole/julie' };
const julieKey = { id: 'AKIARTX3GSDS7EXAMPLE', title: 'access key julie' };
const bobKey = { id: 'AKIARTX3GSDS4EXAMPLE', title: 'access key bob' };

const julie: Caller = { id: 'julie', name: 'Julie', credentials: [session, julieKey] };
const bob: Caller = { id: 'bob', name: 'Bob', credentials: [bobKey] };
const woofy: Caller = { id: 'woofy', name: 'woofy', credentials: [] };

const allowed: Outcome = { ok: true, result: { Arn: 'arn:aws:iam::111122223333:user/julie' } };
const refused: Outcome = {
  ok: false,
  error: { code: 'AccessDenied', status: 403, message: 'User: bob is not authorized' },
};

const form: CallFormProps = {
  callers: [julie, bob, woofy],
  examples: {
    roleArn: 'arn:aws:iam::111122223333:role/DataRole',
    bucket: 'acme-reports',
    key: 'q3-results.csv',
    policyDocument: '{ "Version": "2012-10-17" }',
  },
  choiceOf: (id) => (id === '' ? { type: 'own' } : { type: 'key', accessKeyId: accessKeyId(id) }),
  onCall: () => allowed,
};

type Given = Partial<CallFormProps>;

export const everybody = (given?: Given) => <CallForm {...form} {...given} />;
export const willBeRefused = (given?: Given) => (
  <CallForm {...form} onCall={() => refused} {...given} />
);
export const withoutCredentials = (given?: Given) => (
  <CallForm {...form} callers={[woofy]} {...given} />
);
export const afterJulieHasGone = (given?: Given) => (
  <CallForm {...form} callers={[bob, woofy]} {...given} />
);
export const nobodyIsThere = (given?: Given) => <CallForm {...form} callers={[]} {...given} />;
