import ipaddr from 'ipaddr.js';
import { rememberingLast } from './remembering.ts';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = readonly [Address, number];

/**
 * Whether an address lies in a range such as `203.0.113.0/24`, or is the single address given. An IPv4 address is
 * never in an IPv6 range, nor the reverse, and what is no address is in no range.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export function rangeTest(range: string): (address: string) => boolean {
  const parsed = parseRange(range);
  return (text) => {
    const address = readActual(text);
    if (parsed === undefined || address === undefined) return false;
    const [base, bits] = parsed;
    return address.kind() === base.kind() && address.match(base, bits);
  };
}

function parseRange(text: string): Range | undefined {
  const [base = '', bits, ...rest] = text.split('/');
  const address = parseAddress(base);
  if (address === undefined || rest.length > 0) return undefined;
  const width = address.kind() === 'ipv4' ? 32 : 128;
  if (bits === undefined) return [address, width];
  return /^\d{1,3}$/.test(bits) && Number(bits) <= width ? [address, Number(bits)] : undefined;
}

const readActual = rememberingLast((text) => parseAddress(text));

/** Four plain decimals or IPv6 without a zone: no octal, hexadecimal or shortened IPv4 as in old C libraries. */
function parseAddress(text: string): Address | undefined {
  const octets = plainOctets(text);
  if (octets !== undefined) return new ipaddr.IPv4(octets);
  return !text.includes('%') && ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text) : undefined;
}

/** The library's own reader tries every old notation first, and reads twice. */
function plainOctets(text: string): number[] | undefined {
  if (!/^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/.test(text)) return undefined;
  const octets = text.split('.').map(Number);
  return octets.every((octet) => octet <= 255) ? octets : undefined;
}
