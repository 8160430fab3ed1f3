import { fold } from '@app/text';
import { isNounLike } from '../lexicon/noun-like.js';
import { isSurname } from '../lexicon/surnames.js';
import { KIND } from '../lexicon/word-kinds.js';
import type { NameRun, NameToken } from '../name-runs.js';
import type { PiiText } from '../pii-text.js';
import type { PiiEntity } from '../privacy-model.js';

/** What the people that were found say about other capitalised words of the same text. */
interface Known {
  readonly text: string;
  readonly organizations: readonly PiiEntity[];
  /** Offsets where a person begins and ends. */
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
  /** Folded parts of full names. */
  readonly parts: ReadonlySet<string>;
  /** A person stands before a colon at the beginning of a line: the text is a dialogue. */
  readonly isDialogue: boolean;
}

const SPEAKER_AFTER = /^: ?["“'\p{Lu}]/u;
const LINE_START = /(?:^|\n)\s{0,4}$/;

/** Parts of a full name are looked for again only where the name itself is beyond doubt. */
const SURE_NAME = 0.8;

function knownOf(text: string, entities: readonly PiiEntity[]): Known {
  const persons = entities.filter((entity) => entity.type === 'PERSON');
  const names = persons
    .filter(({ score }) => score >= SURE_NAME)
    .map(({ start, end }) => text.slice(start, end).split(/\s+/));
  const parts = names
    .filter((name) => name.length > 1)
    .flatMap((name) => name.map((part) => fold(part.replace(/['’]s$/, ''))));
  return {
    text,
    organizations: entities.filter((entity) => entity.type === 'ORGANIZATION'),
    starts: new Set(persons.map((person) => person.start)),
    ends: new Set(persons.map((person) => person.end)),
    parts: new Set(parts.filter((part) => part.length > 2 && !part.endsWith('.'))),
    isDialogue: persons.some(
      ({ start, end }) =>
        LINE_START.test(text.slice(Math.max(0, start - 5), start)) && SPEAKER_AFTER.test(text.slice(end, end + 4)),
    ),
  };
}

const couldBeName = (token: NameToken): boolean =>
  (token.kinds & (KIND.stopword | KIND.foreignStopword | KIND.place | KIND.capitalised | KIND.common)) === 0 &&
  !(isNounLike(token.text) && !isSurname(token.folded)) &&
  !/^\p{Lu}{2,5}$/u.test(token.text);

/** A word that is known as a name, though it may be an everyday word too. */
const isEverydayName = (token: NameToken): boolean => (token.kinds & KIND.givenName) !== 0 || isSurname(token.folded);

const JOINT = /^(?:,? and |,? & |, )$/;

/** `Kowal, Becker and White`: what a list joins to a person is a person. */
function isJoined({ text, starts, ends }: Known, start: number, end: number): boolean {
  for (let gap = 2; gap <= 6; gap++) {
    if (ends.has(start - gap) && JOINT.test(text.slice(start - gap, start))) return true;
    if (starts.has(end + gap) && JOINT.test(text.slice(end, end + gap))) return true;
  }
  return false;
}

/** A speaker before a colon, sure where a quotation follows; or somebody addressed: `…, Anna?` */
function isSpeakerOrAddressed(known: Known, token: NameToken, fits: boolean): boolean {
  const before = known.text.slice(Math.max(0, token.start - 5), token.start);
  const after = known.text.slice(token.end, token.end + 4);
  if (LINE_START.test(before))
    return (
      (fits || isEverydayName(token)) && (/^: ?["“]/.test(after) || (known.isDialogue && SPEAKER_AFTER.test(after)))
    );
  return (token.kinds & KIND.givenName) !== 0 && /\p{L}, $/u.test(before) && /^[?!.]/.test(after);
}

/** Beside an organisation: `Ada Example of Acme`, `Acme's Ada Example`. */
function isOfOrganization({ text, organizations }: Known, start: number, end: number): boolean {
  return organizations.some(
    (organization) =>
      (organization.start === end + 4 && text.startsWith(' of ', end)) ||
      /^['’]s $/.test(text.slice(organization.end, start)),
  );
}

/** A single word that a full name of the text holds, or that speaks or is spoken to. */
function scoreWord(known: Known, token: NameToken, fits: boolean): number {
  if (known.parts.has(token.folded)) return 0.8;
  return isSpeakerOrAddressed(known, token, fits) ? 0.6 : 0;
}

const couldBelong = (token: NameToken): boolean => token.isInitial || couldBeName(token);

function scoreFull(known: Known, run: NameRun, start: number, end: number): number {
  if (!run.every(couldBelong)) return 0;
  if (isOfOrganization(known, start, end)) return 0.65;
  return isJoined(known, start, end) ? 0.6 : 0;
}

function scoreRelated(known: Known, run: NameRun): number {
  const [first] = run;
  if (first === undefined || run.length > 4) return 0;
  const { start } = first;
  const end = run.at(-1)?.end ?? start;
  if (run.length > 1) return scoreFull(known, run, start, end);
  const fits = couldBeName(first);
  if (first.isInitial || !(fits || isEverydayName(first))) return 0;
  return Math.max(isJoined(known, start, end) ? 0.6 : 0, scoreWord(known, first, fits));
}

/** A run without the everyday words that it begins with (`Later Gonzalez left`). */
function withoutOpening(run: NameRun): NameRun {
  const first = run.findIndex((token) => couldBelong(token) || isEverydayName(token));
  return first <= 0 ? run : run.slice(first);
}

/** More of them follow from those that were found by the round before: `A, B and C`. */
const ROUNDS = 3;

/** People who are recognised by others: a part of a full name, members of one list, speakers of one dialogue. */
export function findRelatedPersons({ text, nameRuns }: PiiText, entities: readonly PiiEntity[]): PiiEntity[] {
  const runs = nameRuns.map(withoutOpening);
  let all: readonly PiiEntity[] = entities;
  for (let round = 0; round < ROUNDS; round++) {
    const known = knownOf(text, all);
    const free = freeRuns(runs, all);
    const more = free.flatMap((run): PiiEntity[] => {
      const score = scoreRelated(known, run);
      const last = run.at(-1);
      return score > 0 && run[0] && last ? [{ type: 'PERSON', start: run[0].start, end: last.end, score }] : [];
    });
    if (more.length === 0) break;
    all = [...all, ...more];
  }
  return all.slice(entities.length);
}

/** Runs that no entity covers; both lists are in order of the text. */
function freeRuns(runs: readonly NameRun[], entities: readonly PiiEntity[]): NameRun[] {
  const sorted = entities.toSorted((a, b) => a.start - b.start);
  let next = 0;
  return runs.filter((run) => {
    const start = run[0]?.start ?? 0;
    while (next < sorted.length && (sorted[next]?.end ?? 0) <= start) next++;
    return (sorted[next]?.start ?? Infinity) >= (run.at(-1)?.end ?? start);
  });
}

/** Up to so sure a person between others is taken for the organisation that the words around it speak of. */
const UNSURE = 0.7;
const REACH = 8;

/** The first of `starts` shortly behind an offset, or the offset itself. */
function nextStart(starts: ReadonlySet<number>, offset: number): number {
  for (let i = offset + 1; i <= offset + REACH; i++) if (starts.has(i)) return i;
  return offset;
}

/** The line before the one that begins at `start` ends with a person, and the line at `start` holds nothing else. */
function isBelowPerson(text: string, ends: ReadonlySet<number>, start: number, end: number): boolean {
  const gap = /\n[> \t]*$/.exec(text.slice(Math.max(0, start - 8), start));
  return gap !== null && ends.has(start - gap[0].length) && /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 4));
}

/**
 * `Ada Example of Acme`, `Acme's Ada Example`, and the line below the name in a signature: the organisation beside a
 * person. It outweighs an unsure guess that the word is a person too.
 */
export function findRelatedOrganizations({ text, nameRuns }: PiiText, entities: readonly PiiEntity[]): PiiEntity[] {
  const persons = entities.filter((entity) => entity.type === 'PERSON');
  if (persons.length === 0) return [];
  const sure = new Set(persons.filter((person) => person.score > UNSURE).map((person) => person.start));
  const ends = new Set(persons.map((person) => person.end));
  const full = new Set(persons.filter(({ start, end }) => /\s/.test(text.slice(start, end))).map(({ start }) => start));
  return nameRuns.flatMap((run): PiiEntity[] => {
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined || sure.has(first.start)) return [];
    if (!run.some(couldBeName)) return [];
    const isOf = ends.has(first.start - 4) && text.startsWith(' of ', first.start - 4);
    const owns = /^['’]s (?:(?:Mr|Mrs|Ms|Dr)\. )?$/.test(text.slice(last.end, nextStart(full, last.end)));
    const signed = run.every(couldBeName) && isBelowPerson(text, ends, first.start, last.end);
    const score = isOf || owns ? 0.75 : signed ? 0.6 : 0;
    return score > 0 ? [{ type: 'ORGANIZATION', start: first.start, end: last.end, score }] : [];
  });
}
