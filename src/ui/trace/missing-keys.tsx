import { type ConditionKeyWords, loadConditionKeyWords } from '#policy';
import { loadedOnNeed } from '../kit/loaded-on-need.ts';
import { Inline } from '../kit/prose.tsx';

const useKeyWords = loadedOnNeed(loadConditionKeyWords);

/** What policies ask for and the request does not carry, each with which requests would. */
export function MissingKeys({ keys }: { keys: readonly string[] }) {
  if (keys.length === 0) return null;
  return (
    <div className="trace-missing">
      <p>
        A policy asks for {keys.length === 1 ? 'a condition key' : 'condition keys'} that this
        request does not carry. Without the key, only a negated operator, <code>ForAllValues</code>,{' '}
        <code>…IfExists</code> or <code>Null</code> can hold.
      </p>
      <KeyList keys={keys} />
    </div>
  );
}

function KeyList({ keys }: { keys: readonly string[] }) {
  const words = useKeyWords();
  return (
    <ul aria-label="Condition keys that the request does not carry">
      {keys.map((key) => (
        <li key={key}>
          <code translate="no">{key}</code>
          <WhoCarriesIt words={words?.conditionKeyWords(key)} />
        </li>
      ))}
    </ul>
  );
}

/** Nothing of a key that AWS’s tables do not have, nor while the words are under way. */
function WhoCarriesIt({ words }: { words: ConditionKeyWords | undefined }) {
  if (words === undefined) return null;
  return (
    <>
      {': '}
      <Inline text={words.present} />.{' '}
      <a href={words.source} target="_blank" rel="noreferrer">
        AWS’s page on this
      </a>
    </>
  );
}
