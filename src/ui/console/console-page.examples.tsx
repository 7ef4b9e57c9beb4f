import { revocationPolicy, revocationPolicyName } from '#world';
import { ConsoleExample } from './example-console.tsx';
import { roleArn, usedAnHourAgo, withRole } from './example-world.ts';

export const rolePermissions = () => <ConsoleExample />;
export const roleTrust = () => <ConsoleExample tab="trust" />;
export const roleTags = () => <ConsoleExample tab="tags" />;
export const roleLastAccessed = () => (
  <ConsoleExample
    tab="last-accessed"
    world={withRole({ lastUsed: usedAnHourAgo, lastAccessed: { s3: usedAnHourAgo } })}
  />
);
export const roleToRevoke = () => <ConsoleExample tab="revoke" />;
export const roleRevoked = () => (
  <ConsoleExample
    tab="revoke"
    world={withRole({
      inline: { [revocationPolicyName]: { text: revocationPolicy(usedAnHourAgo) } },
    })}
  />
);
export const insider = () => <ConsoleExample place="person:emy" />;
export const outsider = () => <ConsoleExample place="person:woofy" />;
export const bucket = () => <ConsoleExample place="bucket:ledger" />;
export const table = () => <ConsoleExample place="table:invoices" />;
export const sts = () => <ConsoleExample place="sts" />;
export const iam = () => <ConsoleExample place="iam" />;
export const github = () => <ConsoleExample place="github" />;
export const roleThatIsGone = () => <ConsoleExample place={`role:${roleArn}-gone`} />;
