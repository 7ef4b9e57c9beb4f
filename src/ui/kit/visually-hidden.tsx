import { type ReactNode } from 'react';
import './visually-hidden.css';

/** Words that only assistive technology reads, where the eye sees the same by position or shape. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}
