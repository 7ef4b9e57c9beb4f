import { type ReactNode } from 'react';
import { type PolicyKind, type ReadResult } from '#policy';
import { type AwsCall, type Outcome, type Place, type World } from '#world';
import { type Light } from '../kit/policy-editor-props.ts';
import { type RenderedEditorProps } from '../kit/rendered-editor-props.ts';

/** The tabs of a role's page, in the console's order. */
export const roleTabs = ['permissions', 'trust', 'tags', 'last-accessed', 'revoke'] as const;
export type RoleTab = (typeof roleTabs)[number];

export interface ConsolePageProps {
  readonly world: World;
  /** What is selected: the page shows it. */
  readonly place: Place;
  readonly theme: 'light' | 'dark';
  /** The open tab of a role's page. */
  readonly tab: RoleTab;
  readonly onTab: (tab: RoleTab) => void;
  /** Texts that are not saved yet, by policy ref. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly onDraft: (ref: string, text: string) => void;
  readonly onDiscard: (ref: string) => void;
  /** Saves the draft of this policy, as the administrator. */
  readonly onSave: (ref: string) => Outcome;
  /** Makes a call as the administrator. */
  readonly onCall: (call: AwsCall) => Outcome;
  /** What the policy language finds in a text, saved or not. */
  readonly reading: (ref: string, text: string, kind: PolicyKind) => ReadResult;
  /** What decided in the saved text of this policy. */
  readonly lightsOf: (ref: string) => readonly Light[];
  /** The policy whose text decided: its tab is opened and its text shown. */
  readonly litRef: string | undefined;
  readonly renderEditor: (props: RenderedEditorProps) => ReactNode;
}

/** What the parts of the page work with. */
export interface Desk extends Omit<ConsolePageProps, 'place' | 'theme'> {
  /** Shows what a call came to: AWS's error, or these words. */
  readonly tell: (outcome: Outcome, done: string) => void;
}
