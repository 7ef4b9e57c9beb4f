/** Policies in short forms, for tests. */
type Statement = Readonly<Record<string, unknown>>;

export const policy = (...statements: readonly Statement[]) => ({
  Version: '2012-10-17',
  Statement: statements,
});

export const allow = (action: unknown, resource: unknown = '*', more: Statement = {}) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});

export const deny = (action: unknown, resource: unknown = '*', more: Statement = {}) => ({
  ...allow(action, resource, more),
  Effect: 'Deny',
});

export const trusts = (principal: unknown, more: Statement = {}) => ({
  Effect: 'Allow',
  Principal: principal,
  Action: 'sts:AssumeRole',
  ...more,
});

export const distrusts = (principal: unknown) => ({ ...trusts(principal), Effect: 'Deny' });

/** Denies everything to credentials that were issued before this moment. */
export const denyOlderThan = (instant: string, operator = 'DateLessThan') =>
  deny('*', '*', { Condition: { [operator]: { 'aws:TokenIssueTime': instant } } });

export const textOf = (document: unknown): string => JSON.stringify(document, null, 2);
