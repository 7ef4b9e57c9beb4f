import corpus from 'virtual:corpus';
import simplified from 'virtual:simplified';
import { Inline } from '../kit/prose.tsx';
import './proof-page.css';

/** What the lab does like AWS, and every place where it knowingly does not. */
export default function ProofPage() {
  return (
    <main id="main" className="proof" tabIndex={-1}>
      <h1>What is simulated</h1>
      <p>
        Every verdict, message and record in the lab is computed from the policies on the screen by
        an evaluator that follows AWS’s documentation. Each rule in its source names the page that
        it comes from.
      </p>
      <h2 id="corpus">What it is held to</h2>
      <p>
        The rules of AWS’s documentation are tests, row by row. A second evaluator, written from the
        same pages and apart from the first, must answer alike. And {allCases.toLocaleString('en')}{' '}
        cases, each with its policies, its request, the verdict, the reason and a source, are{' '}
        <a href="corpus/README.md">published in a documented format</a> for any evaluator to run.
      </p>
      <ul className="proof-corpus" aria-labelledby="corpus">
        {corpus.map(({ name, cases }) => (
          <li key={name}>
            <a href={`corpus/${name}`}>{name}</a> {cases.toLocaleString('en')}
          </li>
        ))}
      </ul>
      <h2>What is simplified</h2>
      <p>
        Where AWS is not documented, or more than a lesson needs, the source carries the mark{' '}
        <code>SIMPLIFIED</code>. This list is made from those marks when the site is built.
      </p>
      <ul className="proof-list" aria-label="What is simplified">
        {simplified.map(({ where, text }) => (
          <li key={`${where} ${text}`}>
            <span className="proof-where">{where}</span>
            <span>
              <Inline text={sentence(text)} />
            </span>
          </li>
        ))}
      </ul>
    </main>
  );
}

const allCases = corpus.reduce((sum, { cases }) => sum + cases, 0);

/** Comments begin in small letters where they follow a colon. */
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
