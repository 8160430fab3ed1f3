import type pg from 'pg';
import { expect } from 'vitest';
import { type Answer, ApiClient, type FieldBody } from '../../support/api-client.js';
import type { TestTenant } from '../../support/app.js';

/** A slip of a trade that the local engine has no idea of: which amount is meant, nobody but a person can say. */
export const SCHEMA = {
  key: 'slips',
  name: 'Slips',
  description: 'Slips of a haulage company',
  fields: [
    { name: 'crownShare', type: 'money', description: 'What goes to the crown', labels: [], required: true },
    { name: 'left', type: 'date', description: 'When the load has gone', labels: [], required: true },
  ],
};

const day = (seed: number, offset: number): string =>
  `2026-0${1 + (seed % 9)}-${String(1 + ((seed * 7 + offset) % 28)).padStart(2, '0')}`;
const amount = (seed: number, factor: number): string =>
  `${(seed * factor + 3) % 900}.${String((seed * 17) % 100).padStart(2, '0')}`;

export const slip = (seed: number): string => `Haulage slip ${seed}
Drawn up ${day(seed, 1)}
Out of the yard ${day(seed, 9)}
Weighbridge   ${amount(seed, 31)}
Toll road     ${amount(seed, 7)}
Royal part    ${amount(seed, 13)}
Handling      ${amount(seed, 43)}`;
export const truthOf = (seed: number) => ({ crownShare: amount(seed, 13), left: day(seed, 9) });

/** A slip of another company, on which the same fields have labels that say so. */
export const otherSlip = (seed: number): string => `Carriage note no. ${seed}
Crown share: ${amount(seed, 11)}
Left: ${day(seed, 4)}
Stabling: ${amount(seed, 29)}
Fodder: ${amount(seed, 5)}`;
export const otherTruthOf = (seed: number) => ({ crownShare: amount(seed, 11), left: day(seed, 4) });

/** A harbour's log with a table whose columns the local engine has no idea of. */
export const LOG_SCHEMA = {
  key: 'logs',
  name: 'Logs',
  description: 'Logs of a harbour',
  fields: [
    {
      name: 'stays',
      type: 'list',
      labels: [],
      fields: [
        { name: 'berth', type: 'string', labels: [] },
        { name: 'arrived', type: 'date', labels: [] },
        { name: 'toll', type: 'money', labels: [] },
      ],
    },
  ],
};
export const staysOf = (seed: number) =>
  Array.from({ length: 2 + (seed % 4) }, (_, at) => ({
    berth: `Quay ${(seed * 3 + at) % 60}`,
    arrived: day(seed, at),
    toll: amount(seed + at, 13),
  }));
export const log = (seed: number): string =>
  [
    'Harbour office',
    `Log no. ${seed}`,
    '',
    `${'Place'.padEnd(16)}${'Since'.padEnd(16)}Dues`,
    ...staysOf(seed).map(({ berth, arrived, toll }) => `${berth.padEnd(16)}${arrived.padEnd(16)}${toll}`),
    '',
    'Signed by the master',
    'Kept for nine years',
  ].join('\n');
/** The same of another harbour: other columns, in another order. */
export const otherLog = (seed: number): string =>
  [
    'Port of call register',
    `Sheet ${seed}`,
    ...staysOf(seed).map(({ berth, arrived, toll }) => `${toll.padEnd(20)}${arrived.padEnd(20)}${berth}`),
  ].join('\n');

export const RECEIPT = `CORNER STATIONERS
12 High Street, Leeds LS1 4AB

RECEIPT
Date: 2026-04-02
Receipt No: 00417

Pencils            2.50
Paper              7.50

Subtotal          10.00
VAT                2.00
Total GBP         12.00
Paid by card`;

export interface Field extends FieldBody {
  readonly type: string;
  readonly confidence: number;
  readonly currency: string | null;
  readonly verdict: string | null;
  readonly flags?: readonly string[];
  readonly origin: { readonly engine: string; readonly runId: string };
  readonly ruleFailures: readonly string[];
  readonly items?: { readonly fields: Field[] }[];
}

export interface Reviewed {
  readonly id: string;
  readonly status: string;
  readonly duplicateOf: string | null;
  readonly classification: { readonly type: string; readonly confidence: number; readonly origin: { engine: string } };
  readonly extraction: {
    readonly runId: string;
    readonly parentRunId?: string;
    readonly reviewId?: string;
    readonly schemaId: string;
    readonly confidence: number;
    readonly fillRate: number;
    readonly fields: readonly Field[];
  };
}

export interface ReviewBody {
  readonly id: string;
  readonly runId: string;
  readonly parentRunId: string;
  readonly code?: string;
  readonly errors?: { readonly pointer: string }[];
  readonly fields: { name: string; verdict: string; before: { value: string }; after: { value: string } }[];
  readonly taught: Record<string, string>;
  readonly reviewedBy: string;
  readonly withdrawnAt: string | null;
  readonly extraction: Reviewed['extraction'] | null;
}

export interface Item {
  readonly documentId: string;
  readonly confidence: number;
  readonly expectedErrors: number;
  readonly runId: string;
  readonly reasons: { readonly code: string; readonly field: string | null }[];
}

/** One tenant's way of sending and reviewing documents. */
export const reviewing = (api: ApiClient) => ({
  upload: async (name: string, bytes: string, options: Record<string, string> = {}): Promise<Reviewed> => {
    const { body } = await api.upload<Reviewed>({ name, bytes }, options);
    expect(body.status).toBe('succeeded');
    return body;
  },
  document: async (id: string): Promise<Reviewed> => (await api.get<Reviewed>(`/v1/documents/${id}`)).body,
  review: (id: string, body: object): Promise<Answer<ReviewBody>> => api.post(`/v1/documents/${id}/review`, body),
  queue: async (query = ''): Promise<Item[]> => (await api.get<{ items: Item[] }>(`/v1/reviews${query}`)).body.items,
  history: async (id: string): Promise<ReviewBody[]> =>
    (await api.get<{ items: ReviewBody[] }>(`/v1/documents/${id}/reviews`)).body.items,
  withdraw: (id: string, reviewId: string) => api.delete(`/v1/documents/${id}/reviews/${reviewId}`),
  newSchema: async (): Promise<string> => (await api.post<{ id: string }>('/v1/schemas', SCHEMA)).body.id,
});

export const valuesOf = ({ extraction }: Reviewed): Record<string, string | null> =>
  Object.fromEntries(extraction.fields.map(({ name, value }) => [name, value]));
export const fieldOf = ({ extraction }: Reviewed, name: string): Field | undefined =>
  extraction.fields.find((field) => field.name === name);

/** A client of another person of the tenant. */
export async function person({ api, slug }: TestTenant, role: string): Promise<ApiClient> {
  const credentials = { email: `${role}@${slug}.test`, password: 'a password of some length' };
  expect((await api.post('/v1/users', { ...credentials, role })).status).toBe(201);
  return ApiClient.signIn(api.url, credentials);
}

/** Copies of a document that waits for nobody, each in the queue as it is: many at once, and none of them was ever read. */
export async function copyInQueue(owner: pg.Client, id: string, copies: number): Promise<void> {
  const columns = async (table: string): Promise<string> => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute
        WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attname NOT IN ('id', 'document_id')`,
      [table],
    );
    return rows.map(({ name }) => name).join(', ');
  };
  const [document, item] = [await columns('documents'), await columns('review_items')];
  await owner.query(
    `WITH source AS (SELECT * FROM documents WHERE replace(id::text, '-', '') = $1),
          copies AS (INSERT INTO documents (id, ${document})
                     SELECT gen_random_uuid(), ${document} FROM source, generate_series(1, $2) RETURNING id)
     INSERT INTO review_items (document_id, ${item})
     SELECT copies.id, ${item
       .split(', ')
       .map((name) => `i.${name}`)
       .join(', ')} FROM copies, review_items i WHERE i.document_id = (SELECT id FROM source)`,
    [id.slice(4), copies],
  );
}
