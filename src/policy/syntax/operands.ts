/**
 * A decimal number as a condition value: `10`, `10.5`, `-1`, `1e3`; `undefined` for ` 10`, `0x10`, words, and
 * numbers too large for a double.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric
 */
export function parseDecimal(text: string): number | undefined {
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/**
 * A date as a condition value, in milliseconds since 1970: `YYYY-MM`, `YYYY-MM-DD`, `YYYY-MM-DDThh:mm[:ss[.s]]`
 * with `Z` or `±hh:mm`, or a whole number of seconds since 1970. `undefined` for anything else.
 *
 * SIMPLIFIED: four digits alone (`2026`) could be a year or seconds; AWS accepts them and does not say which.
 * They are read as seconds here. A time without a zone is refused, as in W3C's profile of ISO 8601. Seconds beyond
 * the year 275760 are no date: AWS names no last one, and ECMAScript's calendar ends there.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export function parseDate(text: string): number | undefined {
  return /^-?\d+$/.test(text) ? epochSeconds(text) : isoDate(text);
}

/** The furthest instant that ECMAScript's dates reach, in seconds. */
const lastSecond = 8.64e12;

function epochSeconds(text: string): number | undefined {
  const seconds = Number(text);
  return Math.abs(seconds) <= lastSecond ? seconds * 1000 : undefined;
}

const isoShape =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?)?$/;

function isoDate(text: string): number | undefined {
  const found = isoShape.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = found;
  const midnight = startOfDay(Number(year), Number(month), Number(day ?? 1));
  const time = timeOfDay(Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0));
  const offset = zoneOffset(zone);
  if (midnight === undefined || time === undefined || offset === undefined) return undefined;
  return midnight + time + Math.trunc(Number(fraction ?? 0) * 1000) - offset;
}

function startOfDay(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // unlike Date.UTC, takes years 0 to 99 as they are
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() : undefined;
}

/** No leap seconds: `23:59:60` is not a time. */
function timeOfDay(hour: number, minute: number, second: number): number | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

function zoneOffset(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z') return 0;
  const east = timeOfDay(Number(zone.slice(1, 3)), Number(zone.slice(4, 6)), 0);
  if (east === undefined) return undefined;
  return zone.startsWith('-') ? -east : east;
}
