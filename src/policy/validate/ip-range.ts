/**
 * An IPv4 or IPv6 address, or a range in CIDR notation. No zone, no leading zero in an IPv4 part.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export function isIpRange(text: string): boolean {
  const [address = '', prefix = '0', ...rest] = text.split('/');
  if (rest.length > 0 || !/^\d{1,3}$/.test(prefix)) return false;
  if (isIpv4(address)) return Number(prefix) <= 32;
  return isIpv6(address) && Number(prefix) <= 128;
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return (
    parts.length === 4 &&
    parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
  );
}

/** Eight groups, or fewer with one `::`; the last two may be written as an IPv4 address. */
function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half, i) => ipv6Groups(half, i === halves.length - 1));
  const valid = groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group));
  return valid && (halves.length === 2 ? groups.length <= 7 : groups.length === 8);
}

function ipv6Groups(half: string, last: boolean): readonly string[] {
  if (half === '') return [];
  const groups = half.split(':');
  const end = groups.at(-1) ?? '';
  return last && isIpv4(end) ? [...groups.slice(0, -1), '0', '0'] : groups;
}
