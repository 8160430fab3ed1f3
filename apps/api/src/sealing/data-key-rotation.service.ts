import { DataKeys } from '@app/encryption';
import { AppError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { TenantsService } from '../tenants/index.js';
import { SealingRepository, type SealingProgress } from './data/sealing.repository.js';

/**
 * `waiting`: not all processes know the new version yet, and write with the one before; `resealing`: what stands under older ones is
 * brought to it; `settled`: there is only one.
 */
export type RotationState = 'waiting' | 'resealing' | 'settled';

/** How the data key of a tenant stands. */
export interface DataKeyStatus {
  readonly tenantId: string;
  readonly state: RotationState;
  /** The newest version. */
  readonly version: number;
  /** From when on new values are sealed with it. */
  readonly activeFrom: Date;
  /** Older versions that still open values. */
  readonly olderVersions: number;
  readonly destroyedVersions: number;
  readonly progress: SealingProgress;
}

/** Data keys of tenants as platform administrators look at them and replace them. */
@Injectable()
export class DataKeyRotation {
  constructor(
    private readonly keys: DataKeys,
    private readonly repository: SealingRepository,
    private readonly tenants: TenantsService,
  ) {}

  /** Throws `not_found`. */
  async status(tenantId: string): Promise<DataKeyStatus> {
    await this.tenants.getTenant(tenantId);
    // Makes the first one where none was needed yet.
    await this.keys.of(tenantId);
    const versions = await this.keys.versions(tenantId);
    const newest = versions.at(-1);
    if (newest === undefined) throw new AppError('data_key_missing', 'bug');
    const { version, activeFrom, active } = newest;
    const destroyedVersions = versions.filter(({ destroyed }) => destroyed).length;
    const olderVersions = versions.length - destroyedVersions - 1;
    return {
      tenantId,
      state: olderVersions === 0 ? 'settled' : active ? 'resealing' : 'waiting',
      version,
      activeFrom,
      olderVersions,
      destroyedVersions,
      progress: await this.repository.progress(tenantId, version),
    };
  }

  /** Throws `not_found`, and `rotation_under_way` where values still stand under an older version. */
  async rotate(tenantId: string): Promise<DataKeyStatus> {
    const { state } = await this.status(tenantId);
    if (state !== 'settled')
      throw new AppError('rotation_under_way', 'conflict', {
        detail: 'Values of this tenant still stand under an older version of its data key.',
      });
    await this.keys.rotate(tenantId);
    return this.status(tenantId);
  }
}
