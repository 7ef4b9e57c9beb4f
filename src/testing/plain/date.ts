/**
 * A date in picoseconds since 1970: a whole number of seconds since then, or one of W3C's forms of ISO 8601.
 * Digits alone are seconds, be they four; AWS names no last one, and beyond the year 275760 there is none here.
 * `undefined` for anything else.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 * @see https://www.w3.org/TR/NOTE-datetime
 */
export function readDate(text: string): bigint | undefined {
  if (/^-?\d+$/.test(text)) return secondsSince1970(BigInt(text));
  const [date = '', ...times] = text.split('T');
  const day = readDay(date);
  if (day === undefined || times.length > 1) return undefined;
  const time = times[0] === undefined ? 0n : readTime(times[0]);
  return time === undefined ? undefined : day * 86_400n * picoseconds + time;
}

const picoseconds = 1_000_000_000_000n;
const daysToTheEnd = 100_000_000n;

function secondsSince1970(seconds: bigint): bigint | undefined {
  const end = daysToTheEnd * 86_400n;
  return seconds > end || seconds < -end ? undefined : seconds * picoseconds;
}

/** `YYYY-MM` or `YYYY-MM-DD`, in days since 1970. */
function readDay(text: string): bigint | undefined {
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (found === null) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3] ?? '1')];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  let days = BigInt(day - 1);
  for (let earlier = 1; earlier < month; earlier++) days += BigInt(daysIn(year, earlier));
  return days + daysBefore(year) - daysBefore(1970);
}

const isLeap = (year: number): boolean => year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days from the first day of the year 0 to the first of this one. */
const daysBefore = (year: number): bigint =>
  BigInt(year * 365 + Math.ceil(year / 4) - Math.ceil(year / 100) + Math.ceil(year / 400));

/** `hh:mm`, `hh:mm:ss` or `hh:mm:ss.s`, with `Z` or `±hh:mm`, as picoseconds since midnight, UTC. */
function readTime(text: string): bigint | undefined {
  const found = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:Z|([+-])(\d\d):(\d\d))$/.exec(text);
  if (found === null) return undefined;
  const [, hour, minute, second = '0', fraction = '', sign, zoneHour = '0', zoneMinute = '0'] =
    found;
  const time = secondsOf(Number(hour), Number(minute), Number(second));
  const zone = secondsOf(Number(zoneHour), Number(zoneMinute), 0);
  if (time === undefined || zone === undefined) return undefined;
  const seconds = sign === '-' ? time + zone : time - zone;
  return BigInt(seconds) * picoseconds + BigInt(fraction.slice(0, 12).padEnd(12, '0'));
}

function secondsOf(hour: number, minute: number, second: number): number | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return hour * 3600 + minute * 60 + second;
}
