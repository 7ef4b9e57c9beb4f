import { useLab, worldAtCursor } from '#store';
import { type AccessKeyId, revocationCutOff, type World } from '#world';
import { Sessions, type SessionState } from '../../ui/sessions/sessions.tsx';

/** The sessions at the cursor. */
export default function SessionsPanel() {
  const world = useLab(worldAtCursor);
  return <Sessions world={world} stateOf={(key) => sessionState(world, key)} />;
}

function sessionState(world: World, key: AccessKeyId): SessionState {
  const credentials = world.credentials[key];
  if (credentials?.type !== 'session' || credentials.expiresAt <= world.now) return 'expired';
  const { session } = credentials;
  if (session.type !== 'assumed-role') return 'valid';
  const role = world.accounts[session.account]?.roles[session.roleName];
  const cutOff = role && revocationCutOff(role);
  return cutOff !== undefined && credentials.issuedAt < cutOff ? 'revoked' : 'valid';
}
