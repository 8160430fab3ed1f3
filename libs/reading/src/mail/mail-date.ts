/** Names of months as RFC 5322 and mailers in other languages write them, by their first three letters. */
const MONTHS: Readonly<Record<string, number>> = {
  jan: 0,
  feb: 1,
  mar: 2,
  apr: 3,
  may: 4,
  jun: 5,
  jul: 6,
  aug: 7,
  sep: 8,
  oct: 9,
  nov: 10,
  dec: 11,
  mär: 2,
  mai: 4,
  okt: 9,
  dez: 11,
  ene: 0,
  abr: 3,
  ago: 7,
  dic: 11,
  fév: 1,
  avr: 3,
  aoû: 7,
  déc: 11,
  gen: 0,
  mag: 4,
  giu: 5,
  lug: 6,
  set: 8,
  ott: 9,
  out: 9,
  mrt: 2,
  mei: 4,
};
/** Hours of the zones that RFC 5322, 4.3 names, and of others that mail uses without a number. */
const ZONES: Readonly<Record<string, number>> = {
  gmt: 0,
  ut: 0,
  utc: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  bst: 1,
  wet: 0,
  west: 1,
  cet: 1,
  met: 1,
  cest: 2,
  mest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  jst: 9,
  kst: 9,
  hkt: 8,
  ist: 5.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
};
/** The last second of the year 9999. */
const LATEST = 253_402_300_799_999;
const MINUTE = 60_000;
/** Dates are short; what follows is no date. */
const LONGEST = 200;

const TIME = /(?<![\d:.])(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?(?:[.,]\d+)?\s*([ap]\.?m\b)?/i;
const NUMERIC_ZONE = /(?:gmt|utc?)?\s*([+-])\s?(\d{1,2}):?(\d{2})?(?!\d)/i;

/** The moment that a `Date` header names, RFC 3339 in UTC; null where it names none. Without a zone it is taken as UTC. */
export function parseMailDate(raw: string | null | undefined): string | null {
  if (raw == null) return null;
  const text = withoutComments(raw.slice(0, LONGEST)).trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[T\s])/i.exec(text);
  const day = iso === null ? wordedDay(text) : { year: Number(iso[1]), month: Number(iso[2]) - 1, day: Number(iso[3]) };
  if (day === null || day.month > 11 || day.day < 1 || day.day > 31) return null;
  const time = timeOf(text);
  const at = Date.UTC(day.year, day.month, day.day) + (time === null ? 0 : time.minutes * MINUTE + time.seconds * 1000);
  const utc = at - zoneMinutes(time === null ? '' : text.slice(time.end)) * MINUTE;
  return Number.isNaN(utc) || Math.abs(utc) > LATEST ? null : new Date(utc).toISOString();
}

const withoutComments = (text: string): string =>
  text
    .replace(/\((?:[^()]|\([^()]*\))*\)?/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\d) ?: ?(?=\d)/g, ':');

/** `1 Jul 2003`, `1-Jul-03`, `Jul 1, 2003`, `Jul 1 10:52:37 2003`. */
function wordedDay(text: string): { year: number; month: number; day: number } | null {
  const parts =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[.,]?[\s-]*(?:de\s+)?(\p{L}{3,12})\.?[,\s-]*(?:de\s+)?(\d{2,4})(?![\d:])/u.exec(
      text,
    );
  const month = monthOf(parts?.[2]);
  if (parts !== null && month !== null) return { day: Number(parts[1]), month, year: fullYear(parts[3] ?? '') };
  const american = /(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s[^a-z]*?|,\s?)(?<![\d:])(\d{4})(?!\d)/iu.exec(
    text,
  );
  const named = monthOf(american?.[1]);
  if (american !== null && named !== null) return { day: Number(american[2]), month: named, year: Number(american[3]) };
  // Asctime with a zone between time and year.
  const [, name, day, year] =
    /(\p{L}{3,9})\s+(\d{1,2})\s+\d{1,2}:\d{2}(?::\d{2})?\s+\S{1,6}\s+(\d{4})/u.exec(text) ?? [];
  const asctime = monthOf(name);
  return asctime === null ? null : { day: Number(day), month: asctime, year: Number(year) };
}

const monthOf = (name: string | undefined): number | null => MONTHS[(name ?? '').toLowerCase().slice(0, 3)] ?? null;

/** RFC 5322, 4.3: two digits up to 49 are of this century, others and three digits count from 1900. */
const fullYear = (digits: string): number =>
  digits.length >= 4
    ? Number(digits)
    : digits.length === 2 && Number(digits) < 50
      ? 2000 + Number(digits)
      : 1900 + Number(digits);

function timeOf(text: string): { minutes: number; seconds: number; end: number } | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, hour, minute, second = '0', half] = match;
  const isAfternoon = half !== undefined && half.toLowerCase().startsWith('p');
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  return { minutes: hours * 60 + Number(minute), seconds: Number(second), end: match.index + match[0].length };
}

/** Minutes east of Greenwich of what stands behind the time. */
function zoneMinutes(rest: string): number {
  const [, sign, hours, minutes = '0'] = NUMERIC_ZONE.exec(rest) ?? [];
  if (hours !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const name = /\b([A-Za-z]{1,5})\b/.exec(rest)?.[1]?.toLowerCase();
  return name === undefined ? 0 : (ZONES[name] ?? 0) * 60;
}
