import { useState } from 'react';
import { Tabs } from './tabs.tsx';

const tabs = [
  { id: 'why', title: 'Why' },
  { id: 'trail', title: 'CloudTrail' },
  { id: 'sessions', title: 'Sessions' },
] as const;
type Id = (typeof tabs)[number]['id'];

function Details({ first, onOpen }: { first: Id; onOpen: (id: Id) => void }) {
  const [open, setOpen] = useState<Id>(first);
  const go = (id: Id) => {
    setOpen(id);
    onOpen(id);
  };
  return (
    <Tabs label="Details" tabs={tabs} open={open} onOpen={go}>
      <p>What {open} shows.</p>
    </Tabs>
  );
}

const ignore = () => undefined;

export const firstOpen = (onOpen: (id: Id) => void = ignore) => (
  <Details first="why" onOpen={onOpen} />
);
export const lastOpen = (onOpen: (id: Id) => void = ignore) => (
  <Details first="sessions" onOpen={onOpen} />
);
