import { useRef } from 'react';
import { lessons } from '#course';
import { useLab } from '#store';
import { actions } from './actions.ts';
import { lessonAddress, type Route } from './routes.ts';
import { type Theme } from './theme.ts';

/** The title, the ways to the other pages, and the theme. */
export function Header({ route, theme }: { route: Route; theme: Theme }) {
  return (
    <header className="header">
      <a className="brand" href="#/" aria-label="AssumeRole Lab: the course map">
        <span className="brand-mark" aria-hidden="true" />
        <span>AssumeRole Lab</span>
      </a>
      <nav className="ways" aria-label="Pages">
        {lessons.map((lesson) => (
          <Way
            key={lesson.id}
            to={lessonAddress(lesson.id)}
            here={route.page === 'lesson' && route.lesson === lesson.id}
          >
            {lesson.title}
          </Way>
        ))}
        <Way to="#/sandbox" here={route.page === 'sandbox'}>
          Sandbox
        </Way>
        <Way to="#/proof" here={route.page === 'proof'}>
          What is simulated
        </Way>
      </nav>
      <div className="header-end">
        <ThemeButton theme={theme} />
        <KeysButton />
      </div>
    </header>
  );
}

function Way({ to, here, children }: { to: string; here: boolean; children: string }) {
  return (
    <a className="way" href={to} aria-current={here ? 'page' : undefined}>
      {children}
    </a>
  );
}

function ThemeButton({ theme }: { theme: Theme }) {
  const set = useLab((s) => s.set);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={`Use the ${other} theme`}
      title={`Use the ${other} theme`}
      onClick={() => set({ theme: other })}
    >
      <span aria-hidden="true">{theme === 'dark' ? '☀' : '☾'}</span>
    </button>
  );
}

function KeysButton() {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label="Keys"
        title="Keys"
        onClick={() => dialog.current?.showModal()}
      >
        <span aria-hidden="true">?</span>
      </button>
      <dialog ref={dialog} className="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">Keys</h2>
        <p>They work wherever no field, button or editor has the focus.</p>
        <dl>
          {actions.map(({ keyName, title }) => (
            <div key={keyName}>
              <dt>
                <kbd>{keyName}</kbd>
              </dt>
              <dd>{title}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>Ctrl S</kbd>
            </dt>
            <dd>Save the policy that is being edited</dd>
          </div>
        </dl>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </dialog>
    </>
  );
}
