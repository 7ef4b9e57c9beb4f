/** An IPv4 range as numbers; `undefined` for IPv6 and what is no range. */
function ipv4Range(
  text: string,
): { readonly address: number; readonly prefix: number } | undefined {
  const [address = '', prefix = '32'] = text.split('/');
  const parts = address.split('.').map(Number);
  if (parts.length !== 4 || !parts.every((part) => part >= 0 && part <= 255)) return undefined;
  return { address: parts.reduce((sum, part) => sum * 256 + part, 0), prefix: Number(prefix) };
}

const sizeOf = (prefix: number): number => 2 ** (32 - prefix);

const written = (address: number): string =>
  [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(address / unit) % 256).join('.');

/** @see https://www.rfc-editor.org/rfc/rfc1918 */
const privateRanges = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '127.0.0.0/8',
  '169.254.0.0/16',
];

/** Whether a range lies in networks that never come from the internet: `aws:SourceIp` is a public address. */
export function isPrivateRange(text: string): boolean {
  const range = ipv4Range(text);
  if (range === undefined) return /^(?:f[cd]|fe[89ab])[0-9a-f]*:/i.test(text);
  return privateRanges.some((known) => {
    const outer = ipv4Range(known);
    if (outer === undefined || range.prefix < outer.prefix) return false;
    const offset = range.address - outer.address;
    return offset >= 0 && offset < sizeOf(outer.prefix);
  });
}

/** `203.0.113.0/24` for `203.0.113.7/24`; `undefined` where nothing stands behind the prefix. */
export function improveRange(text: string): string | undefined {
  const range = ipv4Range(text);
  if (range === undefined || !text.includes('/')) return undefined;
  const { address, prefix } = range;
  const start = address - (address % sizeOf(prefix));
  return start === address ? undefined : `${written(start)}/${prefix}`;
}
