import type { DocumentView } from '../domain/document-view.js';
import type { AgentResult, Candidate } from '../domain/field-model.js';
import { type LabelHit, WEAK_RANK } from '../domain/labels.js';
import { regionsOf, type Region } from '../domain/regions.js';
import type { FieldSpec } from '../../schemas/index.js';

/** A specialist for one family of fields. It proposes candidates; the merge decides. */
export interface FieldAgent {
  readonly family: FieldSpec['family'];
  find(view: DocumentView, fields: readonly FieldSpec[]): AgentResult;
}

/** What a reader found in a region. `fit` is 0..1: how much it looks like the field's kind of value. */
export interface Found {
  readonly value: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly fit: number;
  readonly currency?: string | null;
}

export type RegionReader = (region: Region, hit: LabelHit) => readonly Found[];

/** Labels beyond this many are as good as none; headers of long tables repeat on every page. Those at both ends count. */
const MAX_HITS = 40;

const atBothEnds = <T>(hits: readonly T[]): readonly T[] =>
  hits.length <= MAX_HITS ? hits : [...hits.slice(0, MAX_HITS / 2), ...hits.slice(-MAX_HITS / 2)];

/** Longer labels say more; a field's first labels are its surest. Both differences only order candidates. */
const labelWeight = (hit: LabelHit, rank: number): number =>
  hit.quality *
  (0.86 + 0.05 * Math.min(hit.length, 3)) *
  (1 - 0.006 * Math.min(rank, 25)) *
  (rank >= WEAK_RANK ? 0.9 : 1);

/**
 * Candidates at the labels of a field, read by `reader` from the places where values stand. `under` says which line under a
 * heading is the likelier: the next one, or the last, as in a column of amounts that ends in its sum.
 */
export function atLabels(
  view: DocumentView,
  field: FieldSpec,
  reader: RegionReader,
  under: 'first' | 'last' = 'first',
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { hit, rank } of atBothEnds(view.byField.get(field.name) ?? [])) {
    const weight = labelWeight(hit, rank);
    for (const region of regionsOf(view.layout, hit, view.byCell, under)) {
      for (const found of reader(region, hit)) {
        candidates.push({
          field: field.name,
          value: found.value,
          raw: found.raw,
          currency: found.currency ?? null,
          start: found.start,
          end: found.end,
          score: weight * region.weight * found.fit,
          evidence: region.evidence,
          agent: field.family,
        });
      }
    }
  }
  return candidates;
}

/** Words of a field's name, labels and description, for fields whose concept nobody stated. */
export function wordsOf(field: FieldSpec): string {
  const name = field.name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ');
  return [name, ...Object.values(field.labels).flat()].join(' ; ').toLowerCase();
}
