import { type CredentialsChoice } from '../command.ts';
import { roleByArn } from '../iam/lookup.ts';
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

function isSessionOf(world: World, key: AccessKeyId, roleArn: string | undefined): boolean {
  const credentials = world.credentials[key];
  if (credentials?.type !== 'session') return false;
  if (roleArn === undefined) return true;
  const { session } = credentials;
  if (session.type !== 'assumed-role') return false;
  const role = roleByArn(world, roleArn);
  return (
    role !== undefined && session.roleName === role.name && session.account === accountIn(roleArn)
  );
}

const accountIn = (arn: string): string => arn.split(':')[4] ?? '';
