import { type ConfigOf, type RuntimeConfig, runtimeConfig } from '@app/config';
import { Inject, Injectable } from '@nestjs/common';
import { modelsConfig } from '../models/index.js';

/** What the configuration of this instance says. */
@Injectable()
export class InstanceFacts {
  /** Null where it has none. */
  readonly instanceRegion: string | null;
  readonly keysEncrypted: boolean;

  constructor(
    @Inject(runtimeConfig.token) { region }: Pick<RuntimeConfig, 'region'>,
    @Inject(modelsConfig.token) { keyEncryption }: Pick<ConfigOf<typeof modelsConfig>, 'keyEncryption'>,
  ) {
    this.instanceRegion = region ?? null;
    this.keysEncrypted = keyEncryption !== undefined;
  }
}
