import {
  bucketPlace,
  personPlace,
  rolePlace,
  tablePlace,
  type Happening,
  type Place,
  type Role,
  type World,
} from '#world';
import { userOfKey } from './holdings.ts';

type RequestSent = Extract<Happening, { type: 'request-sent' }>;

/** The place of what an ARN names, were it drawn or not. A managed policy's is that of a role it is attached to. */
export function placeOfArn(world: World, arn: string): Place | undefined {
  for (const account of Object.values(world.accounts)) {
    const role = Object.values(account.roles).find((each) => isAboutRole(each, arn));
    if (role) return rolePlace(role.arn);
    const bucket = Object.values(account.buckets).find((each) => isInside(each.arn, arn));
    if (bucket) return bucketPlace(bucket.name);
    const table = Object.values(account.tables).find((each) => isInside(each.arn, arn));
    if (table) return tablePlace(table.name);
  }
  return placeOfUser(world, arn);
}

const isAboutRole = (role: Role, arn: string): boolean =>
  role.arn === arn || role.attached.includes(arn);

const isInside = (container: string, arn: string): boolean =>
  arn === container || arn.startsWith(`${container}/`);

function placeOfUser(world: World, arn: string): Place | undefined {
  const people = Object.values(world.people);
  const person = people.find((each) =>
    each.holds.some((key) => userOfKey(world, key)?.arn === arn),
  );
  return person && personPlace(person.id);
}

/** Where a request goes to: STS; IAM or, where that is not drawn, what IAM is to change; a bucket or table. */
export function destinationOf(
  world: World,
  request: RequestSent,
  drawn: readonly Place[],
): Place | undefined {
  switch (request.service) {
    case 'sts':
      return 'sts';
    case 'iam':
      return drawn.includes('iam') ? 'iam' : placeOfArn(world, request.resource);
    case 's3':
    case 'dynamodb': {
      const kind = request.service === 's3' ? 'bucket:' : 'table:';
      const named = placeOfArn(world, request.resource);
      return named ?? drawn.find((place) => place.startsWith(kind));
    }
  }
}
