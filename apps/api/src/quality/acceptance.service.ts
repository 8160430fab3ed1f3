import type { Transaction } from '@app/database';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { TenantsService } from '../tenants/index.js';
import { Calibrations, type JudgedDocuments } from './calibrations.service.js';
import { defaultThreshold, thresholdAtError } from './domain/threshold.js';

/** From which confidence on documents need no review. */
export interface Acceptance {
  /** Null for all schemas that have none of their own. */
  readonly schemaId: string | null;
  /** 0..1: documents with this confidence or more are accepted. */
  readonly threshold: number;
  /** What it rests on: verdicts on documents of the schema, on those of all, or the confidence alone. */
  readonly basis: 'schema' | 'tenant' | 'default';
  /** Verdicts on whole documents that it was looked for in. */
  readonly verdicts: number;
}

/** The tenant's "accept at so much error" as a confidence. */
@Injectable()
export class AcceptanceService {
  /** By what was learned, and with it forgotten. */
  private readonly found = new WeakMap<JudgedDocuments, Map<number, Acceptance[]>>();

  constructor(
    private readonly tenants: TenantsService,
    private readonly calibrations: Calibrations,
  ) {}

  /** The threshold for documents of a schema at a share of errors; null where the tenant has set none. */
  async forSchema(tx: Transaction, schemaId: string | null, error: number | null): Promise<number | null> {
    const all = await this.at(error, tx);
    return (all.find((one) => one.schemaId === schemaId) ?? all.at(-1))?.threshold ?? null;
  }

  /** One for each schema whose own verdicts suffice, and, as the last, that of all others; empty where no error is set. */
  async all(): Promise<Acceptance[]> {
    const { review } = await this.tenants.settingsOf(tenantContext().tenantId);
    return this.at(review.acceptAtError);
  }

  private async at(error: number | null, tx?: Transaction): Promise<Acceptance[]> {
    if (error === null) return [];
    const documents = await this.calibrations.documents(tx);
    const known = this.found.get(documents)?.get(error);
    if (known) return known;
    const found = acceptanceAt(error, documents);
    this.found.set(documents, new Map([...(this.found.get(documents) ?? []), [error, found]]));
    return found;
  }
}

function acceptanceAt(error: number, documents: JudgedDocuments): Acceptance[] {
  const own = [...Map.groupBy(documents, ({ group }) => group)].flatMap(([schemaId, judged]): Acceptance[] => {
    const threshold = schemaId === null ? null : thresholdAtError(judged, error);
    return threshold === null ? [] : [{ schemaId, threshold, basis: 'schema', verdicts: judged.length }];
  });
  const shared = thresholdAtError(documents, error);
  return [
    ...own,
    {
      schemaId: null,
      threshold: shared ?? defaultThreshold(error),
      basis: shared === null ? 'default' : 'tenant',
      verdicts: documents.length,
    },
  ];
}
