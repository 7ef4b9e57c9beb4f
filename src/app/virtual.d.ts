declare module 'virtual:simplified' {
  /** Every departure from AWS that the engine's sources mark, and where. */
  const simplified: readonly { readonly where: string; readonly text: string }[];
  export default simplified;
}
