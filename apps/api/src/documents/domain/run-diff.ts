import type { JsonValue } from '@app/kernel';
import type { Run } from './document.js';
import { type FieldChange, fieldChanges, type KeptField } from './field-diff.js';

/** Something that is one way in the earlier run and another way in the later one; null where it is not there. */
export interface Difference {
  readonly name: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

/** What is not the same in two runs of one kind on one document. */
export interface RunDiff {
  readonly before: Run;
  readonly after: Run;
  /** Whether both found the same, whoever found it. */
  readonly same: boolean;
  readonly provenance: readonly Difference[];
  /** Of the result apart from its fields: each with its JSON pointer (RFC 6901) as name. */
  readonly values: readonly Difference[];
  readonly fields: readonly FieldChange[];
}

const PROVENANCE = ['engine', 'engineVersion', 'model', 'schemaId', 'schemaVersion', 'promptHash'] as const;
/** These say which run it is and what made it, not what it found. */
const NOT_FOUND_BY_IT: ReadonlySet<string> = new Set([
  'runId',
  'parentRunId',
  'reviewId',
  'origin',
  'schemaId',
  'schemaVersion',
]);

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Every value of a result by its pointer. */
function leavesOf(value: JsonValue | undefined, pointer = ''): [string, JsonValue][] {
  if (value === undefined) return [];
  if (value === null || typeof value !== 'object') return [[pointer, value]];
  return Object.entries(value).flatMap(([key, inner]) =>
    NOT_FOUND_BY_IT.has(key) ? [] : leavesOf(inner, `${pointer}/${escaped(key)}`),
  );
}

function valueDifferences(before: JsonValue, after: JsonValue): Difference[] {
  const [earlier, later] = [new Map(leavesOf(before)), new Map(leavesOf(after))];
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((name) => {
    const [was, is] = [earlier.get(name) ?? null, later.get(name) ?? null];
    return was === is ? [] : [{ name, before: was, after: is }];
  });
}

/** A result in two parts: the fields of an extraction, and all else. */
function partsOf({ kind, result }: Run): readonly [readonly KeptField[], JsonValue] {
  if (kind !== 'extract' || result === null || typeof result !== 'object' || Array.isArray(result)) return [[], result];
  const { fields, ...rest } = result as { readonly [key: string]: JsonValue };
  return [(Array.isArray(fields) ? fields : []) as unknown as readonly KeptField[], rest];
}

/** Compares two runs of one kind. Pure: the same runs give the same differences in the same order. */
export function diffRuns(before: Run, after: Run): RunDiff {
  const [[oldFields, oldRest], [newFields, newRest]] = [partsOf(before), partsOf(after)];
  const fields = fieldChanges(oldFields, newFields);
  const values = valueDifferences(oldRest, newRest);
  return {
    before,
    after,
    same: fields.length === 0 && values.length === 0,
    provenance: PROVENANCE.flatMap((name) =>
      before[name] === after[name] ? [] : [{ name, before: before[name], after: after[name] }],
    ),
    values,
    fields,
  };
}
