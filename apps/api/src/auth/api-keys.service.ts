import { AppError, Clock, notFound } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { Authenticator } from './authenticator.js';
import { type ApiKey, ApiKeysRepository } from './data/api-keys.repository.js';
import { type ApiScope, roleOfScopes } from './domain/scopes.js';
import { formatApiKey, hashOf, newApiKey } from './domain/secret-tokens.js';

export type { ApiKey } from './data/api-keys.repository.js';

export interface CreateApiKey {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly expiresAt: Date | null;
}

/** API keys of a tenant: for programs, with scopes in place of a role. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly keys: ApiKeysRepository,
    private readonly authenticator: Authenticator,
    private readonly clock: Clock,
  ) {}

  list(after: string | null, limit: number): Promise<ApiKey[]> {
    return this.keys.list(after, limit);
  }

  /** The new key and its text, which cannot be had a second time. */
  async create({ name, scopes, expiresAt }: CreateApiKey): Promise<{ record: ApiKey; key: string }> {
    // Not after now, or no time at all: an offset may be well-formed and still not exist.
    if (expiresAt !== null && !(expiresAt.getTime() > this.clock.now()))
      throw new AppError('invalid_input', 'invalid', {
        detail: 'The request is not valid.',
        errors: [{ pointer: '/expiresAt', detail: 'must be in the future' }],
      });
    const { tenantId, userId } = tenantContext();
    const parts = newApiKey();
    const record = await this.keys.insert({
      tenantId,
      publicId: parts.publicId,
      secretHash: hashOf(parts.secret),
      name,
      scopes: [...new Set(scopes)],
      role: roleOfScopes(scopes),
      createdBy: userId,
      expiresAt,
    });
    return { record, key: formatApiKey(parts) };
  }

  async revoke(id: string): Promise<void> {
    if (!(await this.keys.revoke(id))) throw notFound();
    this.authenticator.forget();
  }
}
