import { fold } from '@app/text';

/** A capitalised word or an initial, with the particles before it (`van der Berg` is one token). */
export interface NameToken {
  readonly start: number;
  readonly end: number;
  /** As written, without particle. */
  readonly text: string;
  readonly folded: string;
  readonly isInitial: boolean;
}

/** Capitalised words with only spaces (and particles) between them. */
export type NameRun = readonly NameToken[];

const PARTICLES =
  'van|von|der|den|de|del|della|di|da|dos|das|do|du|la|le|ter|ten|zu|zur|af|av|bin|bint|ibn|al|el|y|e|san|st\\.|mac|ben';
const TOKEN = new RegExp(
  `(?<![\\p{L}\\p{N}_@.-])(?:(?:${PARTICLES}) ){0,2}(\\p{Lu}(?:\\.(?:-?\\p{Lu}\\.)*|[\\p{L}\\p{M}]*(?:[-'’]\\p{L}[\\p{L}\\p{M}]*)*))(?![\\p{L}\\p{N}_@])`,
  'gu',
);
const LONGEST_RUN = 8;

function toToken(match: RegExpExecArray): NameToken {
  const raw = match[1] ?? match[0];
  const bare = raw.replace(/['’]s$/u, '');
  const end = match.index + match[0].length - (raw.length - bare.length);
  const isInitial = /^\p{Lu}(?:\.|$)/u.test(bare);
  return { start: match.index, end, text: bare, folded: fold(bare), isInitial };
}

/** Whether a particle (`de Vries`) may begin a name here: only behind another name token. */
function withoutLeadingParticle(token: NameToken): NameToken {
  const start = token.end - token.text.length;
  return start === token.start ? token : { ...token, start };
}

function readRuns(text: string): NameRun[] {
  const runs: NameToken[][] = [];
  for (const match of text.matchAll(TOKEN)) {
    const token = toToken(match);
    const run = runs.at(-1);
    const previous = run?.at(-1);
    const gap = previous && text.slice(previous.end, token.start);
    const joins = run !== undefined && run.length < LONGEST_RUN && (gap === ' ' || gap === '');
    if (joins) run.push(token);
    else runs.push([withoutLeadingParticle(token)]);
  }
  return runs;
}

/** The text read last: several detectors ask for the runs of one text in turn. */
let last: { readonly text: string; readonly runs: readonly NameRun[] } = { text: '', runs: [] };

/** All runs of capitalised words of a text, in order; a line break, a comma or any other word ends a run. */
export function nameRuns(text: string): readonly NameRun[] {
  if (last.text !== text) last = { text, runs: readRuns(text) };
  return last.runs;
}
