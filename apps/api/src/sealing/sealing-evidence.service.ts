import { ClassifiedColumns } from '@app/encryption';
import { Injectable } from '@nestjs/common';
import { formsOf, SEALED_TABLES, SealingRepository, type SealingSums } from './data/sealing.repository.js';

/** How the classified columns of the running tenant stand. Tables that were not looked through may hold values of before. */
export interface SealingFacts extends SealingSums {
  readonly columns: number;
  readonly allTables: number;
  /** Of the data key that values are sealed with. */
  readonly keyVersion: number;
}

@Injectable()
export class SealingEvidence {
  constructor(
    private readonly repository: SealingRepository,
    private readonly classified: ClassifiedColumns,
  ) {}

  async own(): Promise<SealingFacts> {
    const { keyVersion } = await this.classified.of('documents');
    const columns = SEALED_TABLES.flatMap((table) => formsOf(table)).length;
    return { columns, allTables: SEALED_TABLES.length, keyVersion, ...(await this.repository.sums(keyVersion)) };
  }
}
