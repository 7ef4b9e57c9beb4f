import { Prose } from './prose.tsx';

export const everyMark = () => (
  <Prose
    text={[
      'The **trust policy** is asked *once*, at `sts:AssumeRole`.',
      'A second paragraph, with nothing in it.',
    ]}
  />
);

/** What is written in a policy could end up in a sentence. */
export const hostileText = () => (
  <Prose text={['<img src=x onerror="alert(1)"> and `<script>alert(2)</script>`', '&lt;b&gt;']} />
);

/** Marks that mark nothing. */
export const loneMarks = () => <Prose text={['`', '``', '**', '2 * 3', '`s3:*` and `s3:Get*`']} />;

export const theSameTwice = () => <Prose text={['Again.', 'Again.']} />;

export const nothingToSay = () => <Prose text={[]} />;
