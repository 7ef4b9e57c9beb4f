declare module 'virtual:simplified' {
  /** Every departure from AWS that the engine's sources mark, and where. */
  const simplified: readonly { readonly where: string; readonly text: string }[];
  export default simplified;
}
declare module 'virtual:corpus' {
  /** The files of the published corpus, under `corpus/`, and how many cases each holds. */
  const corpus: readonly { readonly name: string; readonly cases: number }[];
  export default corpus;
}
