import { type Chip, type GateView } from './scene-parts.ts';

/** Says parts one after the other, as in “Emy, IAM user; holds …”. */
export const say = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('; ');

export function sayChips(verb: string, chips: readonly Chip[], more: number): string | undefined {
  if (chips.length === 0) return undefined;
  const said = chips.map(sayChip);
  const all = more > 0 ? [...said, `and ${more} more`] : said;
  return `${verb} ${all.join(', ')}`;
}

function sayChip(chip: Chip): string {
  const what =
    chip.kind === 'session'
      ? `session ${chip.tag} ${chip.label} ${chip.shortId}`
      : `${chip.label} ${chip.shortId}`;
  const copy = chip.copyOf ? `, a copy of ${chip.copyOf}’s` : '';
  return `${what}${copy}${sayTime(chip.time)}`;
}

function sayTime(time: Chip['time']): string {
  if (!time) return '';
  return time.state === 'expired' ? ', expired' : `, expires in ${time.left}`;
}

export const sayGate = (name: string, gate: GateView): string => `${name}: ${gate.word}`;

export const count = (amount: number, one: string, many = `${one}s`): string =>
  `${amount} ${amount === 1 ? one : many}`;
