import { canUndo, useLab, worldAtCursor } from '#store';
import { type CredentialsChoice, type World } from '#world';
import { CallForm, type Caller } from '../../ui/sandbox/call-form.tsx';
import { DeedsForm } from '../../ui/sandbox/deeds-form.tsx';
import { credentialsName } from '../../ui/kit/credentials-name.ts';

const repository = 'github.com/acme/side-project';

/** The sandbox's own forms: any call by anybody, and what happens outside AWS. */
export default function SandboxPanel() {
  const world = useLab(worldAtCursor);
  const undoable = useLab((s) => canUndo(s.run));
  const lab = useLab.getState();
  const people = callers(world);
  return (
    <section className="sandbox" aria-label="Sandbox">
      <header className="sandbox-head">
        <h1>Sandbox</h1>
        <p>Edit any policy in the console, and let anybody call anything.</p>
      </header>
      <div className="sandbox-body">
        <h2>Make a call</h2>
        <CallForm
          callers={people}
          examples={examplesOf(world)}
          choiceOf={choiceOf}
          onCall={(by, choice, call) => lab.act({ type: 'call', by, with: choice, call })}
        />
        <h2>Outside AWS</h2>
        <DeedsForm
          holdings={people.flatMap((p) =>
            p.credentials.map((c) => ({ by: p.id, id: c.id, title: `${p.name}: ${c.title}` })),
          )}
          published={world.published.map((p) => ({
            id: p.accessKeyId,
            title: titleOf(world, p.accessKeyId),
          }))}
          takers={people}
          onWait={(seconds) => lab.act({ type: 'wait', seconds })}
          onLeak={(by, id) => leak(by, id)}
          onCopy={(by, id) => copy(world, by, id)}
        />
        <div className="lesson-resets">
          {undoable && (
            <button type="button" className="link-button" onClick={lab.undo}>
              Undo my last change
            </button>
          )}
          <button type="button" className="link-button" onClick={lab.startOver}>
            Start over
          </button>
        </div>
      </div>
    </section>
  );
}

/** The form offers the newest first: that is what people mostly mean. */
function callers(world: World): readonly Caller[] {
  return Object.values(world.people).map((person) => ({
    id: person.id,
    name: person.name,
    credentials: [...person.holds].reverse().map((id) => ({ id, title: titleOf(world, id) })),
  }));
}

function titleOf(world: World, key: string): string {
  const credentials = world.credentials[key];
  if (!credentials) return `${key} (deleted)`;
  const { kind, identity } = credentialsName(world, credentials);
  const expired = credentials.type === 'session' && credentials.expiresAt <= world.now;
  return `${kind} ${identity.slice(identity.indexOf('/') + 1)} · ${key}${expired ? ' · expired' : ''}`;
}

const choiceOf = (id: string): CredentialsChoice => {
  const key = keyOf(id);
  return key === undefined ? { type: 'own' } : { type: 'key', accessKeyId: key };
};

const keyOf = (id: string) =>
  Object.values(useLab.getState().run.entries.at(-1)?.after.credentials ?? {})
    .concat(Object.values(useLab.getState().run.start.credentials))
    .find((credentials) => credentials.accessKeyId === id)?.accessKeyId;

function leak(by: string, id: string): void {
  const accessKeyId = keyOf(id);
  if (accessKeyId) useLab.getState().act({ type: 'leak', by, accessKeyId, repository });
}

function copy(world: World, by: string, id: string): void {
  const publication = world.published.find((p) => p.accessKeyId === id);
  if (!publication) return;
  const { accessKeyId } = publication;
  const from = { repository: publication.repository };
  useLab.getState().act({ type: 'copy', by, accessKeyId, from });
}

/** What is there to be named, so that nobody begins with empty fields. */
function examplesOf(world: World): Readonly<Record<string, string>> {
  const account = Object.values(world.accounts)[0];
  const role = Object.values(account?.roles ?? {})[0];
  const bucket = Object.values(account?.buckets ?? {})[0];
  const table = Object.values(account?.tables ?? {})[0];
  const managed = Object.values(account?.policies ?? {}).find((p) => p.type === 'Customer managed');
  return {
    roleArn: role?.arn ?? '',
    roleName: role?.name ?? '',
    bucket: bucket?.name ?? '',
    key: Object.keys(bucket?.objects ?? {})[0] ?? '',
    table: table?.name ?? '',
    policyArn: managed?.arn ?? '',
    policyName: 'MyPolicy',
    userName: Object.keys(account?.users ?? {})[0] ?? '',
    groupName: Object.keys(account?.groups ?? {})[0] ?? '',
    policyDocument: role?.trust.text ?? '',
    assumeRolePolicyDocument: role?.trust.text ?? '',
  };
}
