import { setImmediate as immediate } from 'node:timers/promises';
import type { Answer, DocumentBody } from '../../support/api-client.js';
import type { TestTenant } from '../../support/app.js';
import { crashReaders } from '../../support/reader-crashes.js';
import type pg from 'pg';
import { type Canary, PERSONAL } from './personal-canaries.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const SHEETS = 20;
/** All canaries, fifty a sheet, of each kind some. */
const SHEET: readonly (readonly Canary[])[] = Array.from({ length: SHEETS }, (_, sheet) =>
  PERSONAL.filter((_, n) => n % SHEETS === sheet),
);
const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
const listed = (canaries: readonly Canary[], separator = ', '): string =>
  canaries.map(({ value }) => value).join(separator);

const letter = (canaries: readonly Canary[]): string =>
  canaries.map(({ kind, value }) => `My ${kind} is ${value}.`).join('\n');
const invoice = (canaries: readonly Canary[]): string =>
  `INVOICE\nInvoice number: 77-1\nBill to: ${canaries[0]!.value}\n${letter(canaries)}\nTotal: EUR 60.30\n`;
const mail = (canaries: readonly Canary[], more = ''): string =>
  `From: ${canaries[0]!.value} <${canaries[1]!.value}>\r\nTo: ${canaries[1]!.value}\r\nSubject: About ${canaries[2]!.value}\r\n${more}\r\n${letter(canaries)}`;

/** A file of each kind, whole and broken, with all of a sheet in it. */
const FILES: readonly ((canaries: readonly Canary[]) => readonly [ending: string, bytes: string])[] = [
  (c) => ['txt', letter(c)],
  (c) => ['txt', invoice(c)],
  (c) => ['html', `<h1>${c[0]!.value}</h1><p>${letter(c)}`],
  (c) => ['csv', `kind,value\n${c.map(({ kind, value }) => `${kind},"${value}"`).join('\n')}`],
  (c) => ['json', JSON.stringify(c)],
  (c) => ['xml', `<list>${c.map(({ value }) => `<person>${value}</person>`).join('')}</list>`],
  (c) => ['md', `# ${c[0]!.value}\n\n${letter(c)}`],
  (c) => ['eml', mail(c)],
  (c) => ['rtf', `{\\rtf1 ${letter(c)}}`],
  (c) => ['pdf', `%PDF-1.7\n1 0 obj << /Title (${c[0]!.value}) >>\n${letter(c)}\n%%EOF`],
  (c) => ['docx', `PK\u0003\u0004${letter(c)}`],
  (c) => ['zip', `PK\u0003\u0004\u0014\u0000${letter(c)}PK\u0005\u0006`],
  (c) => ['png', `\u0089PNG\r\n\u001A\n${letter(c)}`],
  (c) => ['json', `{"people": ["${listed(c, '", "')}"`],
  (c) => ['xml', `<list><person>${letter(c)}</list>`],
  (c) => ['html', `<table><tr><td ${letter(c)}`],
  (c) => [
    'eml',
    mail(c, `Content-Type: multipart/mixed; boundary="${c[3]!.value}\r\nContent-Transfer-Encoding: ${c[4]!.value}\r\n`),
  ],
  (c) => ['rtf', `{\\rtf1 {\\pict ${letter(c)}`],
  (c) => ['csv', `"${letter(c)}`],
  (c) => ['txt', `\u0000${letter(c)}\u0000`],
];

/** At most eight at once: as a service is used, and a service of two cores can bear. */
async function together(works: readonly (() => Promise<unknown>)[]): Promise<void> {
  const rest = [...works];
  const worker = async (): Promise<void> => {
    for (let work = rest.shift(); work !== undefined; work = rest.shift()) await work();
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

/** What ends the work of the others, and streams that do not end, are left out. */
const LEFT_OUT = /auth\/logout|\/cancel$|privacy\/erasures$|\/admin\/|\/events$/;

const takesValues = (method: string, path: string, { parameters = [] }: Operation): boolean =>
  !LEFT_OUT.test(path) && method !== 'DELETE' && (method !== 'GET' || parameters.length > 0);

/** A body for a schema in which every value is a canary: of the type that is asked for, or never. */
function bodyOf(document: OpenApi, schema: Schema, value: string, asAsked: boolean): unknown {
  const { properties = {} } = schema.$ref
    ? (document.components.schemas[schema.$ref.split('/').at(-1)!] ?? {})
    : schema;
  const valueOf = ({ type }: Schema): unknown =>
    !asAsked ? value : type === 'array' ? [value] : type === 'object' ? { value } : value;
  return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valueOf(one)]));
}

/** Sends all canaries through every door of the service, well-formed and not, and keeps what it answered. */
export class Doors {
  readonly answers: Answer<unknown>[] = [];
  readonly documents: DocumentBody[] = [];
  deadLetters: Answer<unknown> | null = null;
  private next = 0;

  constructor(
    private readonly tenant: TestTenant,
    private readonly owner: pg.Client,
  ) {}

  async all(): Promise<void> {
    // A model is asked wherever one can be.
    const triageAgents = Object.fromEntries(
      ['classify', 'prioritise', 'summarise', 'reply'].map((agent) => [agent, 'model']),
    );
    const modelThresholds = { classify: 1, extract: 1 };
    await this.tenant.api.patch('/v1/tenant', { triageAgents, modelThresholds, piiPolicy: { modelInput: 'plain' } });
    await this.upload();
    await this.ask();
    await this.correct();
    await this.sendWrongValues();
    await this.erase();
    await this.fail();
  }

  /** Each sheet as a file of some kind, with canaries in its name and in what is said of it. */
  private async upload(): Promise<void> {
    const { api } = this.tenant;
    await together(
      SHEET.map((canaries, n) => async () => {
        const [ending, bytes] = FILES[n % FILES.length]!(canaries);
        const answer = await api.upload<DocumentBody>(
          { name: `${canaries[5]!.value}.${ending}`, bytes: Buffer.from(bytes, ending === 'png' ? 'latin1' : 'utf8') },
          { metadata: { note: listed(canaries.slice(0, 9)) } },
        );
        this.keep(answer);
        if (answer.status < 300) this.documents.push(answer.body);
      }),
    );
  }

  /** Questions, searches, single texts; keys of repeated requests. */
  private async ask(): Promise<void> {
    const keyed = chunks(PERSONAL, 10).map((some) => ({
      'idempotency-key': encodeURIComponent(listed(some)).slice(0, 255),
    }));
    await together([
      ...SHEET.flatMap((canaries, n) =>
        n % 2
          ? [
              () => this.post('/v1/search', { query: listed(canaries).slice(0, 2_000) }),
              () => this.post('/v1/queries', { question: `Who is this? ${listed(canaries)}`.slice(0, 2_000) }),
              () => this.post('/v1/privacy/redact', { text: letter(canaries), mode: 'mask' }),
            ]
          : [
              () => this.get(`/v1/documents?q=${encodeURIComponent(canaries[7]!.value)}`),
              () =>
                this.post('/v1/triage', {
                  from: canaries[1]!.value,
                  subject: canaries[0]!.value,
                  text: letter(canaries),
                }),
              () => this.post('/v1/privacy/pseudonymize', { text: letter(canaries) }),
            ],
      ),
      ...keyed.flatMap((headers, n) => {
        const texts = [listed(chunks(PERSONAL, 10)[n]!)];
        return [
          () => this.post('/v1/language/detect', { texts }, headers),
          // The same key with another body is a conflict, or a mistake.
          ...(n % 10 === 0 ? [() => this.post('/v1/language/detect', { texts: [...texts, 'x'] }, headers)] : []),
        ];
      }),
    ]);
  }

  /** What people say of results, and what they work with. */
  private async correct(): Promise<void> {
    const ids = this.documents.map(({ id }) => id);
    const document = (n: number): string => ids[n % ids.length] ?? 'none';
    const { body: classifier } = await this.tenant.api.post('/v1/classifiers', {
      name: 'people',
      labels: ['one', 'two'].map((name) => ({ name })),
    });
    await together(
      SHEET.flatMap((canaries, n) => [
        () =>
          this.post(`/v1/documents/${document(n)}/review`, {
            fields: { note: { value: canaries[0]!.value } },
            type: canaries[1]!.value,
          }),
        () =>
          this.post(`/v1/documents/${document(n)}/triage/corrections`, {
            category: canaries[0]!.value,
            priority: canaries[1]!.value,
          }),
        () =>
          this.post('/v1/reply-templates', {
            name: canaries[0]!.value,
            language: 'en',
            text: letter(canaries.slice(0, 9)),
          }),
        () => this.post('/v1/privacy/holds', { reason: `For ${canaries[1]!.value}`, subject: canaries[0]!.value }),
        () =>
          this.post(`/v1/classifiers/${String(classifier['id'])}/examples`, {
            examples: canaries.map(({ value }, i) => ({ text: value, label: i % 2 ? 'one' : 'two' })),
          }),
        () => this.post('/v1/auth/login', { email: canaries[1]!.value, password: canaries[0]!.value }),
        () =>
          this.post('/v1/users', {
            email: canaries[3]!.value,
            password: `${canaries[0]!.value} long`,
            role: canaries[2]!.value,
          }),
      ]),
    );
  }

  /** Every route that takes anything, with canaries for all values of its path, its query and its body. */
  private async sendWrongValues(): Promise<void> {
    const { body: document } = await this.tenant.api.get<OpenApi>('/openapi.json');
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
    );
    await together(
      operations
        .filter(({ method, path, operation }) => takesValues(method, path, operation))
        .flatMap(({ method, path, operation }) =>
          [true, false].flatMap((asAsked) => {
            const url = this.urlOf(path, operation, asAsked);
            return this.bodiesOf(document, operation, asAsked).map((body) => async () => {
              const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
              this.keep(await this.tenant.api.request(method, url, { headers, ...(body !== undefined && { body }) }));
            });
          }),
        ),
    );
  }

  private urlOf(path: string, { parameters = [] }: Operation, asAsked: boolean): string {
    const own = asAsked && path.startsWith('/v1/documents/') ? this.documents[0]?.id : undefined;
    const filled = path.replaceAll(
      /\{(\w+)\}/g,
      (_, name) => (name === 'id' && own) || encodeURIComponent(this.some()),
    );
    const query = parameters.filter((parameter) => parameter.in === 'query');
    return `${filled}?${query.map(({ name }) => `${name}=${encodeURIComponent(this.some())}`).join('&')}`;
  }

  private bodiesOf(document: OpenApi, { requestBody }: Operation, asAsked: boolean): (string | undefined)[] {
    const schema = requestBody?.content?.['application/json']?.schema;
    if (schema === undefined) return [undefined];
    return [JSON.stringify(bodyOf(document, schema, this.some(), asAsked)), `{"a": "${this.some()}`];
  }

  private async erase(): Promise<void> {
    const subject = { identifiers: SHEET[19]!.slice(0, 20).map(({ value }) => value) };
    await this.post('/v1/privacy/erasures?wait=30', { subject, preview: true });
    await this.post('/v1/privacy/erasures?wait=30', { subject });
  }

  /** Work that is given up, because the database quotes what it refuses, and because what reads a file dies of it. */
  private async fail(): Promise<void> {
    const { api } = this.tenant;
    await this.owner.query(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ DECLARE texts text := (SELECT left(string_agg(text, ' '), 20000) FROM readings);
           BEGIN RAISE '%', texts USING DETAIL = texts, HINT = NEW::text, COLUMN = left(texts, 60); END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON runs FOR EACH ROW WHEN (NEW.kind = 'classify') EXECUTE FUNCTION refuse();
      CREATE TRIGGER refuse BEFORE INSERT ON reply_templates FOR EACH ROW EXECUTE FUNCTION refuse();`);
    // A content of its own: one that was read before is not read again.
    const send = (name: string, canaries: readonly Canary[]) =>
      api.upload<DocumentBody>(
        { name, bytes: `<!doctype html><html><body><p>${name}</p><p>${letter(canaries)}</p></body></html>` },
        {},
        { path: '/v1/documents' },
      );
    await this.post('/v1/reply-templates', { name: SHEET[0]![0]!.value, language: 'en', text: letter(SHEET[0]!) });
    const refused = await send(`${SHEET[1]![0]!.value}.html`, SHEET[1]!);
    await this.untilRead(refused.body.id);
    const stop = crashReaders(process.pid);
    try {
      const deadly = await send(`${SHEET[2]![0]!.value}.html`, SHEET[2]!);
      for (const { body } of [refused, deadly]) this.documents.push(await api.settled(body.id));
    } finally {
      stop();
      await this.owner.query('DROP TRIGGER refuse ON runs; DROP TRIGGER refuse ON reply_templates');
    }
    this.deadLetters = await api.get('/v1/dead-letters');
  }

  private async untilRead(id: string): Promise<void> {
    while ((await this.tenant.api.get<DocumentBody>(`/v1/documents/${id}`)).body.stage === 'received')
      await immediate();
  }

  private some(): string {
    return listed(Array.from({ length: 5 }, () => PERSONAL[this.next++ % PERSONAL.length]!));
  }
  private async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<void> {
    this.keep(await this.tenant.api.post(path, body, headers));
  }
  private async get(path: string): Promise<void> {
    this.keep(await this.tenant.api.get(path));
  }
  private keep(answer: Answer<unknown>): void {
    this.answers.push(answer);
  }
}
