import { type Place } from '#world';
import { type Box, type Point } from './geometry.ts';

/** What is drawn at one moment: everything in it was derived, the components only draw. */
export interface Scene {
  /** In reading order: the order of the arrow keys. */
  readonly places: readonly ScenePlace[];
  readonly regions: readonly Region[];
  readonly lines: readonly Line[];
  readonly traveller: Traveller | undefined;
  /** The clock was moved in this moment. */
  readonly clock: ClockCue | undefined;
  /** What the picture needs, with room for chips to come. */
  readonly bounds: Box;
}

export type ScenePlace =
  PersonView | ServiceView | RoleView | BucketView | TableView | PublicRepositoryView;

interface PlaceView {
  readonly place: Place;
  readonly box: Box;
  readonly title: string;
  readonly subtitle: string;
  /** Says in words all that the place shows. */
  readonly name: string;
  /** The travelling request is here, or arrives here, in this moment. */
  readonly active: boolean;
}

export interface PersonView extends PlaceView {
  readonly kind: 'person';
  readonly initial: string;
  readonly role: 'administrator' | 'insider' | 'outsider';
  /** A CSS value. */
  readonly colour: string;
  readonly chips: readonly Chip[];
  /** How many more credentials are held than shown. */
  readonly more: number;
  /** The person's own identity policies, when they were asked. */
  readonly gate: GateView | undefined;
}

interface ServiceView extends PlaceView {
  readonly kind: 'sts' | 'iam';
}

export interface RoleView extends PlaceView {
  readonly kind: 'role';
  readonly trust: GateView;
  readonly permissions: GateView;
  /** An inline policy AWSRevokeOlderSessions is there. */
  readonly revoked: boolean;
}

export interface BucketView extends PlaceView {
  readonly kind: 'bucket';
  /** `undefined`: the bucket has no policy. */
  readonly gate: GateView | undefined;
}

interface TableView extends PlaceView {
  readonly kind: 'table';
}

interface PublicRepositoryView extends PlaceView {
  readonly kind: 'github';
  readonly chips: readonly Chip[];
  readonly more: number;
}

export type GateState =
  'idle' | 'allows' | 'delegates' | 'denies' | 'silent' | 'absent' | 'not-read';

/** A place where policies of one kind are asked. */
export interface GateView {
  readonly state: GateState;
  readonly word: string;
  /** Its answer settled the verdict. */
  readonly decisive: boolean;
  /** It is being asked in this very moment: its answer shows when the request has arrived. */
  readonly now: boolean;
}

/** One copy of credentials. */
export interface Chip {
  readonly accessKeyId: string;
  readonly kind: 'key' | 'session';
  /** `ASIA…3F7Q` */
  readonly shortId: string;
  readonly label: string;
  /** A letter that all copies of one session share; empty for a long-term key. */
  readonly tag: string;
  /** The colour of whom it was issued to, wherever the copy lies. */
  readonly colour: string;
  readonly time: { readonly left: string; readonly state: 'long' | 'soon' | 'expired' } | undefined;
  /** The name of the person it was issued to, when somebody else holds it. */
  readonly copyOf: string | undefined;
  /** It arrived in this moment. */
  readonly fresh: boolean;
}

export interface Region {
  readonly id: string;
  readonly label: string;
  readonly box: Box;
}

export interface Line {
  readonly id: string;
  readonly from: Place;
  readonly to: Place;
  readonly path: string;
  /** `leg`: what is travelled in this moment. `leak`: the way that credentials went into the open. */
  readonly kind: 'calm' | 'leg' | 'leak';
  /** A CSS value, for a leg. */
  readonly colour: string | undefined;
  readonly name: string;
}

/** What travels, or stands, in this moment. */
export interface Traveller {
  /** Changes with every moment. */
  readonly moment: number;
  /** From where it was to where it is; one point when it stays. */
  readonly points: readonly Point[];
  readonly colour: string;
  /** `sts:AssumeRole` */
  readonly label: string;
  readonly labelSide: LabelSide;
  readonly mark: { readonly tone: 'allowed' | 'denied'; readonly word: string } | undefined;
  /** The decision falls here. */
  readonly pulsing: boolean;
  /** Credentials under way, in place of a request. */
  readonly chip: Chip | undefined;
  /** Milliseconds at speed 1. */
  readonly duration: number;
}

/** Where the words of a request stand: beside it and upwards or downwards, or under it. */
export type LabelSide =
  'up-left' | 'up-right' | 'down-left' | 'down-right' | 'under' | 'under-left' | 'under-right';

export interface ClockCue {
  /** `+1 h` */
  readonly passed: string;
  /** `11:42` */
  readonly until: string;
}
