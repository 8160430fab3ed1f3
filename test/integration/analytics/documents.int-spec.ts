import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentBody } from '../../support/api-client.js';
import { startTestApp, type TestApp, type TestTenant } from '../../support/app.js';
import { sampleFile, type SampleTruth } from '../../support/samples.js';

interface Row {
  readonly key: string;
  readonly documents: number;
  readonly emails: number;
  readonly pages: number;
  readonly runs: number;
  readonly fillRate: number | null;
}

const FILES = ['invoice-english.pdf', 'purchase-order.pdf', 'complaint-with-invoice.eml'] as const;
const uuidOf = (id: string): string => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

let app: TestApp;
let owner: pg.Client;
let tenant: TestTenant;
let user: string;
const sent: { readonly truth: SampleTruth; readonly document: DocumentBody }[] = [];

/** Real files through the whole service: what it says of them is what analytics and the ledger have to say. */
beforeAll(async () => {
  app = await startTestApp();
  owner = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
  await owner.connect();
  tenant = await app.newTenant();
  user = (await tenant.api.get<{ id: string }>('/v1/auth/me')).body.id;
  for (const name of FILES) {
    const { bytes, truth } = await sampleFile(name);
    const { body } = await tenant.api.upload({ name, bytes }, {}, { path: '/v1/documents' });
    const document = await tenant.api.settled(body.id, 120);
    sent.push({ truth, document });
    for (const child of document.children)
      sent.push({ truth: truth.children![0]!.truth, document: await tenant.api.settled(child.id, 120) });
  }
}, 300_000);
afterAll(async () => {
  await owner?.end();
  await app?.close();
});

const typeOf = ({ classification }: DocumentBody): string => classification?.type ?? '';
const pagesOf = ({ receipt }: DocumentBody): number => receipt?.pages['total'] ?? 0;
const rowsBy = async (group: string): Promise<readonly Row[]> =>
  (await tenant.api.get<{ rows: Row[] }>(`/v1/analytics/usage?groupBy=${group}`)).body.rows;
const linesOf = async ({ id }: DocumentBody) =>
  (
    await owner.query<{ purpose: string; type: string | null; pages: number; fill: number | null; engine: string }>(
      `SELECT purpose, document_type AS type, pages, fill_permille AS fill, engine FROM usage_ledger WHERE document_id = $1`,
      [uuidOf(id)],
    )
  ).rows;
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

describe('documents in the ledger of work', () => {
  it('have a line for each stage, with the type from the classification on, pages and fill rate', async () => {
    expect(sent).toHaveLength(FILES.length + 1);
    for (const { truth, document } of sent) {
      expect([typeOf(document), pagesOf(document)]).toEqual([truth.type, truth.pages]);
      const lines = await linesOf(document);
      const by = (purpose: string) => lines.filter((line) => line.purpose === purpose);
      expect(by('read')).toEqual([expect.objectContaining({ type: null, pages: truth.pages, fill: null })]);
      expect(by('classify')).toEqual([expect.objectContaining({ type: truth.type, pages: truth.pages, fill: null })]);
      const fill = document.extraction === null ? null : Math.round(document.extraction.fillRate * 1000);
      expect(by('extract')).toEqual([expect.objectContaining({ type: truth.type, fill })]);
      const triaged = by('triage').map(({ type, fill: rate }) => ({ type, fill: rate }));
      const line = { type: truth.type, fill: null };
      // Once more when what came with it has been read.
      const isRenewed = ((document.triage?.['attachments'] ?? []) as unknown[]).length > 0;
      expect(triaged).toEqual(truth.type === 'email' ? (isRenewed ? [line, line] : [line]) : []);
    }
  });
});

describe('documents in the usage figures', () => {
  it('by type', async () => {
    const types = [...new Set(sent.map(({ document }) => typeOf(document)))];
    const rows = await rowsBy('type');
    expect(rows.map(({ key }) => key).toSorted()).toEqual(types.toSorted());
    for (const row of rows) {
      const own = sent.filter(({ document }) => typeOf(document) === row.key).map(({ document }) => document);
      const rates = own.flatMap(({ extraction }) => extraction?.fillRate ?? []);
      expect(row).toMatchObject({
        documents: own.length,
        emails: row.key === 'email' ? 1 : 0,
        pages: sumOf(own.map(pagesOf)),
      });
      const mean = rates.length === 0 ? null : sumOf(rates) / rates.length;
      // Each rate is kept in thousandths.
      expect(row.fillRate ?? -1).toBeCloseTo(mean ?? -1, 2);
    }
  });

  it('by day and engine, all of them together', async () => {
    const lines = (await Promise.all(sent.map(({ document }) => linesOf(document)))).flat();
    const pages = sumOf(sent.map(({ truth }) => truth.pages));
    expect(await rowsBy('day')).toEqual([
      expect.objectContaining({ documents: sent.length, emails: 1, pages, runs: lines.length }),
    ]);
    const engines = await rowsBy('engine');
    expect(sumOf(engines.map(({ runs }) => runs))).toBe(lines.length);
    expect(engines.map(({ key }) => key).toSorted()).toEqual(
      [...new Set(lines.map(({ engine }) => engine))].toSorted(),
    );
  });

  it('by the user who sent them', async () => {
    const own = (await rowsBy('user')).find(({ key }) => key === user);
    expect(own?.documents).toBeGreaterThanOrEqual(FILES.length);
  });
});
