import { after, formatSecond, formatTrailExpiry } from '../clock.ts';
import { type Happening } from '../happening.ts';
import { drawAccessKeyId, drawSecret, drawSessionToken } from '../identifiers.ts';
import {
  type AccessKeyId,
  type Json,
  type Person,
  type Session,
  type SessionCredentials,
  type World,
} from '../model.ts';

interface Issuance {
  readonly session: Session;
  readonly sessionArn: string;
  readonly seconds: number;
  readonly to: Person;
  readonly issuedTo: AccessKeyId;
}

export interface Issued {
  readonly world: World;
  /** The `Credentials` of the answer. */
  readonly result: Readonly<Record<string, Json>>;
  /** What CloudTrail keeps: never the secret key. */
  readonly recorded: Readonly<Record<string, Json>>;
  readonly happening: Happening;
}

/** Makes temporary credentials and hands them to the one who asked. */
export function issue(world: World, issuance: Issuance): Issued {
  const key = drawAccessKeyId(world, issuance.session.account, 'ASIA');
  const secret = drawSecret(key.world);
  const token = drawSessionToken(secret.world);
  const credentials: SessionCredentials = {
    type: 'session',
    accessKeyId: key.value,
    secretAccessKey: secret.value,
    sessionToken: token.value,
    session: issuance.session,
    issuedAt: world.now,
    expiresAt: after(world.now, issuance.seconds),
    issuedTo: issuance.issuedTo,
  };
  return {
    world: hand(token.world, credentials, issuance.to),
    result: {
      AccessKeyId: credentials.accessKeyId,
      SecretAccessKey: credentials.secretAccessKey,
      SessionToken: credentials.sessionToken,
      Expiration: formatSecond(credentials.expiresAt),
    },
    recorded: {
      accessKeyId: credentials.accessKeyId,
      sessionToken: credentials.sessionToken,
      expiration: formatTrailExpiry(credentials.expiresAt),
    },
    happening: {
      type: 'credentials-issued',
      to: issuance.to.id,
      accessKeyId: credentials.accessKeyId,
      sessionArn: issuance.sessionArn,
      issuedAt: credentials.issuedAt,
      expiresAt: credentials.expiresAt,
    },
  };
}

function hand(world: World, credentials: SessionCredentials, to: Person): World {
  const holder: Person = { ...to, holds: [...to.holds, credentials.accessKeyId] };
  return {
    ...world,
    credentials: { ...world.credentials, [credentials.accessKeyId]: credentials },
    people: { ...world.people, [holder.id]: holder },
  };
}
