/** The shapes of the simulated AWS: plain, readonly and JSON-safe, so that any moment can be kept, compared and replayed. */

type Brand<T, Name extends string> = T & { readonly __brand: Name };

/** Milliseconds since 1970-01-01T00:00:00Z on the simulated clock. */
export type SimTime = Brand<number, 'SimTime'>;
/** Twelve digits. */
export type AccountId = Brand<string, 'AccountId'>;
/** `AKIA…` (long-term) or `ASIA…` (temporary). */
export type AccessKeyId = Brand<string, 'AccessKeyId'>;

export const simTime = (milliseconds: number): SimTime => milliseconds as SimTime;
export const accountId = (text: string): AccountId => text as AccountId;
export const accessKeyId = (text: string): AccessKeyId => text as AccessKeyId;

/** Names of people are ids of the simulation only: AWS never sees them. */
export type PersonId = string;

export type Tags = Readonly<Record<string, string>>;

export interface World {
  /** The simulated clock. Only commands move it. */
  readonly now: SimTime;
  /** How many random values were drawn so far: the state of the generator. */
  readonly draws: number;
  readonly region: string;
  readonly accounts: Readonly<Record<string, Account>>;
  readonly people: Readonly<Record<PersonId, Person>>;
  /** Every credential that AWS has issued, by access key id. Who holds a copy is the people's business. */
  readonly credentials: Readonly<Record<string, Credentials>>;
  /** What lies in public repositories, oldest first. */
  readonly published: readonly Publication[];
  readonly trail: readonly TrailRecord[];
}

/** Somebody at the door. `insider`: has an IAM user here. `administrator`: the learner's own hand in the console. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly role: 'administrator' | 'insider' | 'outsider';
  readonly sourceIp: string;
  readonly userAgent: string;
  /** Copies of credentials that this person has, in the order of getting them. */
  readonly holds: readonly AccessKeyId[];
}

export interface Publication {
  readonly accessKeyId: AccessKeyId;
  readonly by: PersonId;
  readonly at: SimTime;
  readonly repository: string;
}

export interface Account {
  readonly id: AccountId;
  readonly name: string;
  readonly users: Readonly<Record<string, User>>;
  readonly groups: Readonly<Record<string, Group>>;
  readonly roles: Readonly<Record<string, Role>>;
  /** Managed policies by ARN, AWS's own among them. */
  readonly policies: Readonly<Record<string, ManagedPolicy>>;
  readonly buckets: Readonly<Record<string, Bucket>>;
  readonly tables: Readonly<Record<string, Table>>;
  /**
   * Where the account is in its organization, from its root down: `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`;
   * `undefined`: it is in none.
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed-view-data-orgs.html
   */
  readonly organizationPath: string | undefined;
  /** Service control policies by level, from the organization's root down; empty: none. */
  readonly scps: readonly (readonly NamedPolicy[])[];
}

/** A policy's text where the text is the truth: what the learner typed is what is kept. */
export interface PolicyText {
  readonly text: string;
}

export interface NamedPolicy extends PolicyText {
  readonly name: string;
}

export interface ManagedPolicy extends NamedPolicy {
  readonly arn: string;
  readonly type: 'AWS managed' | 'Customer managed';
}

interface Identity {
  readonly name: string;
  /** `/` or `/…/`. */
  readonly path: string;
  readonly arn: string;
  /** `AIDA…`, `AGPA…` or `AROA…`; a re-created name gets another. */
  readonly uniqueId: string;
  /** ARNs of managed policies. */
  readonly attached: readonly string[];
  readonly inline: Readonly<Record<string, PolicyText>>;
  readonly createdAt: SimTime;
}

export interface User extends Identity {
  readonly tags: Tags;
  readonly groups: readonly string[];
  /** ARN of the permissions boundary. */
  readonly boundary: string | undefined;
}

export type Group = Identity;

export interface Role extends Identity {
  readonly description: string;
  readonly trust: PolicyText;
  readonly tags: Tags;
  readonly boundary: string | undefined;
  /** Seconds, 3,600 to 43,200. */
  readonly maxSessionDuration: number;
  readonly serviceLinked: boolean;
  readonly lastUsed: SimTime | undefined;
  /** When a session of this role last called a service, by the service's prefix. */
  readonly lastAccessed: Readonly<Record<string, SimTime>>;
}

export interface Bucket {
  readonly name: string;
  readonly arn: string;
  readonly policy: PolicyText | undefined;
  readonly objects: Readonly<Record<string, string>>;
}

export interface Table {
  readonly name: string;
  readonly arn: string;
  /** Items as JSON text, by key. */
  readonly items: Readonly<Record<string, string>>;
}

/** What AWS knows of one access key. A copy is the same key: AWS cannot tell them apart. */
export type Credentials = LongTermCredentials | SessionCredentials;

export interface LongTermCredentials {
  readonly type: 'long-term';
  readonly accessKeyId: AccessKeyId;
  readonly secretAccessKey: string;
  readonly owner:
    | { readonly type: 'user'; readonly account: AccountId; readonly uniqueId: string }
    | { readonly type: 'root'; readonly account: AccountId };
  readonly status: 'Active' | 'Inactive';
}

export interface SessionCredentials {
  readonly type: 'session';
  readonly accessKeyId: AccessKeyId;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly session: Session;
  readonly issuedAt: SimTime;
  readonly expiresAt: SimTime;
  /** The key with which the session was asked for. */
  readonly issuedTo: AccessKeyId;
}

export type Session =
  | {
      readonly type: 'assumed-role';
      readonly account: AccountId;
      readonly roleName: string;
      /** `AROA…` of the role as it was: a re-created role is another. */
      readonly roleId: string;
      readonly sessionName: string;
      readonly arn: string;
      /** Set once, in this session or in one that it was chained from. */
      readonly sourceIdentity: string | undefined;
    }
  | {
      readonly type: 'session-token';
      readonly account: AccountId;
      /** `AIDA…` of the user whose keys asked; the account's id when its root user did. */
      readonly userId: string;
    }
  | {
      readonly type: 'federated-user';
      readonly account: AccountId;
      readonly userId: string;
      readonly name: string;
    };

/** One CloudTrail record, in the shape in which CloudTrail writes it. */
export interface TrailRecord {
  readonly eventVersion: string;
  readonly userIdentity: Readonly<Record<string, Json>>;
  readonly eventTime: string;
  readonly eventSource: string;
  readonly eventName: string;
  readonly awsRegion: string;
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly requestParameters: Json;
  readonly responseElements: Json;
  readonly requestID: string;
  readonly eventID: string;
  readonly readOnly: boolean;
  readonly resources?: Json;
  readonly eventType: 'AwsApiCall';
  readonly managementEvent: boolean;
  readonly recipientAccountId: string;
  readonly eventCategory: 'Management' | 'Data';
}

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
