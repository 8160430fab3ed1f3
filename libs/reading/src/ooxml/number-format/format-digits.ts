import type { FormatSection, FormatToken } from './parse-format.js';

/** Decimals that numbers are rounded to at most; Excel has 30. */
const MAX_DECIMALS = 30;

/** A number as it is without a format: up to 15 significant digits (18.3.1.10 `cm`; Excel's precision), all of them. */
export function generalNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return text.replace(/e([+-])(\d+)$/, (_, sign: string, digits: string) => `E${sign}${digits.padStart(2, '0')}`);
}

/** The number of a section, without its sign. */
export function formatDigits(value: number, { tokens }: FormatSection): string {
  const percents = tokens.filter(({ kind }) => kind === 'percent').length;
  const scaled = (value * 100 ** percents) / 1000 ** scalingCommas(tokens);
  if (tokens.some(({ kind }) => kind === 'exponent')) return scientific(scaled, tokens);
  const slash = tokens.findIndex(({ kind }) => kind === 'slash');
  if (slash > 0 && tokens[slash - 1]?.kind === 'digit') return fraction(scaled, tokens, slash);
  return fixed(scaled, tokens);
}

const isDigit = (token: FormatToken | undefined): boolean => token?.kind === 'digit';

/** Commas right behind the last digit, or the last before the point, each divide by a thousand. */
function scalingCommas(tokens: readonly FormatToken[]): number {
  const point = tokens.findIndex(({ kind }) => kind === 'point');
  return commasBehindDigits(tokens) + (point < 0 ? 0 : commasBehindDigits(tokens.slice(0, point)));
}

function commasBehindDigits(tokens: readonly FormatToken[]): number {
  const from = tokens.findLastIndex(isDigit) + 1;
  let commas = 0;
  while (from > 0 && tokens[from + commas]?.kind === 'comma') commas++;
  return commas;
}

/** Digits on both sides of the point, as decimals and not as binary fractions: 1.005 is 1.01 with two decimals. */
function rounded(value: number, decimals: number): readonly [whole: string, decimals: string] {
  const places = Math.min(MAX_DECIMALS, decimals);
  if (isFarFromHalf(value, places)) return split(value.toFixed(places));
  const exact = Number(value.toPrecision(15));
  const shifted = Math.round(Number(`${exact}e${places}`));
  const near = Number.isSafeInteger(shifted) && !String(exact).includes('e') ? Number(`${shifted}e-${places}`) : exact;
  return split(near >= 1e21 ? BigInt(Math.round(near)).toString() : near.toFixed(places));
}

/** Nearly all numbers: as binary and as decimal fractions they are rounded alike. */
function isFarFromHalf(value: number, places: number): boolean {
  const shifted = value * 10 ** places;
  return shifted < 1e12 && Math.abs((shifted % 1) - 0.5) > 1e-3;
}

function split(text: string): readonly [whole: string, decimals: string] {
  const [whole = '0', behind = ''] = text.split('.');
  return [whole, behind];
}

function fixed(value: number, tokens: readonly FormatToken[]): string {
  const pointAt = tokens.findIndex(({ kind }) => kind === 'point');
  const before = pointAt < 0 ? tokens : tokens.slice(0, pointAt);
  const after = pointAt < 0 ? [] : tokens.slice(pointAt + 1);
  const [whole, decimals] = rounded(value, after.filter(isDigit).length);
  const shown = decimalPart(decimals, after);
  const point = pointAt >= 0 ? '.' : '';
  return wholePart(whole === '0' ? '' : whole, before) + point + shown;
}

/** Fills the places of the whole part from the right; what is left over stands before the first place. */
function wholePart(digits: string, tokens: readonly FormatToken[]): string {
  const hasGroups = tokens.some(({ kind }, index) => kind === 'comma' && isDigit(tokens[index + 1]));
  const places = tokens.filter(isDigit).length;
  let left = digits;
  let shown = 0;
  let seen = 0;
  let text = '';
  const put = (digit: string): void => {
    text = digit + (hasGroups && shown > 0 && shown % 3 === 0 ? ',' : '') + text;
    shown++;
  };
  for (const token of tokens.toReversed()) {
    if (token.kind !== 'digit') {
      text = literalOf(token) + text;
      continue;
    }
    seen++;
    const take = seen === places ? left.length : 1;
    const taken = left.slice(Math.max(0, left.length - take));
    left = left.slice(0, left.length - taken.length);
    for (let at = taken.length - 1; at >= 0; at--) put(taken[at] ?? '');
    if (taken === '' && token.text === '0') put('0');
  }
  return text;
}

/** `#` shows no zeros at the end, `?` leaves a gap for them. */
function decimalPart(decimals: string, tokens: readonly FormatToken[]): string {
  let keep = decimals.length;
  let place = tokens.filter(isDigit).length;
  for (const token of tokens.toReversed()) {
    if (token.kind !== 'digit') continue;
    place--;
    if (token.text === '0' || (decimals[place] ?? '0') !== '0') break;
    keep = place;
  }
  let at = 0;
  return tokens
    .map((token) => (token.kind === 'digit' ? (at < keep ? (decimals[at++] ?? '') : '') : literalOf(token)))
    .join('');
}

const LITERALS: Readonly<Partial<Record<FormatToken['kind'], string>>> = { percent: '%', slash: '/' };
const literalOf = (token: FormatToken): string =>
  token.kind === 'literal' ? token.text : (LITERALS[token.kind] ?? '');

/** `0.00E+00`; with several places before the point the exponent is a multiple of their number. */
function scientific(value: number, tokens: readonly FormatToken[]): string {
  const at = tokens.findIndex(({ kind }) => kind === 'exponent');
  const mantissa = tokens.slice(0, at);
  const point = mantissa.findIndex(({ kind }) => kind === 'point');
  const step = Math.max(1, mantissa.slice(0, point < 0 ? undefined : point).filter(isDigit).length);
  let exponent = value === 0 ? 0 : Math.floor(Math.log10(value) / step) * step;
  let number = fixed(value / 10 ** exponent, mantissa);
  // Rounding may make ten of what was below it.
  if (step === 1 && Number.parseFloat(number) >= 10) number = fixed(value / 10 ** ++exponent, mantissa);
  const token = tokens[at];
  const sign = exponent < 0 ? '-' : token?.kind === 'exponent' && token.text === 'E+' ? '+' : '';
  return `${number}E${sign}${wholePart(String(Math.abs(exponent)).replace(/^0$/, ''), tokens.slice(at + 1))}`;
}

/** `# ?/?`: the nearest fraction whose denominator has so many digits, or the denominator that is given. */
function fraction(value: number, tokens: readonly FormatToken[], slash: number): string {
  let from = slash;
  while (isDigit(tokens[from - 1])) from--;
  const isMixed = tokens.slice(0, from).some(isDigit);
  const behind = tokens.slice(slash + 1);
  const given = /^\d+/.exec(behind.map((token) => ('text' in token ? token.text : '')).join(''))?.[0];
  const fixedBelow = given !== undefined && /[1-9]/.test(given) ? Number(given) : undefined;
  const whole = isMixed ? Math.floor(value) : 0;
  const [above, below] =
    fixedBelow === undefined
      ? nearestFraction(value - whole, 10 ** Math.min(4, behind.filter(isDigit).length) - 1)
      : [Math.round((value - whole) * fixedBelow), fixedBelow];
  if (isMixed && (above === 0 || above === below)) return String(whole + (above === 0 ? 0 : 1));
  return `${whole > 0 ? `${whole} ` : ''}${above}/${below}`;
}

/** By continued fractions. */
function nearestFraction(value: number, maxBelow: number): readonly [number, number] {
  let [above, below, lastAbove, lastBelow] = [Math.floor(value), 1, 1, 0];
  let rest = value - above;
  for (let steps = 0; steps < 20 && rest > 1e-9; steps++) {
    const inverse = 1 / rest;
    const digit = Math.floor(inverse);
    const nextBelow = digit * below + lastBelow;
    if (nextBelow > maxBelow) break;
    [above, lastAbove] = [digit * above + lastAbove, above];
    [below, lastBelow] = [nextBelow, below];
    rest = inverse - digit;
  }
  return [above, below];
}
