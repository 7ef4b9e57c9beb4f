import { lazy, type ReactNode, Suspense } from 'react';
import { type DetailTab, useLab } from '#store';
import { Tabs } from '../../ui/kit/tabs.tsx';
import { type Theme } from '../theme.ts';
import { ConsolePanel } from './console-panel.tsx';
import { WhyPanel } from './why-panel.tsx';

const ImpactPanel = lazy(() => import('./impact-panel.tsx'));
const TrailPanel = lazy(() => import('./trail-panel.tsx'));
const SessionsPanel = lazy(() => import('./sessions-panel.tsx'));
const TwinPanel = lazy(() => import('./twin-panel.tsx'));

const detailTabs: readonly { readonly id: DetailTab; readonly title: string }[] = [
  { id: 'why', title: 'Why' },
  { id: 'console', title: 'Console' },
  { id: 'impact', title: 'Impact' },
  { id: 'trail', title: 'CloudTrail' },
  { id: 'sessions', title: 'Sessions' },
  { id: 'text', title: 'Text' },
];

interface DetailsPanelProps {
  readonly theme: Theme;
  /** On a narrow screen the console is one of the tabs. */
  readonly withConsole: boolean;
}

/** What is behind the picture: why, impact, CloudTrail, sessions, the text. */
export function DetailsPanel({ theme, withConsole }: DetailsPanelProps) {
  const hasImpact = useLab((s) => s.run.lesson.impact !== undefined);
  const open = useLab((s) => s.detail);
  const openDetail = useLab((s) => s.openDetail);
  const tabs = detailTabs.filter(
    ({ id }) => (id !== 'console' || withConsole) && (id !== 'impact' || hasImpact),
  );
  const shown = tabs.find((tab) => tab.id === open)?.id ?? 'why';
  return (
    <section className="lab-details" aria-label="Details">
      <Tabs label="Details" tabs={tabs} open={shown} onOpen={openDetail}>
        <Suspense fallback={<p role="status">Opening …</p>}>{panels(theme)[shown]}</Suspense>
      </Tabs>
    </section>
  );
}

const panels = (theme: Theme): Record<DetailTab, ReactNode> => ({
  why: <WhyPanel />,
  console: <ConsolePanel theme={theme} />,
  impact: <ImpactPanel />,
  trail: <TrailPanel />,
  sessions: <SessionsPanel />,
  text: <TwinPanel />,
});
