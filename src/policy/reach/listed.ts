/** The list under a key, which is there from now on. */
export function listed<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const found = lists.get(key) ?? [];
  lists.set(key, found);
  return found;
}
