import { type AwsRefusal, loadFindingWords } from '#policy';
import { exampleFindings, exampleLight, examplePolicy } from './example-policy.ts';
import { FindingsList } from './findings-list.tsx';
import { PlainEditor } from './plain-editor.tsx';
import { PolicyEditor } from './policy-editor.tsx';

const props = {
  label: 'Policy ReadLedger',
  policyRef: 'example',
  text: examplePolicy,
  diagnostics: exampleFindings,
  lights: [exampleLight],
  readOnly: false,
  onSave: () => undefined,
};

const words = await loadFindingWords();

const refusal: AwsRefusal = {
  code: 'MalformedPolicyDocument',
  status: 400,
  message: 'Syntax errors in policy.',
};

export const editorWithFindings = (onChange = console.log) => (
  <PolicyEditor {...props} onChange={onChange} refusal={undefined} plain={false} />
);

export const plainByChoice = (onChange = console.log, onPlain = console.log) => (
  <PolicyEditor {...props} onChange={onChange} onPlain={onPlain} refusal={refusal} plain />
);

export const editorOf = (text = examplePolicy, onChange: (text: string) => void = console.log) => (
  <PolicyEditor {...props} text={text} onChange={onChange} refusal={undefined} plain />
);

export const plainEditor = (onChange = console.log) => (
  <PlainEditor {...props} onChange={onChange} />
);

export const readOnlyPolicy = () => (
  <PlainEditor {...props} readOnly onChange={() => undefined} lights={[]} />
);

export const findingsAndRefusal = (onGoTo = console.log, onEdit = console.log) => (
  <FindingsList
    words={words}
    text={examplePolicy}
    diagnostics={exampleFindings}
    refusal={refusal}
    onGoTo={onGoTo}
    onEdit={onEdit}
  />
);

export const wordsUnderWay = (onGoTo = console.log, onEdit = console.log) => (
  <FindingsList
    words={undefined}
    text={examplePolicy}
    diagnostics={exampleFindings}
    refusal={undefined}
    onGoTo={onGoTo}
    onEdit={onEdit}
  />
);

export const veryManyFindings = (onGoTo = console.log, onEdit = console.log) => (
  <FindingsList
    words={words}
    text={examplePolicy}
    diagnostics={Array.from({ length: 125 }, () => exampleFindings).flat()}
    refusal={undefined}
    onGoTo={onGoTo}
    onEdit={onEdit}
  />
);

export const nothingFound = (onGoTo = console.log, onEdit = console.log) => (
  <FindingsList
    words={words}
    text={examplePolicy}
    diagnostics={[]}
    refusal={undefined}
    onGoTo={onGoTo}
    onEdit={onEdit}
  />
);
