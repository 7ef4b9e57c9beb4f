import { type AccessKeyId } from '#world';
import { emptyWorld, sampleKeys, sampleWorld } from '../kit/sample-world.ts';
import { Sessions, type SessionState } from './sessions.tsx';

const states: Readonly<Record<string, SessionState>> = {
  [sampleKeys.oldSession]: 'expired',
  [sampleKeys.emySession]: 'revoked',
};
const stateOf = (key: AccessKeyId): SessionState => states[key] ?? 'valid';

/** Emy's session is in three hands and was revoked; Julie's was issued after the cut-off. */
export const afterRevocation = () => <Sessions world={sampleWorld} stateOf={stateOf} />;

export const nobodyHasASession = () => <Sessions world={emptyWorld} stateOf={stateOf} />;
