import {
  type Concept,
  type ExtractionSchema,
  type FieldFamily,
  type FieldSpec,
  type FieldType,
  labelsOf,
} from '../domain/schema-model.js';
import { DECOYS } from '../registry/decoys.js';
import { sameMeaning } from './thesaurus.js';
import {
  AGREEMENT_CONCEPTS,
  CLAUSE_HINTS,
  HINTS,
  NUMBERED,
  periodOf,
  ROLE,
  type Side,
  sideIn,
  sideInDescription,
} from './vocabulary.js';
import { spacedName, wordsIn } from './words.js';

/** A field as a tenant states it. */
export interface PlainField {
  readonly name: string;
  readonly type: FieldType;
  readonly description?: string;
  readonly labels?: readonly string[];
  readonly required?: boolean;
  readonly priority?: 'high' | 'normal' | 'low';
  readonly pattern?: string | undefined;
  readonly enum?: readonly string[] | undefined;
  readonly fields?: readonly PlainField[] | undefined;
}

/** What is known of a field beyond what was stated. */
interface Inferred {
  readonly family: FieldFamily;
  readonly concept?: Concept;
  /** Names under which it may be printed too. */
  readonly weakLabels?: readonly string[];
}

interface Setting {
  readonly documentType: string | null;
  /** True where the schema is one of agreements, whose values stand in sentences. */
  readonly agreement: boolean;
  readonly column: boolean;
}

const CONTRACTS = new Set(['contract', 'nda']);

/** Name and labels as folded words, each between semicolons. */
const namesOf = (field: PlainField): string[] => [spacedName(field.name), ...(field.labels ?? [])];
const saidOf = (names: readonly string[]): string => names.map((name) => wordsIn(name).join(' ')).join(' ; ');

/** Concepts that only make sense in the schema that they were made for. */
const OWN_WAYS: ReadonlySet<Concept> = new Set<Concept>([
  'printed-label',
  'form-name',
  'year',
  'boxed-amounts',
  'all-dates',
  'all-amounts',
  'all-organizations',
  'all-people',
  'all-identifiers',
  'free-text',
  'subject-name',
  'subject-place',
  'subject-phone',
  'mentioned-number',
  'mentioned-date',
  'mentioned-due',
  'mentioned-amount',
  'unit-of-use',
  'dated-entries',
  'section-entries',
]);

function clauseOf(field: PlainField, names: readonly string[]): Inferred | null {
  const said = saidOf(names);
  const hint = CLAUSE_HINTS.find((one) => one.types.includes(field.type) && one.words.test(said));
  return hint ? { family: hint.family, concept: hint.concept } : null;
}

/** The end of a period that a date is: by its name, else by its labels, else by its description. */
function sideOf(field: PlainField): Side | null {
  if (field.type !== 'date') return null;
  const labels = new Set((field.labels ?? []).flatMap((label) => sideIn(wordsIn(label)) ?? []));
  return (
    sideIn(wordsIn(field.name)) ??
    (labels.size === 1 ? [...labels][0] : undefined) ??
    sideInDescription(wordsIn(field.description ?? '').join(' '))
  );
}

/** "Flight from" is also printed as "flight dates": one label for both ends. */
function period(field: PlainField, side: Side): Inferred {
  const own = periodOf(wordsIn(field.name));
  const bases = own.length > 0 ? [own] : (field.labels ?? []).map((label) => periodOf(wordsIn(label)));
  const weakLabels = [...new Set(bases.map((base) => base.join(' ')))]
    .filter((base) => base !== '' && base !== '#')
    .flatMap((base) => [`${base} dates`, `${base} period`, `${base} date`, `${base} range`, base]);
  return { family: 'dates', concept: side === 'start' ? 'period-start' : 'period-end', weakLabels };
}

/** Before and after deductions are two things, even where both are totals. */
const GROSS = /\b(?:gross|brutto|bruttobetrag|brut|bruto|lordo|ttc)\b/;
const NET = /\b(?:nett?|netto|nettobetrag|neto|liquido|ht)\b/;
const contradicts = (said: string, label: string): boolean =>
  (GROSS.test(said) && !NET.test(said) && NET.test(label)) ||
  (NET.test(said) && !GROSS.test(said) && GROSS.test(label));

function byMeaning(field: PlainField, names: readonly string[], setting: Setting): Inferred | null {
  const question = { type: field.type, names, column: setting.column, documentType: setting.documentType };
  const donor = sameMeaning(question, field.description ?? '');
  if (!donor) return null;
  const said = saidOf(names);
  const weakLabels = labelsOf(donor.labels).filter((label) => !contradicts(said, label));
  // What agreements say in sentences stands behind a label elsewhere.
  if (donor.family === 'clauses' && !setting.agreement) return { ...byWords(field, names), weakLabels };
  // A phrase is looked for by what the field itself says it is.
  if (donor.concept === 'free-text') return { ...byWords(field, names), weakLabels };
  const keeps = donor.concept !== undefined && !OWN_WAYS.has(donor.concept);
  return { family: donor.family, ...(keeps && { concept: donor.concept }), weakLabels };
}

const BY_TYPE: Readonly<Record<FieldType, FieldFamily | null>> = {
  date: 'dates',
  money: 'money',
  number: 'money',
  address: 'parties',
  list: 'line-items',
  boolean: 'clauses',
  string: null,
};

const familyOf = (field: PlainField, said: string): FieldFamily =>
  BY_TYPE[field.type] ?? (ROLE.test(said) && !NUMBERED.test(said) ? 'parties' : 'identifiers');

/** What no other way has told: by its type, and by the words of numbers and of roles. */
function byWords(field: PlainField, names: readonly string[]): Inferred {
  const said = saidOf(names);
  const hint = HINTS.find((one) => one.types.includes(field.type) && one.words.test(said));
  if (hint) return { family: hint.family, concept: hint.concept };
  const family = familyOf(field, said);
  const text = family === 'identifiers' && field.type === 'string' && !NUMBERED.test(said);
  return { family, ...(text && { concept: 'free-text' as const }) };
}

/** Numbers are often printed together with their revision ("Order / Rev"), or after the name of the thing alone ("Order:"). */
function stems(label: string): string[] {
  const stem = /^(.*\S)(?:\s*#|\s+(?:number|no\.?|nr\.?|num\.?|nummer|numero|n[°º]))$/i.exec(label)?.[1];
  return stem === undefined ? [] : [...['rev', 'revision', 'version'].map((word) => `${stem} ${word}`), stem];
}

const NUMBER_OF =
  /\b(?:number|no\.?|id|code|reference|nummer|numéro|numero|número) (?:of|der|des|du|de la|de|del|della|di|do|da|van) (?:the |an? |den |las? |los |il )?([\p{L} ,/]+?)(?=,? (?:as|wie|tel|como|come|zoals)\b|[.;:(]|$)/iu;

/** "Number of the contract, order or invoice": it may be printed as the number of each. */
function describedNumbers(description: string): string[] {
  const things = NUMBER_OF.exec(description)?.[1] ?? '';
  return things
    .split(/,|\/|\s(?:or|and|oder|und|ou|et|o|y|e|of|en)\s/i)
    .map((thing) => thing.replace(/^\s*(?:or|and|oder|und|ou|et|the|an?)\s/i, '').trim())
    .filter((thing) => thing !== '' && thing.split(' ').length <= 2)
    .flatMap((thing) => [`${thing} #`, ...stems(`${thing} #`)]);
}

function infer(field: PlainField, setting: Setting): Inferred {
  const names = namesOf(field);
  const clause = setting.agreement && !setting.column ? clauseOf(field, names) : null;
  if (clause) return clause;
  const side = sideOf(field);
  if (side && !setting.column) return period(field, side);
  return byMeaning(field, names, setting) ?? byWords(field, names);
}

const same = (a: string, b: string): boolean => wordsIn(a).join(' ') === wordsIn(b).join(' ');

/** Names that a field may be printed under beside its own, none of them twice. */
function weakLabelsOf(field: PlainField, inferred: Inferred, own: readonly string[]): string[] {
  const numbered =
    inferred.family === 'identifiers' ? [...own.flatMap(stems), ...describedNumbers(field.description ?? '')] : [];
  const labels = new Set([...numbered, ...(inferred.weakLabels ?? [])]);
  return [...labels].filter((label) => !own.some((one) => same(one, label)));
}

/** The two ends of a period differ by the smallest words only. */
const ENDS: ReadonlySet<Concept | undefined> = new Set<Concept>(['period-start', 'period-end']);

/** A tenant's field with the labels, the family and the concept that its words suggest. */
export function specify(field: PlainField, setting: Setting): FieldSpec {
  const { fields, labels: stated = [], pattern, enum: members, ...rest } = field;
  const inferred = infer(field, setting);
  const name = spacedName(field.name);
  const own = stated.some((label) => same(label, name)) ? [...stated] : [...stated, name];
  const weakLabels = weakLabelsOf(field, inferred, own);
  return {
    ...rest,
    ...(pattern !== undefined && { pattern }),
    ...(members !== undefined && { enum: members }),
    labels: { en: own },
    ...(weakLabels.length > 0 && { weakLabels }),
    ...(!setting.column && !ENDS.has(inferred.concept) && { looseLabels: own }),
    family: setting.column && inferred.family !== 'clauses' ? 'line-items' : inferred.family,
    ...(inferred.concept !== undefined && { concept: inferred.concept }),
    ...(fields && { fields: fields.map((column) => specify(column, { ...setting, column: true })) }),
  };
}

/** One or two clause-like names occur in forms too ("term", "party"); a schema of agreements has several. */
function isAgreement(documentType: string | null, fields: readonly PlainField[]): boolean {
  const concepts = new Set(fields.flatMap((field) => clauseOf(field, namesOf(field))?.concept ?? []));
  const sure = [...concepts].some((concept) => AGREEMENT_CONCEPTS.has(concept));
  return CONTRACTS.has(documentType ?? '') || (sure && concepts.size >= 2);
}

/** A schema that somebody states in plain words, as the engines read by it. */
export function specifySchema(
  schema: Omit<ExtractionSchema, 'fields' | 'decoys'> & {
    readonly fields: readonly PlainField[];
    readonly decoys?: readonly string[];
  },
): ExtractionSchema {
  const { documentType } = schema;
  const setting: Setting = { documentType, agreement: isAgreement(documentType, schema.fields), column: false };
  const fields = schema.fields.map((field) => specify(field, setting));
  const amounts = fields.some((field) => field.family === 'money');
  return { ...schema, fields, decoys: schema.decoys ?? (amounts ? DECOYS : []) };
}
