/** An IP address as a number of 32 or 128 bits. */
interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/**
 * Whether an address lies in a range: an address alone is a range of one. An IPv4 address lies in no IPv6 range, nor
 * the other way round. `undefined`: one of the two is not an address or a range.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export function isInRange(actual: string, range: string): boolean | undefined {
  const [first = '', length, ...more] = range.split('/');
  const address = readAddress(actual);
  const start = readAddress(first);
  if (address === undefined || start === undefined || more.length > 0) return undefined;
  const prefix = length === undefined ? start.bits : readSmall(length, start.bits);
  if (prefix === undefined) return undefined;
  const ignored = BigInt(start.bits - prefix);
  return address.bits === start.bits && address.value >> ignored === start.value >> ignored;
}

const readAddress = (text: string): Address | undefined =>
  text.includes(':') ? readIpv6(text) : readIpv4(text);

function readIpv4(text: string): Address | undefined {
  const value = joined(text.split('.'), 4, 8n, (octet) => readSmall(octet, 255));
  return value === undefined ? undefined : { bits: 32, value };
}

/** At most one `::` stands for as many zeros as are needed; the last two groups may be written as IPv4. */
function readIpv6(text: string): Address | undefined {
  const [left = '', right, ...more] = text.split('::');
  if (more.length > 0) return undefined;
  const head = groupsOf(left);
  const tail = right === undefined ? [] : groupsOf(right);
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (right === undefined ? missing !== 0 : missing < 1) return undefined;
  const zeros = Array.from({ length: missing }, () => '0');
  const value = joined([...head, ...zeros, ...tail], 8, 16n, readGroup);
  return value === undefined ? undefined : { bits: 128, value };
}

function groupsOf(text: string): readonly string[] | undefined {
  if (text === '') return [];
  const groups = text.split(':');
  const last = groups.at(-1) ?? '';
  if (!last.includes('.')) return groups;
  const embedded = readIpv4(last)?.value;
  if (embedded === undefined) return undefined;
  const low = (embedded & 0xffffn).toString(16);
  return [...groups.slice(0, -1), (embedded >> 16n).toString(16), low];
}

const readGroup = (text: string): number | undefined =>
  /^[0-9a-fA-F]{1,4}$/.test(text) ? Number(`0x${text}`) : undefined;

/** A number without leading zeros, up to and including `most`. */
function readSmall(text: string, most: number): number | undefined {
  if (!/^(?:0|[1-9]\d{0,2})$/.test(text)) return undefined;
  return Number(text) <= most ? Number(text) : undefined;
}

function joined(
  parts: readonly string[],
  count: number,
  width: bigint,
  read: (part: string) => number | undefined,
): bigint | undefined {
  if (parts.length !== count) return undefined;
  let value = 0n;
  for (const part of parts) {
    const number = read(part);
    if (number === undefined) return undefined;
    value = (value << width) + BigInt(number);
  }
  return value;
}
