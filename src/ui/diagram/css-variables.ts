import { type CSSProperties } from 'react';

/** Styles that carry our own properties, which React's types do not know. */
export type StyleWithVariables = CSSProperties & Readonly<Record<`--${string}`, string>>;
