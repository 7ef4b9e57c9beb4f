/** What the text does not say, and only some know. */
export interface AdviceOptions {
  /**
   * Whether any service has such an action, or one that the pattern matches; asked with the text as written.
   * `undefined`: not known (yet), and then nothing is found.
   */
  readonly actionExists?: ((action: string) => boolean | undefined) | undefined;
  /** The action that was probably meant. */
  readonly similarAction?: ((action: string) => string | undefined) | undefined;
  /** Whether an action cannot be limited to a resource, so that only `"Resource": "*"` allows it. */
  readonly onlyOnAll?: ((action: string) => boolean | undefined) | undefined;
  /** The account that the policy is in. */
  readonly account?: string | undefined;
  /** What the policy is attached to, where that is known. */
  readonly attachedTo?: 'user' | 'group' | 'role' | undefined;
}
