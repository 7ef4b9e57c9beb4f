import { DeedsForm, type DeedsFormProps } from './deeds-form.tsx';

const key = 'ASIARTX3GSDSWEXAMPLE';

const world: DeedsFormProps = {
  holdings: [
    { by: 'emy', id: key, title: 'Emy: role session DataRole/emy' },
    { by: 'emy', id: 'AKIARTX3GSDS4EXAMPLE', title: 'Emy: access key emy' },
    { by: 'julie', id: key, title: 'Julie: role session DataRole/emy' },
  ],
  published: [
    { id: key, title: 'role session DataRole/emy' },
    { id: 'AKIARTX3GSDS4EXAMPLE', title: 'access key emy' },
  ],
  takers: [
    { id: 'bob', name: 'Bob' },
    { id: 'woofy', name: 'woofy' },
  ],
  onWait: () => undefined,
  onLeak: () => undefined,
  onCopy: () => undefined,
};

type Given = Partial<DeedsFormProps>;

export const afterALeak = (given?: Given) => <DeedsForm {...world} {...given} />;
export const nothingIsPublished = (given?: Given) => (
  <DeedsForm {...world} published={[]} {...given} />
);
export const nobodyHoldsAnything = (given?: Given) => (
  <DeedsForm {...world} holdings={[]} published={[]} {...given} />
);
