/** The policy language: text → document with places → findings → matches → decision and trace → words. */
export {
  policyKinds,
  type ConditionEntry,
  type Effect,
  type PatternElement,
  type Placed,
  type PolicyDocument,
  type PolicyKind,
  type PrincipalElement,
  type PrincipalEntry,
  type Span,
  type Statement,
} from './syntax/document.ts';
export {
  type AwsRefusal,
  type Diagnostic,
  type ReadResult,
  type Severity,
} from './validate/diagnostic.ts';
export {
  gates,
  type AccessRequest,
  type AttachedPolicy,
  type Gate,
  type Policies,
  type Principal,
  type RequestContext,
  type ResourcePolicyType,
  type Verdict,
} from './decide/request.ts';
export {
  type Decision,
  type ElementTrace,
  type EntryTrace,
  type GateOutcome,
  type GateTrace,
  type PolicyTrace,
  type PrincipalMatch,
  type Reason,
  type StatementRef,
  type StatementTrace,
} from './explain/decision.ts';
export { compile, type CompiledPolicies } from './decide/compile.ts';
export { decide } from './decide/decide.ts';
export { explain } from './explain/explain.ts';
export {
  assumptionOf,
  type AssumableRole,
  type Assumer,
  type Assumption,
} from './reach/assumption.ts';
export { whoCanAssumeWhom, type Settled } from './reach/who-can-assume-whom.ts';
export { accessDeniedMessage, type MessageStyle } from './explain/aws-message.ts';
export { sayDecision, sayElement, sayStatement, type Words } from './explain/words.ts';
export { type ConditionKeyWords } from './help/condition-key-words.ts';
export { loadConditionKeyWords } from './help/load-condition-key-words.ts';
export {
  conditionKey,
  type ConditionKey,
  conditionKeys,
  type ConditionKeyType,
} from './syntax/condition-keys.ts';
export { compileActionPattern } from './match/actions.ts';
export { didYouMean } from './validate/did-you-mean.ts';
export { operatorNames, parseOperator, type OperatorName } from './syntax/operators.ts';
export { parseDate, parseDecimal } from './syntax/operands.ts';
export { readPolicy } from './validate/read-policy.ts';
export { type AdviceOptions } from './validate/advice/advice-options.ts';
export { type ReadOptions } from './validate/read-options.ts';
export { policyQuotas, policySize } from './validate/policy-size.ts';
export { type DiagnosticCode } from './validate/facts.ts';
export { applyEdit } from './help/apply-edit.ts';
export { type FindingSaid, type Help, type TextEdit } from './help/finding-said.ts';
export {
  type Advise,
  type FindingWords,
  loadAdvice,
  loadFindingWords,
} from './help/load-finding-words.ts';
export { loadChanges } from './change/load-changes.ts';
export { type Change, type PolicyEdit, type RequestEdit, type Step } from './change/change.ts';
export {
  type ChangeQuestion,
  type EditablePolicies,
  type EditablePolicy,
  type OtherCaller,
} from './change/question.ts';
