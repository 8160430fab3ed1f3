import type { Analysis } from './analysis.js';
import type { CueRegistry } from './cues/registry.js';
import { cleanText } from './text-hygiene.js';
import type { Injection, ReviewMark } from './triage-model.js';
import { tokensOf } from './words.js';

interface Pattern {
  readonly signal: string;
  readonly weight: number;
  readonly pattern: RegExp;
  /** In small letters; without any of them the pattern cannot match. */
  readonly parts: readonly string[];
}

/** Marks that chat templates use for turns, hidden mark-up, and long encoded runs. All bounded. */
const PATTERNS: readonly Pattern[] = [
  {
    signal: 'chat_template',
    weight: 0.7,
    pattern:
      /<\|(?:im_start|im_end|system|user|assistant|endoftext)\|>|\[\/?INST\]|<<\/?SYS>>|^#{2,3} ?(?:system|instruction|assistant)\b|<\/?(?:system|assistant)(?:_prompt)?>/im,
    parts: ['<|', 'inst]', '<<', '##', 'system', 'assistant'],
  },
  {
    signal: 'hidden_markup',
    weight: 0.4,
    pattern:
      /(?:display:\s?none|font-size:\s?0(?:px|pt)?\s?[;"']|visibility:\s?hidden|<!--[^\n]{0,80}(?:instruction|ignore|prompt))/i,
    parts: ['display:', 'font-size:', 'visibility:', '<!--'],
  },
  {
    signal: 'role_label',
    weight: 0.3,
    pattern: /^[ \t]*(?:system|assistant|developer)[ \t]*:[ \t]*\S/im,
    parts: ['system', 'assistant', 'developer'],
  },
];
const BASE64 = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{120,}={0,2}(?![A-Za-z0-9+/=])/;

const BASE64_LENGTH = 120;

/** Whether blanks leave room for so long a run; most blanks are stepped over. */
function hasLongWord(text: string): boolean {
  let start = 0;
  while (start + BASE64_LENGTH <= text.length) {
    let blank = start + BASE64_LENGTH - 1;
    while (blank >= start && text.charCodeAt(blank) > 0x20) blank--;
    if (blank < start) return true;
    start = blank + 1;
  }
  return false;
}

/** A run of 120 letters is base64 only where cases and digits are mixed as chance mixes them. */
function hasBase64(text: string): boolean {
  if (!hasLongWord(text)) return false;
  const run = BASE64.exec(text)?.[0].slice(0, 400);
  if (run === undefined) return false;
  return /\d.*\d.*\d/.test(run) && /[a-z].*[A-Z].*[a-z]/.test(run);
}

/** What a reader does not see, or takes for something else, by how seldom it is written in good faith. */
const HIDDEN_WEIGHTS: Readonly<Record<string, number>> = {
  unicode_tags: 0.6,
  variation_selectors: 0.6,
  direction_override: 0.5,
  hidden_characters: 0.5,
  stacked_marks: 0.3,
  mixed_scripts: 0.3,
  styled_letters: 0.2,
  /** Newsletters hide a line for the list of mails, so hidden text alone says little; nobody hides an order to the reader. */
  hidden_text: 0.1,
  hidden_orders: 0.7,
};
const HIDDEN_WEIGHT = 0.5;
const HIDDEN_LENGTH = 4_000;
const BASE64_WEIGHT = 0.2;

/**
 * How much a mail looks as if it were written to steer a language model. Independent signals add up as chances do:
 * one minus the product of what each leaves open.
 */
export function injectionOf(analysis: Analysis, body: string, hidden: readonly string[]): Injection {
  const weights = new Map(hidden.map((signal) => [signal, HIDDEN_WEIGHTS[signal] ?? HIDDEN_WEIGHT]));
  for (const { cue } of analysis.matches) if (cue.family === 'injection') weights.set(cue.label, cue.weight);
  const lower = body.toLowerCase();
  for (const { signal, weight, pattern, parts } of PATTERNS)
    if (parts.some((part) => lower.includes(part)) && pattern.test(body)) weights.set(signal, weight);
  if (hasBase64(body)) weights.set('encoded_blob', BASE64_WEIGHT);
  const left = [...weights.values()].reduce((product, weight) => product * (1 - weight), 1);
  return { score: Number((1 - left).toFixed(4)), signals: [...weights.keys()].sort() };
}

/** Signals of text that the markup of a mail holds and does not show. */
export function hiddenSignals(registry: CueRegistry, language: string, hidden: readonly string[]): string[] {
  if (hidden.length === 0) return [];
  const { text } = cleanText(hidden.join('\n\n').slice(0, HIDDEN_LENGTH));
  const orders = registry
    .matcherFor(language)
    .match(tokensOf(text))
    .some(({ cue }) => cue.family === 'injection');
  return orders ? ['hidden_text', 'hidden_orders'] : ['hidden_text'];
}

/** From here on a person should look: on 2,489 ordinary mails one comes so far (`npm run bench:injection`). */
const SUSPICIOUS = 0.5;

export const reviewOf = ({ score, signals }: Injection): ReviewMark => ({
  needed: score >= SUSPICIOUS,
  reasons: score >= SUSPICIOUS ? signals.map((signal) => `injection:${signal}`) : [],
});
