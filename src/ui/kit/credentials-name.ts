import { type Account, type Credentials, type Session, type World } from '#world';

export interface CredentialsName {
  /** What sort of credentials these are, in a few words. */
  readonly kind: string;
  /** Whom AWS takes the holder for: an ARN or, where the user was deleted, what is left of it. */
  readonly identity: string;
}

/** Names credentials by what AWS takes their holder for. */
export function credentialsName(world: World, credentials: Credentials): CredentialsName {
  if (credentials.type === 'session') return sessionName(world, credentials.session);
  const { owner } = credentials;
  return owner.type === 'root'
    ? { kind: 'access key of the root user', identity: `arn:aws:iam::${owner.account}:root` }
    : { kind: 'access key', identity: userArn(world.accounts[owner.account], owner.uniqueId) };
}

function sessionName(world: World, session: Session): CredentialsName {
  switch (session.type) {
    case 'assumed-role':
      return { kind: 'role session', identity: session.arn };
    case 'session-token':
      return {
        kind: 'GetSessionToken session',
        identity: userArn(world.accounts[session.account], session.userId),
      };
    case 'federated-user':
      return {
        kind: 'GetFederationToken session',
        identity: `arn:aws:sts::${session.account}:federated-user/${session.name}`,
      };
  }
}

function userArn(account: Account | undefined, uniqueId: string): string {
  const users = Object.values(account?.users ?? {});
  return users.find((user) => user.uniqueId === uniqueId)?.arn ?? `${uniqueId} (deleted user)`;
}
