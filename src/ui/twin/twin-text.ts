import { type PlayedEntry } from './run-so-far.ts';
import { type Scene, type SceneCredentials } from './scene.ts';
import { toneWords } from './tone-words.ts';

/** The scene and the run as plain text, for notes, mails and chats. */
export function twinText(scene: Scene, played: readonly PlayedEntry[]): string {
  return [
    `It is ${scene.now} UTC.`,
    '',
    'Who holds what',
    ...scene.holders.flatMap(({ name, about, holds }) => [
      `- ${name} (${about})`,
      ...(holds.length === 0
        ? ['  holds nothing']
        : holds.map((held) => `  holds ${sayHeld(held)}`)),
    ]),
    ...scene.accounts.flatMap(({ title, things }) => [
      '',
      title,
      ...things.map(({ kind, names }) => `- ${kind}: ${names.join(', ')}`),
    ]),
    '',
    'Played so far',
    ...(played.length === 0 ? ['Nothing yet.'] : played.flatMap(entryLines)),
    '',
  ].join('\n');
}

function sayHeld({ kind, accessKeyId, identity, state }: SceneCredentials): string {
  return [`${kind} ${accessKeyId}`, identity, state].filter((part) => part !== '').join(', ');
}

function entryLines({ label, tone, steps, current }: PlayedEntry, position: number): string[] {
  const ending = tone === undefined || tone === 'neutral' ? '' : ` [${toneWords[tone]}]`;
  return [
    `${String(position + 1)}. ${label}${ending}${current ? ' <- now' : ''}`,
    ...steps.map((step) => `   - ${step.label}${step.current ? ' <- now' : ''}`),
  ];
}
