/** What the text does not say, and only some know. */
export interface AdviceOptions {
  /**
   * Whether any service has such an action, or one that the pattern matches; asked with the text as written.
   * `undefined`: not known (yet), and then nothing is found.
   */
  readonly actionExists?: ((action: string) => boolean | undefined) | undefined;
  /** The action that was probably meant. */
  readonly similarAction?: ((action: string) => string | undefined) | undefined;
}
