import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type RuntimeConfig, runtimeConfig } from '@app/config';
import { AppError, Clock } from '@app/kernel';
import { Log } from '@app/observability';
import { type StorageConfig, storageConfig } from '@app/storage';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type AuthConfig, authConfig } from '../auth.config.js';
import { ensureSigningKeys, type PublicJwk, readSigningKeys, type SigningKey } from './signing-keys.js';

/** A token with an unknown key makes the file be read again, but no more often than this. */
const LOOK_AGAIN_MS = 2_000;

/** The signing keys as the file holds them now. */
@Injectable()
export class KeyStore implements OnModuleInit {
  private readonly path: string;
  private readonly mayCreate: boolean;
  private readonly reloadMs: number;
  private keys: readonly SigningKey[] = [];
  private version = '';
  private checkedAt = 0;
  private checking: Promise<void> | null = null;

  constructor(
    @Inject(authConfig.token) config: AuthConfig,
    @Inject(storageConfig.token) storage: StorageConfig,
    @Inject(runtimeConfig.token) runtime: RuntimeConfig,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.path = resolve(config.keysFile ?? join(storage.dataDir, 'keys', 'jwt.json'));
    this.mayCreate = runtime.environment !== 'production';
    this.reloadMs = config.keysReloadSeconds * 1_000;
  }

  async onModuleInit(): Promise<void> {
    await ensureSigningKeys(this.path, this.mayCreate);
    await this.load();
    this.checkedAt = this.clock.now();
  }

  /** The key that signs. */
  current(): SigningKey {
    this.checkInBackground();
    const [key] = this.keys;
    if (!key) throw new AppError('no_signing_key', 'bug');
    return key;
  }

  /** The key with this id; one that is not known yet may have come with a rotation. */
  async find(kid: string): Promise<SigningKey | null> {
    this.checkInBackground();
    const known = this.byId(kid);
    if (known || this.clock.now() - this.checkedAt < LOOK_AGAIN_MS) return known;
    await this.check();
    return this.byId(kid);
  }

  /** The public halves of all keys that are accepted. */
  published(): PublicJwk[] {
    this.checkInBackground();
    return this.keys.map(({ publicJwk }) => publicJwk);
  }

  private byId(kid: string): SigningKey | null {
    return this.keys.find((key) => key.kid === kid) ?? null;
  }

  private checkInBackground(): void {
    if (this.clock.now() - this.checkedAt >= this.reloadMs) void this.check();
  }

  /** Reads the file again if it has changed. Keys stay as they are while it cannot be read. */
  private check(): Promise<void> {
    this.checkedAt = this.clock.now();
    this.checking ??= this.load()
      .catch((error: unknown) => this.log.warn('auth.keys_not_reloaded', { err: error }))
      .finally(() => {
        this.checking = null;
      });
    return this.checking;
  }

  private async load(): Promise<void> {
    const { mtimeMs, ino } = await stat(this.path);
    const version = `${ino}:${mtimeMs}`;
    if (version === this.version) return;
    this.keys = await readSigningKeys(this.path);
    this.version = version;
  }
}
