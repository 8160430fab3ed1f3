import { DataKeys, type TenantSeals } from '@app/encryption';
import { Clock } from '@app/kernel';
import { PersonalData, type PiiEntity } from '@app/privacy';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { TenantsService } from '../tenants/index.js';
import { PseudonymsRepository, type SealedPseudonym } from './data/pseudonyms.repository.js';
import { revealed, tokenOf, tokensIn } from './domain/tokens.js';

const VALUE = 'pseudonyms.value';
const TOKEN = 'pseudonyms.token';
const DAY_MS = 24 * 60 * 60 * 1_000;
/** Expired ones that go with one request: a few milliseconds. */
const EXPIRED_AT_ONCE = 500;

/** Pseudonyms that are the same for the same value in all texts of a tenant, and that those who may can turn back. */
@Injectable()
export class Pseudonyms {
  constructor(
    private readonly repository: PseudonymsRepository,
    private readonly personalData: PersonalData,
    private readonly tenants: TenantsService,
    private readonly keys: DataKeys,
    private readonly clock: Clock,
  ) {}

  /** The text with a token for each piece of personal data of the types that the tenant's policy names. */
  async replace(text: string): Promise<{ text: string; entities: readonly PiiEntity[] }> {
    const { piiPolicy } = await this.tenants.settingsOf(tenantContext().tenantId);
    const types = piiPolicy.types.length === 0 ? undefined : piiPolicy.types;
    const found = await this.personalData.redact({ text, mode: 'pseudonymize', types });
    await this.expire();
    if (found.mapping.size === 0) return { text, entities: found.entities };
    const seals = await this.keys.own();
    const tokens = new Map([...found.mapping].map(([own, value]) => [own, this.tokenFor(seals, own, value)] as const));
    const sealed = [...found.mapping].map(([own, value]) => {
      const token = tokens.get(own) ?? own;
      return { token, value: seals.text(VALUE, token, value) };
    });
    await this.repository.put(sealed, this.clock.date());
    const replaced = found.text.replace(/\[[A-Z_]+_\d+\]/g, (own) => tokens.get(own) ?? own);
    return { text: replaced, entities: found.entities };
  }

  /** The text with the values behind the tenant's own tokens, and how many of them were known. Tokens of others are like unknown ones. */
  async reveal(text: string): Promise<{ text: string; revealed: number }> {
    const values = await this.opened(await this.repository.find(tokensIn(text), await this.since()));
    return { text: revealed(text, values), revealed: values.size };
  }

  private async opened(rows: readonly SealedPseudonym[]): Promise<ReadonlyMap<string, string>> {
    const seals = await this.keys.own();
    return new Map(rows.map(({ token, value }) => [token, seals.openText(VALUE, token, value)]));
  }

  private tokenFor(seals: TenantSeals, own: string, value: string): string {
    const type = own.slice(1, own.lastIndexOf('_'));
    return tokenOf(type, seals.blind(TOKEN, `${type}\n${value}`));
  }

  /** Removes what the tenant's retention no longer lets stand. */
  private async expire(): Promise<void> {
    const since = await this.since();
    if (since !== null) await this.repository.expire(since, EXPIRED_AT_ONCE);
  }

  /** From when on tokens still hold; null where the tenant has no retention. */
  private async since(): Promise<Date | null> {
    const { retentionDays } = await this.tenants.settingsOf(tenantContext().tenantId);
    return retentionDays === null ? null : new Date(this.clock.now() - retentionDays * DAY_MS);
  }
}
