import { type ContentPart, type PreparedContent, PrivacyExit, type Purpose } from '@app/llm';
import { PersonalData, restoreText } from '@app/privacy';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { TenantsService } from '../tenants/index.js';

const AS_IS = <T>(value: T): T => value;

/** Applies the tenant's policy on personal data to what leaves for a model. */
@Injectable()
export class TenantPrivacyExit extends PrivacyExit {
  constructor(
    private readonly tenants: TenantsService,
    private readonly personalData: PersonalData,
  ) {
    super();
  }

  override async prepare(_: Purpose, parts: readonly ContentPart[]): Promise<PreparedContent> {
    const { piiPolicy } = await this.tenants.settingsOf(tenantContext().tenantId);
    if (piiPolicy.modelInput === 'local-only') return { kind: 'forbidden' };
    if (piiPolicy.modelInput === 'plain') return { kind: 'allowed', parts, restore: AS_IS };
    const mode = piiPolicy.modelInput === 'masked' ? 'mask' : 'pseudonymize';
    const types = piiPolicy.types.length === 0 ? undefined : piiPolicy.types;
    // One text, so that the same name has the same token in all parts.
    const separator = separatorOf(parts);
    const joined = parts.map(({ text }) => text).join(separator);
    const { text, mapping } = await this.personalData.redact({ text: joined, mode, types });
    const texts = text.split(separator);
    return {
      kind: 'allowed',
      parts: parts.map((part, index) => ({ ...part, text: texts[index] ?? '' })),
      restore: mapping.size === 0 ? AS_IS : <T>(value: T) => restored(value, mapping) as T,
    };
  }
}

/** A private use character: no personal data has it. */
const SIGN = '\uE0F0';

/** A line that stands in no part: one sign longer than any row of them. A document that knew it could write the next part. */
function separatorOf(parts: readonly ContentPart[]): string {
  const rows = parts.flatMap(({ text }) => text.match(/\uE0F0+/g) ?? []);
  const longest = rows.reduce((most, { length }) => Math.max(most, length), 0);
  return `\n${SIGN.repeat(longest + 1)}\n`;
}

/** A copy with the originals in all its texts, names of fields left as they are. */
function restored(value: unknown, mapping: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return restoreText(value, mapping);
  if (Array.isArray(value)) return value.map((item) => restored(item, mapping));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, restored(inner, mapping)]));
  return value;
}
