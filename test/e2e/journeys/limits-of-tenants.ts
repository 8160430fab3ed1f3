import PDFDocument from 'pdfkit';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.js';
import type { Deployment } from '../../support/e2e.js';

const SETTINGS_MS = 200;

const pdfOf = (...pages: readonly string[]): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const pdf = new PDFDocument({ autoFirstPage: false });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    for (const text of pages) pdf.addPage().text(text);
    pdf.end();
  });

export const limitsOfTenants = (running: () => Deployment): void => {
  describe('pages of one document that a tenant may have read', () => {
    let deployment: Deployment;
    let id: string;
    let api: ApiClient;
    beforeAll(async () => {
      deployment = running();
      ({ id, api } = await deployment.newTenant());
    });

    const grant = async (limits: object): Promise<void> => {
      expect((await deployment.platform.patch(`/v1/admin/tenants/${id}`, limits)).status).toBe(200);
      await new Promise((resolve) => setTimeout(resolve, SETTINGS_MS));
    };
    const send = async (bytes: Uint8Array) =>
      (await api.upload({ name: 'pages.pdf', bytes }, { pipeline: 'read' })).body;

    it('are bounded, and the same file is read anew when they may be more', async () => {
      const bytes = await pdfOf('first', 'second', 'third');
      await grant({ maxPages: 2 });
      const cut = await send(bytes);
      expect(cut).toMatchObject({
        status: 'partial',
        receipt: { pages: { total: 3, read: 2, failed: 1 }, truncated: true, warnings: ['page_limit'] },
      });
      expect((await api.patch('/v1/tenant', { maxPages: 3 })).status).toBe(403);
      await grant({ maxPages: null });
      const whole = await send(bytes);
      expect(whole).toMatchObject({
        status: 'succeeded',
        duplicateOf: null,
        receipt: { pages: { total: 3, read: 3, failed: 0 }, truncated: false },
      });
      expect((await api.get<string>(`/v1/documents/${whole.id}/text`)).body.split('\n\n')).toEqual([
        'first',
        'second',
        'third',
      ]);
      expect(await send(bytes)).toMatchObject({ status: 'succeeded', duplicateOf: whole.id });
    });

    it('can be set lower by the tenant for itself', async () => {
      const { status, body } = await api.patch('/v1/tenant', { maxPages: 1, maxOcrPages: 0 });
      expect([status, body['maxPages'], body['maxOcrPages']]).toEqual([200, 1, 0]);
      await new Promise((resolve) => setTimeout(resolve, SETTINGS_MS));
      expect(await send(await pdfOf('one', 'two'))).toMatchObject({
        receipt: { pages: { total: 2, read: 1, failed: 1 } },
      });
    });

    it('are not recognised beyond their number', async () => {
      await grant({ maxOcrPages: 0 });
      const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"><rect width="900" height="300" fill="white"/><text x="60" y="170" font-size="80" font-family="sans-serif">Amount 42.50</text></svg>`;
      const { default: sharp } = await import('sharp');
      const png = await sharp(Buffer.from(picture)).png().toBuffer();
      const { body } = await api.upload({ name: 'picture.png', bytes: png }, { pipeline: 'read' });
      expect(body.receipt).toMatchObject({ ocrPages: 0, pages: { total: 1, failed: 1 } });
    });
  });
};
