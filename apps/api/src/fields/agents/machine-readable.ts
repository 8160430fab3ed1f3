import type { DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { readMachineReadableZone } from '../domain/machine-readable-zone.js';

/** What a check digit confirms is surer than what stands behind a label; the rest of the zone abbreviates. */
const CHECKED_SCORE = 1;
const UNCHECKED_SCORE = 0.7;

/** Candidates from the machine-readable zone, for schemas whose fields name its parts. */
export function machineReadable(view: DocumentView): Candidate[] {
  const wanted = view.schema.fields.filter((field) => field.zonePart !== undefined);
  if (wanted.length === 0) return [];
  const values = readMachineReadableZone(view.text);
  return wanted.flatMap((field) =>
    values
      .filter(({ part }) => part === field.zonePart)
      .map(({ value, start, end, checked }) => ({
        field: field.name,
        value,
        raw: view.text.slice(start, end),
        start,
        end,
        score: checked ? CHECKED_SCORE : UNCHECKED_SCORE,
        evidence: 'pattern' as const,
        agent: field.family,
      })),
  );
}
