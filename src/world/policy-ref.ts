/**
 * Where a policy's text lives. Its string form is the `ref` that every trace carries, and the key of a
 * draft. IAM's names have no `|` in them.
 */
export type PolicyRef =
  | { readonly type: 'trust'; readonly account: string; readonly role: string }
  | {
      readonly type: 'inline';
      readonly account: string;
      readonly of: 'role' | 'user' | 'group';
      readonly owner: string;
      readonly name: string;
    }
  | { readonly type: 'managed'; readonly account: string; readonly arn: string }
  | { readonly type: 'bucket'; readonly account: string; readonly bucket: string }
  | {
      readonly type: 'scp';
      readonly account: string;
      readonly level: string;
      readonly name: string;
    };

export function policyRefText(ref: PolicyRef): string {
  switch (ref.type) {
    case 'trust':
      return ['trust', ref.account, ref.role].join('|');
    case 'inline':
      return ['inline', ref.account, ref.of, ref.owner, ref.name].join('|');
    case 'managed':
      return ['managed', ref.account, ref.arn].join('|');
    case 'bucket':
      return ['bucket', ref.account, ref.bucket].join('|');
    case 'scp':
      return ['scp', ref.account, ref.level, ref.name].join('|');
  }
}

/** The inverse of `policyRefText`; `undefined` for any other text. */
export function readPolicyRef(text: string): PolicyRef | undefined {
  const [type, account = '', a = '', b = '', c = ''] = text.split('|');
  switch (type) {
    case 'trust':
      return { type, account, role: a };
    case 'inline':
      return a === 'role' || a === 'user' || a === 'group'
        ? { type, account, of: a, owner: b, name: c }
        : undefined;
    case 'managed':
      return { type, account, arn: a };
    case 'bucket':
      return { type, account, bucket: a };
    case 'scp':
      return { type, account, level: a, name: b };
    case undefined:
    default:
      return undefined;
  }
}
