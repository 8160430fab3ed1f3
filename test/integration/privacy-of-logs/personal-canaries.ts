import { isIban, isLuhn, isNhsNumber, isSteuerId, isUsSsn, isVerhoeff } from '../../../libs/privacy/src/checksums.js';
import * as europe from '../../../libs/privacy/src/national/europe.js';

export interface Canary {
  readonly kind: string;
  /** As people write it. */
  readonly value: string;
}

/** Park and Miller 1988: the same canaries in every run. */
let state = 20_261_122;
const random = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
const pick = <T>(values: readonly T[]): T => values[random(values.length)]!;
const digits = (count: number): string => Array.from({ length: count }, () => random(10)).join('');
const grouped = (text: string, size = 4): string => text.match(new RegExp(`.{1,${size}}`, 'g'))!.join(' ');
const syllables = (count: number): string =>
  Array.from(
    { length: count },
    () => 'bdfgklmnprstvwz'.charAt(random(15)) + pick(['a', 'e', 'i', 'o', 'u', 'au', 'ei']),
  ).join('');
const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

function untilValid(make: () => string, isValid: (text: string) => boolean): string {
  for (let tries = 0; tries < 200_000; tries++) {
    const text = make();
    if (isValid(text)) return text;
  }
  throw new Error('No number of this kind was found.');
}

const GIVEN = [
  'Anna',
  'Björn',
  'Chiara',
  'Dieter',
  'Élodie',
  'Fatima',
  'Giorgos',
  'Hannah',
  'Iñigo',
  'José',
  'Katarzyna',
  'Løkke',
];
const family = (): string => capital(syllables(5));
const date = (): string =>
  `${String(1 + random(28)).padStart(2, '0')}${String(1 + random(12)).padStart(2, '0')}${digits(2)}`;
const IBANS: readonly (() => string)[] = [
  () => `DE00${digits(18)}`,
  () => `NL00ABNA${digits(10)}`,
  () => `AT00${digits(16)}`,
  () => `ES00${digits(20)}`,
  () => `GB00NWBK${digits(14)}`,
];
const IDS: readonly (() => string)[] = [
  () => untilValid(() => `${digits(3)}-${digits(2)}-${digits(4)}`, isUsSsn),
  () =>
    grouped(
      untilValid(() => digits(10), isNhsNumber),
      3,
    ),
  () => grouped(untilValid(() => `${2 + random(8)}${digits(11)}`, isVerhoeff)),
  () => untilValid(() => digits(11), isSteuerId),
  () => untilValid(() => date() + digits(5), europe.isNoFnr),
  () =>
    untilValid(
      () => `${1 + random(8)}${digits(2)}${date().slice(2, 4)}${date().slice(0, 2)}${digits(6)}`,
      europe.isRoCnp,
    ),
  () => untilValid(() => digits(11), europe.isHrOib),
  () => untilValid(() => digits(11), europe.isBeRegister),
  () => untilValid(() => `${digits(4)}${date()}`, europe.isAtSvnr),
];

/** Puts the check digits of an IBAN into its places 3 and 4. */
const withCheck = (iban: string): string =>
  Array.from({ length: 97 }, (_, n) => iban.slice(0, 2) + String(n + 2).padStart(2, '0') + iban.slice(4)).find(isIban)!;

const MAKERS: Readonly<Record<string, [count: number, make: (n: number) => string]>> = {
  name: [200, () => `${pick(GIVEN)} ${family()}`],
  email: [200, (n) => `${syllables(2)}.${syllables(5)}${n}@${syllables(3)}.example`],
  phone: [150, () => `${pick(['+49 30', '+43 1', '+34 91', '+44 20', '+1 212'])} ${digits(4)} ${digits(4)}`],
  iban: [150, (n) => grouped(withCheck(IBANS[n % IBANS.length]!()))],
  card: [150, () => grouped(untilValid(() => `4${digits(15)}`, isLuhn))],
  id: [150, (n) => IDS[n % IDS.length]!()],
};

/** A thousand made-up persons' data: names, addresses, numbers whose check digits are right. Kinds take turns. */
export const PERSONAL: readonly Canary[] = Object.entries(MAKERS)
  .flatMap(([kind, [count, make]]) =>
    Array.from({ length: count }, (_, n) => ({ kind, value: make(n), at: n / count })),
  )
  .sort((a, b) => a.at - b.at)
  .map(({ kind, value }) => ({ kind, value }));

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
const squeezed = (text: string): string => plain(text).replaceAll(/[\s().+-]/g, '');

/** What gives a canary away: all of it, however it is parted; of a name, that of the family, and of an address what is before the at sign. */
const tracesOf = ({ kind, value }: Canary): string[] => {
  if (kind === 'name') return [plain(value.split(' ')[1]!)];
  if (kind === 'email') return [plain(value), plain(value.split('@')[0]!)];
  if (kind === 'phone') return [plain(value).slice(1), squeezed(value)];
  return [plain(value), squeezed(value)];
};

/** Long enough that traces are told apart by it, short enough that each has it. */
const HEAD = 8;
const byHead = new Map<string, { trace: string; canary: Canary }[]>();
for (const canary of PERSONAL)
  for (const trace of tracesOf(canary)) {
    const head = trace.slice(0, HEAD);
    byHead.set(head, [...(byHead.get(head) ?? []), { trace, canary }]);
  }

/** With what JSON, URLs and Base64 hide made plain. */
function readable(text: string): string {
  const unescaped = text
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\\[nrtbf"\\/]/g, ' ')
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString());
  const decoded = unescaped.replaceAll(
    /[A-Za-z0-9+/_-]{24,}={0,2}/g,
    (run) => `${run} ${Buffer.from(run, 'base64').toString()}`,
  );
  return plain(decoded);
}

const isWordy = (code: number): boolean => (code > 47 && code < 58) || (code > 96 && code < 123);

/** The canaries that stand in a text, each once. */
export function personalIn(text: string): Canary[] {
  const given = readable(text);
  const found = new Set<Canary>();
  for (let at = 0; at <= given.length - HEAD; at++) {
    if (!isWordy(given.charCodeAt(at)) || (at > 0 && isWordy(given.charCodeAt(at - 1)))) continue;
    for (const { trace, canary } of byHead.get(given.slice(at, at + HEAD)) ?? [])
      if (given.startsWith(trace, at) && !isWordy(given.charCodeAt(at + trace.length))) found.add(canary);
  }
  return [...found];
}
