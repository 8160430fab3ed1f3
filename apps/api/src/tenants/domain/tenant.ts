import type { StoredSettings, TenantSettings } from './tenant-settings.js';

export const TENANT_STATUSES = ['active', 'suspended', 'deleted'] as const;
export type TenantStatus = (typeof TENANT_STATUSES)[number];

export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly region: string;
  readonly plan: string;
  readonly status: TenantStatus;
  /** The settings that hold. */
  readonly settings: TenantSettings;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A tenant as it is kept: only the settings that were ever set. */
export type StoredTenant = Omit<Tenant, 'settings'> & { readonly settings: StoredSettings };

export interface NewTenant {
  readonly name: string;
  readonly slug: string;
  readonly region: string;
  readonly plan: string;
}

/** Lower-case letters, digits and hyphens, 1 to 63 characters, as in a host name (RFC 1123). */
export const SLUG = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Names and titles: no control characters, no halves of surrogate pairs. */
export const PRINTABLE = /^[^\p{Cc}\p{Cs}]*$/u;

/** A slug out of a name: letters without their accents, words joined by hyphens. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '');
  return slug === '' ? 'tenant' : slug;
}
