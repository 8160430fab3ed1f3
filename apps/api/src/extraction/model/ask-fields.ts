import { mapBounded } from '@app/kernel';
import type { ModelAnswer } from '@app/llm';
import { QuoteFinder } from '@app/text';
import type { FieldSpec } from '../../schemas/index.js';
import type { Findings } from '../../fields/index.js';
import { type Evidenced, evidenceIn } from './answer-evidence.js';
import { excerptFor, type Piece, piecesOf } from './excerpt.js';
import type { Complaint, FieldAnswers } from './field-question.js';
import { nameIn, namesThings, withLocalRows } from './joined-lists.js';
import { together } from './second-answer.js';
import type { Allowance } from './token-allowance.js';

/** More fields than this are asked for by family, side by side: answers stay short, and the slowest of them is what counts. */
const FIELDS_AT_ONCE = 12;
/** Pieces of lists that one document asks for at once: most have no more, and a long one leaves room for others. */
const PIECES_AT_ONCE = 16;
/** Names stand at the beginning of most documents, and are said again all through it: so many pieces, then more only for news. */
const PIECES_OF_NAMES = 12;
/** Parties are a few; where more are named in the part that values are read from, the document is a list of them, and goes piece by piece. */
const MOST_PARTIES = 10;

/** What a model is to read out of a stretch of a document; with complaints it is a second try. */
export interface AskedFields {
  readonly specs: readonly FieldSpec[];
  readonly text: string;
  readonly complaints: readonly Complaint[];
}

export type AskModel = (question: AskedFields) => Promise<ModelAnswer<FieldAnswers>>;

/** A question, and of a list the piece that it is about. */
interface Question {
  readonly specs: readonly FieldSpec[];
  readonly piece: Piece | null;
  readonly text: string;
}

interface Answered {
  readonly question: Question;
  /** Null where nobody was asked any more. */
  readonly answer: ModelAnswer<FieldAnswers> | null;
}

/** What models have said of some fields, all of their answers together. */
export interface Advice {
  readonly answers: readonly ModelAnswer<unknown>[];
  readonly advice: Evidenced;
  /** Why a model that was wanted gave no answer. */
  readonly degraded: string | null;
  /** Lists of which no model has read all, and why: what the document may cost was used up, or models gave no answer. */
  readonly unread: ReadonlySet<string>;
  readonly isBudgetSpent: boolean;
}

/**
 * Asks for fields: single values and parties side by side, lists piece by piece, some pieces at once, until all are read or the
 * allowance is used up. What the answers say of a list is in the order of its pieces. Throws what `ask` throws.
 */
export async function askFields(
  findings: Findings,
  specs: readonly FieldSpec[],
  complaints: readonly Complaint[],
  { ask, allowance }: { readonly ask: AskModel; readonly allowance: Allowance },
): Promise<Advice> {
  const put = async (question: Question): Promise<Answered> => {
    const about = complaints.filter(({ field }) => question.specs.some(({ name }) => name === field));
    const answer = await ask({ specs: question.specs, text: question.text, complaints: about });
    allowance.take(answer, question.text);
    return { question, answer };
  };
  const putAll = (questions: readonly Question[]): Promise<Answered[]> =>
    mapBounded(questions, PIECES_AT_ONCE, (question) =>
      allowance.isUsedUp ? Promise.resolve<Answered>({ question, answer: null }) : put(question),
    );
  const lists = specs.filter(({ type }) => type === 'list');
  const [names, rows] = [lists.filter(namesThings), lists.filter((spec) => !namesThings(spec))];
  const [values, read] = await Promise.all([
    Promise.all(questionsOfValues(findings, specs).map(put)),
    putAll(questionsOfRows(findings, rows)),
  ]);
  const more = names.filter((spec) => !isTold(findings, values, spec));
  const pieces = await Promise.all(more.map((spec) => askForNames(findings, spec, putAll)));
  return adviceOf(findings, [...values, ...read, ...pieces.flat()], allowance);
}

/** Whether the answer about the part of a document that values are read from has said who there is. */
function isTold(findings: Findings, answered: readonly Answered[], spec: FieldSpec): boolean {
  const own = answered.filter(({ question, answer }) => answer?.kind === 'answer' && question.specs.includes(spec));
  const names = new Set(namesIn(findings, own, spec));
  const isWhole = own.some(({ question }) => question.text === findings.view.text);
  return names.size <= MOST_PARTIES && (names.size > 0 || isWhole);
}

const namesIn = (findings: Findings, answered: readonly Answered[], { name }: FieldSpec): string[] =>
  answered
    .flatMap((one) => evidenceOf(findings, one))
    .flatMap(({ lists }) => lists.filter(({ field }) => field === name).flatMap(({ rows }) => rows.map(nameIn)));

/** A list of names, some pieces at a time, for as long as the later half of them brings names that were not heard before. */
async function askForNames(
  findings: Findings,
  spec: FieldSpec,
  putAll: (questions: readonly Question[]) => Promise<Answered[]>,
): Promise<Answered[]> {
  const questions = piecesOf(findings.view.text, Infinity).map((piece) => questionAbout(spec, piece));
  const answered: Answered[] = [];
  while (answered.length < questions.length) {
    const heard = await putAll(questions.slice(answered.length, answered.length + PIECES_OF_NAMES));
    const middle = answered.length + PIECES_OF_NAMES / 2;
    answered.push(...heard);
    const known = new Set(namesIn(findings, answered.slice(0, middle), spec));
    if (namesIn(findings, answered.slice(middle), spec).every((name) => known.has(name))) break;
  }
  return answered;
}

function adviceOf(findings: Findings, answered: readonly Answered[], allowance: Allowance): Advice {
  const answers = answered.flatMap(({ answer }) => answer ?? []);
  const missing = answers.find((answer) => answer.kind === 'none');
  const unread = unreadIn(answered);
  const said = together(
    answered.flatMap((one) => evidenceOf(findings, one)),
    findings.view.schema.fields,
  );
  return {
    answers,
    advice: { ...said, lists: withLocalRows(said.lists, findings.found.lists, unread) },
    degraded: missing?.kind === 'none' ? missing.reason : null,
    unread: new Set(unread.keys()),
    isBudgetSpent: allowance.isBudgetSpent,
  };
}

/** The pieces of each list that no model has read. */
function unreadIn(answered: readonly Answered[]): Map<string, Piece[]> {
  const unread = new Map<string, Piece[]>();
  for (const { question, answer } of answered) {
    if (question.piece === null || answer?.kind === 'answer') continue;
    for (const { name } of question.specs) unread.set(name, [...(unread.get(name) ?? []), question.piece]);
  }
  return unread;
}

function evidenceOf({ view, grounder }: Findings, { question: { specs, piece }, answer }: Answered): Evidenced[] {
  if (answer?.kind !== 'answer') return [];
  const quotes = piece ? quotesIn(piece) : grounder.quotes;
  return [evidenceIn({ view, quotes, model: answer.origin.model }, specs, answer.value)];
}

/** Rows may be alike on each page: those of a piece stand in that piece. Places are those of the document. */
function quotesIn({ text, start }: Piece): Pick<QuoteFinder, 'find'> {
  const finder = new QuoteFinder(text);
  return {
    find(quote, from = 0) {
      const found = finder.find(quote, Math.max(0, from - start));
      return found && { ...found, start: found.start + start, end: found.end + start };
    },
  };
}

/** Single values and parties in one question, or by family where they are many. */
function questionsOfValues({ view }: Findings, specs: readonly FieldSpec[]): Question[] {
  const single = specs.filter((spec) => spec.type !== 'list' || namesThings(spec));
  const groups = single.length > FIELDS_AT_ONCE ? [...Map.groupBy(single, ({ family }) => family).values()] : [single];
  return groups
    .filter((group) => group.length > 0)
    .map((group) => {
      const names = group.map(({ name }) => name);
      return { specs: group, piece: null, text: excerptFor(view, names) };
    });
}

const questionAbout = (spec: FieldSpec, piece: Piece): Question => ({ specs: [spec], piece, text: piece.text });

/** Lists piece by piece. All lists of a piece go before those of the next: where it ends early, all have come as far. */
function questionsOfRows({ view }: Findings, lists: readonly FieldSpec[]): Question[] {
  if (lists.length === 0) return [];
  return piecesOf(view.text).flatMap((piece) => lists.map((spec) => questionAbout(spec, piece)));
}
