/** Where something happens or is kept: the ids of what a diagram shows. */
export type Place =
  | 'sts'
  | 'iam'
  | 'github'
  | `person:${string}`
  | `role:${string}`
  | `bucket:${string}`
  | `table:${string}`;

export const personPlace = (id: string): Place => `person:${id}`;
/** By the role's ARN. */
export const rolePlace = (arn: string): Place => `role:${arn}`;
export const bucketPlace = (name: string): Place => `bucket:${name}`;
export const tablePlace = (name: string): Place => `table:${name}`;

/** What a place's id names: its type and the rest (a person's id, a role's ARN, a bucket's name). */
export function readPlace(place: Place): { readonly type: string; readonly name: string } {
  const colon = place.indexOf(':');
  return colon < 0
    ? { type: place, name: '' }
    : { type: place.slice(0, colon), name: place.slice(colon + 1) };
}
