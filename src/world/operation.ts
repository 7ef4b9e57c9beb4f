import { type Target } from './access/authorize.ts';
import { type AwsError, type Happening, type Service } from './happening.ts';
import { type AccountId, type Json, type Person, type World } from './model.ts';
import { type Caller } from './sts/authenticate.ts';

/** One AWS API operation with its parameters filled in. */
export interface Operation {
  readonly service: Service;
  /** CloudTrail's name of the event. */
  readonly eventName: string;
  readonly readOnly: boolean;
  /** S3 objects and DynamoDB items are data events; the rest are management events. */
  readonly data: boolean;
  readonly requestParameters: Json;
  /** The ARN that the call acts on, for show, before anything is looked up. */
  readonly target: (world: World, home: AccountId, caller: Caller | undefined) => Target;
  /**
   * Permissions that the call needs beside its own action, each asked by itself before it; a refusal names
   * the one that is missing.
   */
  readonly alsoNeeds?: (caller: Caller) => readonly string[];
  /** What AWS refuses before it asks any policy: values that break the API's own limits. */
  readonly invalid: (world: World, caller: Caller) => AwsError | undefined;
  /** What the call does once it is allowed. */
  readonly perform: (situation: Situation) => Effect;
}

export interface Situation {
  readonly world: World;
  /** `undefined`: an anonymous request that a bucket policy let in. */
  readonly caller: Caller | undefined;
  readonly by: Person;
  /** The account in which unqualified names are looked up. */
  readonly home: AccountId;
}

export type Effect =
  | {
      readonly ok: true;
      readonly world: World;
      readonly result: Readonly<Record<string, Json>>;
      /** What CloudTrail keeps of the answer; `null` for most calls. */
      readonly responseElements: Json;
      readonly happenings: readonly Happening[];
    }
  | { readonly ok: false; readonly error: AwsError };

export const refused = (error: AwsError): Effect => ({ ok: false, error });

export const done = (
  world: World,
  result: Readonly<Record<string, Json>> = {},
  happenings: readonly Happening[] = [],
): Effect => ({ ok: true, world, result, responseElements: null, happenings });

export const alwaysValid = (): undefined => undefined;

/** An action without a resource: judged against `*` in the caller's own account. */
export const noResource = (_world: World, home: AccountId): Target => ({
  resource: '*',
  account: home,
  type: 'ordinary',
  policy: undefined,
  context: {},
});

export const plainTarget =
  (resource: (home: AccountId, world: World) => string) =>
  (world: World, home: AccountId): Target => ({
    ...noResource(world, home),
    resource: resource(home, world),
  });
