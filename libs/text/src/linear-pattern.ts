import { AppError } from '@app/kernel';

/**
 * Regular expressions of strangers. They are matched by following all paths at once (K. Thompson, CACM 11(6), 1968), so that
 * the time is the length of the text times the size of the pattern, whatever the pattern is. What cannot be matched so
 * (references back, looking ahead and behind) is refused.
 */
export type PatternMatcher = (text: string) => boolean;

/** States of one pattern after its counts are written out. */
const MAX_STATES = 2_000;

type State =
  | { readonly kind: 'one'; readonly fits: (character: string) => boolean; readonly next: number }
  | { readonly kind: 'split'; readonly next: readonly number[] }
  | { readonly kind: 'at'; readonly holds: (text: readonly string[], index: number) => boolean; readonly next: number }
  | { readonly kind: 'end' };

type Node =
  | { readonly kind: 'one'; readonly fits: (character: string) => boolean }
  | { readonly kind: 'at'; readonly holds: (text: readonly string[], index: number) => boolean }
  | { readonly kind: 'all'; readonly of: readonly Node[] }
  | { readonly kind: 'any'; readonly of: readonly Node[] }
  | { readonly kind: 'repeat'; readonly of: Node; readonly least: number; readonly most: number };

const refuse = (detail: string): AppError => new AppError('invalid_pattern', 'invalid', { detail });

const isWord = (character: string | undefined): boolean => character !== undefined && /^\w$/.test(character);
const atBorder = (text: readonly string[], index: number): boolean => isWord(text[index - 1]) !== isWord(text[index]);

const ESCAPE = /\\(?:[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|[^])/uy;
const CLASS = /\[(?:\\[^]|[^\]\\])*\]/uy;
const COUNT = /(?:([*+?])|\{(\d+)(,(\d*))?\})\??/uy;
const GROUP = /\((?:\?:|\?<\p{ID_Start}[\p{ID_Continue}$]*>)?/uy;

/** Parts of a pattern that the JavaScript compiler has accepted already. */
class Parser {
  private at = 0;

  constructor(private readonly source: string) {}

  alternatives(): Node {
    const of = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at++;
      of.push(this.sequence());
    }
    return of.length === 1 && of[0] ? of[0] : { kind: 'any', of };
  }

  private sequence(): Node {
    const of: Node[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] ?? ''))
      of.push(this.counted(this.atom()));
    return { kind: 'all', of };
  }

  private counted(of: Node): Node {
    const count = this.take(COUNT);
    if (!count) return of;
    const [, sign, least, range, most] = count;
    if (sign !== undefined)
      return { kind: 'repeat', of, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
    const from = Number(least);
    return { kind: 'repeat', of, least: from, most: range === undefined ? from : most ? Number(most) : Infinity };
  }

  private atom(): Node {
    const character = this.source[this.at];
    if (character === '(') return this.group();
    if (character === '^' || character === '$') {
      this.at++;
      const start = character === '^';
      return { kind: 'at', holds: (text, index) => (start ? index === 0 : index === text.length) };
    }
    return character === '\\' ? this.escape() : this.single((this.take(CLASS) ?? this.take(/[^]/uy))?.[0] ?? '');
  }

  private group(): Node {
    if (!this.take(GROUP) || this.source[this.at] === '?') throw refuse('looks ahead or behind, or changes flags');
    const inner = this.alternatives();
    this.at++;
    return inner;
  }

  private escape(): Node {
    const escape = this.take(ESCAPE)?.[0] ?? '';
    if (/^\\[1-9k]/.test(escape)) throw refuse('refers back to what a group has matched');
    if (escape === '\\b') return { kind: 'at', holds: atBorder };
    if (escape === '\\B') return { kind: 'at', holds: (text, index) => !atBorder(text, index) };
    return this.single(escape);
  }

  /** One character, told by JavaScript itself: a single step cannot run away. */
  private single(source: string): Node {
    const plain = /^[^\\[.]$/u.test(source);
    const pattern = new RegExp(`^${plain ? `[${source.replace(/[\]^\\-]/, '\\$&')}]` : source}$`, 'u');
    return { kind: 'one', fits: plain ? (character) => character === source : (character) => pattern.test(character) };
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (match) this.at = pattern.lastIndex;
    return match;
  }
}

/** Writes the states of a pattern down, from its end to its beginning. */
class Machine {
  readonly states: State[] = [{ kind: 'end' }];

  add(state: State): number {
    if (this.states.length >= MAX_STATES) throw refuse('is too large when its counts are written out');
    return this.states.push(state) - 1;
  }

  /** The state before `node`, which goes on with `next`. */
  before(node: Node, next: number): number {
    switch (node.kind) {
      case 'one':
      case 'at':
        return this.add({ ...node, next });
      case 'all':
        return node.of.reduceRight((to, part) => this.before(part, to), next);
      case 'any':
        return this.add({ kind: 'split', next: node.of.map((part) => this.before(part, next)) });
      case 'repeat':
        return this.repeated(node, next);
    }
  }

  private repeated({ of, least, most }: Extract<Node, { kind: 'repeat' }>, next: number): number {
    let to = next;
    if (most === Infinity) {
      const loop = this.add({ kind: 'split', next: [] });
      this.states[loop] = { kind: 'split', next: [this.before(of, loop), next] };
      to = loop;
    } else for (let n = least; n < most; n++) to = this.add({ kind: 'split', next: [this.before(of, to), next] });
    for (let n = 0; n < least; n++) to = this.before(of, to);
    return to;
  }
}

/** All states that are reached from `from` without a character. */
function spread(states: readonly State[], from: Iterable<number>, text: readonly string[], index: number): Set<number> {
  const reached = new Set<number>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const state = states[at];
    if (!state || reached.has(at)) continue;
    reached.add(at);
    if (state.kind === 'split') open.push(...state.next);
    if (state.kind === 'at' && state.holds(text, index)) open.push(state.next);
  }
  return reached;
}

/**
 * A matcher of whole texts for a regular expression in JavaScript's syntax with the flag `u`. Throws `invalid_pattern`, whose
 * detail says what is wrong ("is no regular expression", …).
 */
export function patternMatcher(source: string): PatternMatcher {
  try {
    new RegExp(source, 'u');
  } catch (cause) {
    throw new AppError('invalid_pattern', 'invalid', { cause, detail: 'is no regular expression' });
  }
  const machine = new Machine();
  const first = machine.before(new Parser(source).alternatives(), 0);
  const { states } = machine;
  return (text) => {
    const characters = Array.from(text);
    let now = spread(states, [first], characters, 0);
    for (let index = 0; index < characters.length && now.size > 0; index++) {
      const next: number[] = [];
      for (const at of now) {
        const state = states[at];
        if (state?.kind === 'one' && state.fits(characters[index] ?? '')) next.push(state.next);
      }
      now = spread(states, next, characters, index + 1);
    }
    return now.has(0);
  };
}
