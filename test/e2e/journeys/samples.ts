import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, DocumentBody, FieldBody } from '../../support/api-client.js';
import type { Deployment } from '../../support/e2e.js';
import { sampleFiles, samples, type SampleTruth } from '../../support/samples.js';

interface TriageBody {
  readonly language: { readonly code: string };
  readonly category: { readonly name: string };
  readonly priority: { readonly level: string };
  readonly summary: { readonly text: string };
}

interface Understood {
  readonly name: string;
  readonly truth: SampleTruth;
  readonly document: DocumentBody & {
    readonly language: { readonly code: string } | null;
    readonly receipt: { readonly ocrPages: number } | null;
  };
  readonly text: string;
}

const PROCESSING_SECONDS = 150;

/** Every sample, and every attachment of one, by its name. */
const truths = samples.flatMap(({ name, truth }) => [{ name, truth }, ...(truth.children ?? [])]);
const withTruth = (has: (truth: SampleTruth) => unknown): { name: string; truth: SampleTruth }[] =>
  truths.filter(({ truth }) => has(truth));

export const sampleDocuments = (running: () => Deployment): void => {
  describe('sample documents through the built service', () => {
    let deployment: Deployment;
    const understood = new Map<string, Understood>();

    async function understand(api: ApiClient, name: string, truth: SampleTruth, id: string): Promise<void> {
      const document = (await api.settled(id, PROCESSING_SECONDS)) as Understood['document'];
      const { body: text } = await api.get<string>(`/v1/documents/${id}/text`);
      understood.set(name, { name, truth, document, text });
      for (const child of truth.children ?? []) {
        const found = document.children.find(({ filename }) => filename === child.name);
        if (found) await understand(api, child.name, child.truth, found.id);
      }
    }

    beforeAll(async () => {
      deployment = running();
      const { api } = await deployment.newTenant();
      const sent = await Promise.all(
        (await sampleFiles()).map(async ({ name, truth, bytes }) => {
          const { body } = await api.upload({ name, bytes }, {}, { path: '/v1/documents' });
          return { name, truth, id: body.id };
        }),
      );
      for (const { name, truth, id } of sent) await understand(api, name, truth, id);
    }, 300_000);

    const of = (name: string): Understood => {
      const found = understood.get(name);
      if (!found) throw new Error(`${name} has not been a document`);
      return found;
    };
    const fieldOf = (name: string, field: string): FieldBody | undefined =>
      of(name).document.extraction?.fields.find((candidate) => candidate.name === field);

    it.each(truths)('$name succeeds, with its pages and its type', ({ name, truth }) => {
      const { document } = of(name);
      expect({
        status: document.status,
        error: document.error,
        type: document.classification?.type,
        pages: document.receipt?.pages['read'],
        ocrPages: document.receipt?.ocrPages,
      }).toEqual({
        status: 'succeeded',
        error: null,
        type: truth.type,
        pages: truth.pages,
        ocrPages: truth.scanned ? truth.pages : 0,
      });
    });

    it.each(withTruth(({ language }) => language))('$name is in $truth.language', ({ name, truth }) => {
      expect(of(name).document.language?.code).toBe(truth.language);
    });

    const withFields = withTruth(({ fields }) => Object.keys(fields).length > 0);

    it.each(withFields)('$name: the values of its fields are found', ({ name, truth }) => {
      const found = Object.keys(truth.fields).map((field) => [field, fieldOf(name, field)?.value ?? null]);
      expect(Object.fromEntries(found)).toEqual(truth.fields);
    });

    it.each(withFields)('$name: each found field shows where it stands', ({ name, truth }) => {
      const { text } = of(name);
      const misplaced = Object.keys(truth.fields).filter((field) => {
        const grounding = fieldOf(name, field)?.grounding;
        if (!grounding) return true;
        const [start, end] = grounding.span;
        const around = text.indexOf(grounding.quote, Math.max(0, start - grounding.quote.length));
        return !(start < end && around >= 0 && around <= start && end <= around + grounding.quote.length);
      });
      expect(misplaced).toEqual([]);
    });

    it.each(withTruth(({ rows }) => rows))('$name: its rows are found in their order', ({ name, truth }) => {
      const { list, column, values } = truth.rows!;
      const rows = fieldOf(name, list)?.items?.map(
        ({ fields }) => fields.find((field) => field.name === column)?.value ?? null,
      );
      expect(rows).toEqual(values);
    });

    it.each(withTruth(({ triage }) => triage))('$name is triaged in its language', ({ name, truth }) => {
      const triage = of(name).document.triage as unknown as TriageBody;
      expect({ language: triage.language.code, category: triage.category.name }).toEqual({
        language: truth.language,
        category: truth.triage!.category,
      });
      expect(truth.triage!.levels).toContain(triage.priority.level);
      expect(triage.summary.text).not.toBe('');
    });

    it.each(withTruth(({ children }) => children))('$name has its attachments as children', ({ name, truth }) => {
      const { document } = of(name);
      expect(document.children.map(({ filename, role }) => ({ filename, role }))).toEqual(
        truth.children!.map((child) => ({ filename: child.name, role: 'attachment' })),
      );
      for (const child of truth.children!) expect(of(child.name).document.parentId).toBe(document.id);
    });

    it('what a picture says is recognised well enough to be read', () => {
      const words = of('letter-scanned.pdf').text;
      expect(words).toContain('Replacement of windows in your building');
      expect(words).toContain('Please clear the window sills');
    });
  });
};
