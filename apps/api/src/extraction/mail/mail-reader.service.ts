import { isAppError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { DocumentRecord, RunDraft } from '../../documents/index.js';
import { Calibrations } from '../../quality/index.js';
import { type ExtractionSchema, SchemasService } from '../../schemas/index.js';
import type { ReadingWishes } from '../extraction.service.js';
import type { MailResult, MailSource, NamedSource } from './mail-source.js';
import { MailSources, type ReadSource } from './mail-sources.service.js';
import { toldWhole } from './told-whole.js';
import { wholeOf } from './whole-result.js';
import { businessOf, carriersBy } from './whole-schema.js';

/** Parts beyond this many are not heard: they are documents of their own, and the receipt says so. */
const MOST_PARTS = 50;
/** Models are asked of so many parts: each question is paid for, and they are all waited for. */
const MOST_ASKED = 8;
/** No model is asked. */
const LOCAL = 0;

/** The fields of an e-mail, where they come from, and what it took to find them. */
export interface MailReading {
  readonly result: MailResult;
  readonly sources: readonly NamedSource[];
  readonly runs: readonly RunDraft[];
}

/** A schema stands in for what was asked for with the e-mail. */
type Wishes = Required<Pick<ReadingWishes, 'runId' | 'signal'>> & Pick<ReadingWishes, 'schema' | 'threshold'>;

/** Hears the body of an e-mail and its parts, and has one set of fields made of what they say. */
@Injectable()
export class MailReader {
  constructor(
    private readonly sources: MailSources,
    private readonly schemas: SchemasService,
    private readonly calibrations: Calibrations,
  ) {}

  async read(mail: DocumentRecord, all: readonly DocumentRecord[], wishes: Wishes): Promise<MailReading> {
    const readable = all.filter(({ status, readingId }) => readingId !== null && HEARD.has(status));
    const parts = readable.slice(0, MOST_PARTS);
    const asked = wishes.schema ?? (await this.askedOf(mail));
    const reading = asked ? await this.readBy(asked, mail, parts, wishes) : await this.readAs(mail, parts, wishes);
    const warnings = parts.length < readable.length ? [TOO_MANY] : [];
    const result = toldWhole(reading.result, await this.calibrations.calibrator());
    return { ...reading, result: { ...result, warnings } };
  }

  /** The schema that was asked for, by its id or by the type that was named. */
  private async askedOf({ options: { schemaId, type } }: DocumentRecord): Promise<ExtractionSchema | null> {
    if (schemaId !== undefined) return this.schemas.require(schemaId);
    return type === undefined ? null : this.schemas.forType(type);
  }

  /** Nobody asked for a schema: the documents that came with it decide, in the way in which each was read by itself. */
  private async readAs(mail: DocumentRecord, parts: readonly DocumentRecord[], wishes: Wishes): Promise<MailReading> {
    const own = await this.ownOf(parts);
    const business = businessOf(own, await this.schemasOf(own));
    const schema = business?.schema ?? (await this.schemas.forType(mail.type));
    // A model is asked of a body only where there is a schema for e-mails: without one nobody waits for certain fields.
    const isLocal = business !== null || schema.openEnded === true;
    const body = await this.sources.read(mail, 'body', { ...wishes, schema, ...(isLocal && { threshold: LOCAL }) });
    const { result, used } = wholeOf(schema, business?.carriers ?? [], body.source);
    return { result, sources: named([body.source, ...own], used), runs: [body.run] };
  }

  /**
   * By the schema that was asked for: the local engine reads the body and each part by it, unless a part was read so already; then
   * models are asked where what is asked for stands, of the body only where no part has it.
   */
  private async readBy(
    schema: ExtractionSchema,
    mail: DocumentRecord,
    parts: readonly DocumentRecord[],
    wishes: Wishes,
  ): Promise<MailReading> {
    const local = { ...wishes, schema, threshold: LOCAL };
    const body = await this.sources.read(mail, 'body', local);
    const own: MailSource[] = [];
    const read: { readonly part: DocumentRecord; readonly source: MailSource }[] = [];
    for (const part of parts) {
      const given = (await this.ownOf([part])).filter(({ schemaId }) => schemaId === schema.id);
      own.push(...given);
      if (given.length === 0) read.push({ part, source: (await this.sources.read(part, 'attachment', local)).source });
    }
    const attached = [...own, ...read.map(({ source }) => source)];
    const carriers = carriersBy([body.source, ...attached]).filter((source) => source !== body.source);
    const again = read.filter(({ source }) => carriers.includes(source)).slice(0, MOST_ASKED);
    const asked = await Promise.all<ReadSource>([
      ...(carriers.length === 0 ? [this.sources.read(mail, 'body', { ...wishes, schema })] : []),
      ...again.map(({ part }) => this.sources.read(part, 'attachment', { ...wishes, schema })),
    ]);
    const latest = (source: MailSource): MailSource =>
      asked.find((one) => one.source.documentId === source.documentId)?.source ?? source;
    const spoken = latest(body.source);
    const heard = attached.map(latest);
    const whole = wholeOf(schema, carriers.map(latest), spoken);
    return { result: whole.result, sources: named([spoken, ...heard], whole.used), runs: asked.map(({ run }) => run) };
  }

  private async ownOf(parts: readonly DocumentRecord[]): Promise<MailSource[]> {
    const sources: MailSource[] = [];
    for (const part of parts) sources.push(...(await this.sources.ownOf(part)));
    return sources;
  }

  /** The schemas by which the parts were read. One that its tenant has archived meanwhile is of no business any more. */
  private async schemasOf(sources: readonly MailSource[]): Promise<Map<string, ExtractionSchema>> {
    const known = new Map<string, ExtractionSchema>();
    for (const id of new Set(sources.map(({ schemaId }) => schemaId))) {
      const schema = await this.schemas.require(id).catch((error: unknown) => {
        if (isAppError(error) && error.code === 'unknown_schema') return null;
        throw error;
      });
      if (schema) known.set(id, schema);
    }
    return known;
  }
}

const HEARD: ReadonlySet<string> = new Set(['succeeded', 'partial']);
const TOO_MANY = `Only ${MOST_PARTS} of the attached files were heard for the fields of the e-mail.`;

const named = (sources: readonly MailSource[], used: ReadonlySet<MailSource>): NamedSource[] =>
  sources.map((source) => ({
    documentId: source.documentId,
    filename: source.filename,
    source: source.kind,
    schemaId: source.schemaId,
    used: used.has(source),
  }));
