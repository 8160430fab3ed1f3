import type { DocumentView } from '../domain/document-view.js';
import type { Candidate, Evidence } from '../domain/field-model.js';
import type { LabelHit } from '../domain/labels.js';
import type { Cell } from '../domain/layout.js';
import { endsAddress, isSalutation, nameFit, trimName, withCommas, withLetters } from '../domain/party-text.js';
import { isLabelCell } from '../domain/regions.js';
import { phraseIn } from '../domain/values.js';
import { wrappedLines } from '../domain/wrapped.js';
import type { FieldSpec } from '../../schemas/index.js';
import { atLabels, type FieldAgent } from './field-agent.js';
import { writersAmong } from './writer.js';
import { findIssuers, type Issuer } from './issuer.js';
import { nameLists } from './name-lists.js';
import { subjectNames } from './subject.js';
import { partLabels, sectionOf, splitSection, type PartLabels, type PartyLine } from './party-sections.js';

interface Piece {
  readonly start: number;
  readonly end: number;
}

const joined = (view: DocumentView, pieces: readonly Piece[]): string =>
  pieces.map((piece) => view.text.slice(piece.start, piece.end).replace(/\s+/g, ' ').trim()).join(' ');

const addressText = (view: DocumentView, raw: string): string => {
  const plain = raw.replace(/[\s,;:]+$/u, '').replace(/^[\s,;:.]+/u, '');
  return view.layout.recognised ? withCommas(withLetters(plain)) : plain;
};

/** A candidate whose span runs from the first piece to the last; other columns may stand between them in the text. */
function candidate(
  view: DocumentView,
  field: FieldSpec,
  pieces: readonly Piece[],
  score: number,
  evidence: Evidence,
): Candidate[] {
  const raw = joined(view, pieces);
  const value =
    field.type === 'address' ? addressText(view, raw) : trimName(view.layout.recognised ? withLetters(raw) : raw);
  const start = Math.min(...pieces.map((piece) => piece.start));
  const end = Math.max(...pieces.map((piece) => piece.end));
  return pieces.length > 0 && value.length > 1
    ? [
        {
          field: field.name,
          value,
          raw,
          start,
          end,
          parts: pieces.map((piece) => ({ start: piece.start, end: piece.end })),
          score,
          evidence,
          agent: 'parties',
        },
      ]
    : [];
}

interface Section {
  readonly name: readonly PartyLine[];
  readonly address: readonly PartyLine[];
  readonly score: number;
}

const MAX_SECTIONS = 12;
/** Longer than any name of a party. */
const MAX_NAME = 120;

/** "Northfield General Hospital": the word that could label the issuer is the last of its name. */
const isPartOfName = (view: DocumentView, field: FieldSpec, { cell, start, end }: LabelHit): boolean =>
  field.concept === 'issuer-name' &&
  /[\p{L}\p{N}]/u.test(view.text.slice(cell.start, start)) &&
  !/^\s*[:#=]/.test(view.text.slice(end, cell.end));

/** Words of a line in which a short word is no label unless a colon follows: "transfer it to". */
const SENTENCE_WORDS = 6;
const isOfSentence = (view: DocumentView, { cell, start, end, length }: LabelHit): boolean =>
  length === 1 &&
  cell.words.length > SENTENCE_WORDS &&
  start - cell.start > 2 &&
  !/^\s*:/.test(view.text.slice(end, cell.end));

function sectionsOf(view: DocumentView, field: FieldSpec, parts: PartLabels): Section[] {
  return (view.byField.get(field.name) ?? []).slice(0, MAX_SECTIONS).flatMap(({ hit, rank }) => {
    if (hit.quality < 0.45 || isPartOfName(view, field, hit) || isOfSentence(view, hit)) return [];
    return (['beside', 'under'] as const).flatMap((place) => {
      const { name, address } = splitSection(sectionOf(view, hit, parts, place));
      const first = name[0];
      if (!first) return [];
      const fit =
        (first.kind === 'name' ? 1 : 0.6 + 0.4 * nameFit(first.text)) * (place === 'under' ? 0.97 : 1) +
        (address.length > 0 ? 0.05 : 0);
      return [
        { name, address, score: hit.quality * fit * (1 - 0.01 * Math.min(rank, 20)) * (hit.length === 1 ? 0.94 : 1) },
      ];
    });
  });
}

const partner = (view: DocumentView, field: FieldSpec): FieldSpec | undefined => {
  const concept = field.concept?.replace('-name', '-address');
  const own = view.schema.fields.filter((other) => other.concept === concept && other.type === 'address');
  return field.concept === 'party-name'
    ? own.find((other) => other.name.slice(0, 4) === field.name.slice(0, 4))
    : own[0];
};

function fromSections(view: DocumentView, field: FieldSpec, parts: PartLabels): Candidate[] {
  const address = partner(view, field);
  return sectionsOf(view, field, parts).flatMap((section) => [
    ...candidate(view, field, section.name, section.score, 'section-block'),
    ...(address && section.address.length > 0
      ? candidate(view, address, section.address, section.score * 0.95, 'section-block')
      : []),
  ]);
}

const pieces = (cells: readonly Cell[]): Piece[] => cells.map((cell) => ({ start: cell.start, end: cell.end }));

function fromIssuers(view: DocumentView, field: FieldSpec, issuers: readonly Issuer[]): Candidate[] {
  const address = partner(view, field);
  return issuers.flatMap((issuer) => [
    ...candidate(view, field, pieces(issuer.name), issuer.score, 'header-block'),
    ...(address && issuer.address.length > 0
      ? candidate(view, address, pieces(issuer.address), issuer.score * 0.95, 'header-block')
      : []),
  ]);
}

const nameOf = ({ name }: Issuer): string => name.map(({ text }) => text.toLowerCase()).join(' ');

/** The reader of a letter: the block with an address that looks most like one, and is not the issuer's. */
function addressee(view: DocumentView, field: FieldSpec, issuers: readonly Issuer[]): Candidate[] {
  const [first] = issuers;
  const own = first ? nameOf(first) : '';
  // The writer's name stands in more than one form: as a brand, and with its legal form in the line above the window.
  const isOwn = (name: string): boolean => name.includes(own) || own.includes(name);
  const isOfFirst = ({ name }: Issuer): boolean => name.some((cell) => first?.address.includes(cell) === true);
  const others = issuers.filter(
    (issuer) => first && !isOwn(nameOf(issuer)) && !isOfFirst(issuer) && issuer.addresseeFit > 0,
  );
  const best = others.toSorted((a, b) => b.addresseeFit - a.addresseeFit)[0];
  if (!best) return [];
  const isGreeted = isSalutation(best.name[0]?.text ?? '');
  return fromIssuers(view, field, [{ ...best, score: isGreeted ? GREETED : ADDRESSED }]);
}

/** Who signs a letter is not its reader, however much the reader looks like a business; where nobody is known to sign, nobody is the reader. */
const lettersParties = ([writer]: readonly Issuer[], issuers: readonly Issuer[]): readonly Issuer[] =>
  writer === undefined ? [] : [writer, ...issuers.filter(({ name }) => name !== writer.name)];

/** A block with an address may be anybody's; a form of address stands before the name of the reader alone. */
const ADDRESSED = 0.35;
const GREETED = 0.5;

const GLUED_DATE = /\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:\s*[-–]\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4})?$/;

/** What stands at the label of a party that no concept tells more of, as it is printed, on one line or more. */
function printedNames(view: DocumentView, field: FieldSpec): Candidate[] {
  return atLabels(view, field, (region) => {
    const phrase = isLabelCell(region.cell, view.byCell) ? null : phraseIn(view.text, region.start, region.end);
    if (!phrase || phrase.value.length > MAX_NAME || !/\p{L}{2}/u.test(phrase.value)) return [];
    const wrapped = region.evidence === 'label-below' ? [] : wrappedLines(view, region.cell, phrase.start);
    const lines = [phrase, ...wrapped];
    const raw = joined(view, lines);
    const value = trimName(raw.replace(GLUED_DATE, ''));
    const fit = nameFit(value) >= 0.45 ? 1.08 : 0.8;
    const end = Math.max(...lines.map((line) => line.end));
    return value.length > 1 ? [{ value, raw, start: phrase.start, end, fit }] : [];
  });
}

/** An address with a label of its own: all lines under it, the name before the street included. */
function labelledAddresses(view: DocumentView, field: FieldSpec, parts: PartLabels): Candidate[] {
  return (view.byField.get(field.name) ?? []).slice(0, MAX_SECTIONS).flatMap(({ hit, rank }) => {
    const lines = sectionOf(view, hit, parts);
    const end = lines.findIndex((line) => endsAddress(line.text));
    const own = (end < 0 ? lines : lines.slice(0, end)).slice(0, 6);
    return hit.quality >= 0.6 && own.length > 0
      ? candidate(view, field, own, 0.9 * hit.quality - 0.01 * Math.min(rank, 25), 'section-block')
      : [];
  });
}

/** Names and addresses: in sections that a label opens, in the letterhead, in the addressee's window. */
export const partiesAgent: FieldAgent = {
  family: 'parties',
  find(view, fields) {
    const parts = partLabels(view);
    const wantsIssuer = fields.some((field) => field.concept === 'issuer-name' || field.concept === 'recipient-name');
    const issuers = wantsIssuer ? findIssuers(view) : [];
    const writers = fields.some((field) => field.concept === 'writer-name') ? writersAmong(view, issuers) : null;
    const parties = writers === null ? issuers : lettersParties(writers, issuers);
    const candidates = fields
      .filter((field) => field.type === 'string')
      .flatMap((field) => {
        const printed = field.concept === undefined ? printedNames(view, field) : [];
        const own = [...printed, ...fromSections(view, field, parts)];
        if (field.concept === 'issuer-name') return [...own, ...fromIssuers(view, field, issuers)];
        if (field.concept === 'writer-name') return [...own, ...fromIssuers(view, field, writers ?? [])];
        if (field.concept === 'subject-name') return [...own, ...subjectNames(view, field)];
        if (field.concept === 'recipient-name') return [...own, ...addressee(view, field, parties)];
        return own;
      });
    const addresses = fields
      .filter((field) => field.type === 'address')
      .flatMap((field) => labelledAddresses(view, field, parts));
    return { candidates: [...candidates, ...addresses], lists: nameLists(view, fields) };
  },
};
