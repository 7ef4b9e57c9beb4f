import { readArn } from '../arn.ts';
import { type CredentialsChoice } from '../command.ts';
import { type AccessKeyId, type Person, type World } from '../model.ts';

/** The key that a choice names, among those that the person holds; `undefined`: a call without credentials. */
export function choose(
  world: World,
  person: Person,
  choice: CredentialsChoice,
): AccessKeyId | undefined {
  switch (choice.type) {
    case 'key':
      return person.holds.find((key) => key === choice.accessKeyId);
    case 'own':
      return person.holds.find((key) => key.startsWith('AKIA'));
    case 'latest-session':
      return person.holds.findLast((key) => isSessionOf(world, key, choice.roleArn));
  }
}

/** A session stays one of its role after the role is gone. */
function isSessionOf(world: World, key: AccessKeyId, roleArn: string | undefined): boolean {
  const credentials = world.credentials[key];
  if (credentials?.type !== 'session') return false;
  if (roleArn === undefined) return true;
  const { session } = credentials;
  const role = readArn(roleArn);
  return (
    session.type === 'assumed-role' &&
    session.account === role?.account &&
    session.roleName === role.resource.split('/').at(-1)
  );
}
