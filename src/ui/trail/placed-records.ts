import { type TrailRecord } from '#world';
import { accessKeyOf, recordText } from './record-words.ts';

export interface PlacedRecord {
  readonly record: TrailRecord;
  /** Position in `world.trail`. */
  readonly index: number;
  /** The access key was first seen calling from another address: the one trace that a copied key leaves. */
  readonly newAddress: boolean;
  /** The whole record in lower case, for searching. */
  readonly text: string;
}

/** The trail as it is shown, newest first. */
export function placeRecords(records: readonly TrailRecord[]): readonly PlacedRecord[] {
  const firstAddress = new Map<string, string>();
  return records
    .map((record, index) => ({
      record,
      index,
      newAddress: isNewAddress(record, firstAddress),
      text: recordText(record).toLowerCase(),
    }))
    .reverse();
}

/** Notes a key's first address in the map. */
function isNewAddress(record: TrailRecord, firstAddress: Map<string, string>): boolean {
  const key = accessKeyOf(record);
  if (key === undefined) return false;
  const first = firstAddress.get(key) ?? record.sourceIPAddress;
  firstAddress.set(key, first);
  return first !== record.sourceIPAddress;
}
