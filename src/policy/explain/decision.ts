/** What an explanation is made of. The shapes live beside the code that fills them. */
export {
  type Decision,
  type GateOutcome,
  type GateTrace,
  type PolicyTrace,
  type Reason,
  type StatementRef,
  type StatementTrace,
} from '../decide/trace.ts';
export { type ElementTrace, type EntryTrace, type PrincipalMatch } from '../match/trace.ts';
