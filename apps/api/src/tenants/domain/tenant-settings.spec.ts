import { describe, expect, it } from 'vitest';
import {
  defaultSettings,
  effectiveSettings,
  grantChange,
  grantedLimits,
  limitsAboveGrant,
  mergeSettings,
  settingsChangeSchema,
  type StoredSettings,
  type TenantLimits,
  tenantSettingsSchema,
} from './tenant-settings.js';

const LIMITS: TenantLimits = {
  rateLimits: { requestsPerMinute: 1_000, burst: 50 },
  quotas: { documentsPerMonth: null, storageBytes: 10_000 },
  maxUploadBytes: 5_000,
  maxPages: 100,
  maxOcrPages: null,
};

describe('settings', () => {
  it('has defaults that its own schema accepts', () => {
    expect(tenantSettingsSchema.parse(defaultSettings(LIMITS))).toEqual(defaultSettings(LIMITS));
    expect(effectiveSettings({}, LIMITS)).toEqual(defaultSettings(LIMITS));
  });

  it.each([
    [{ colour: 'red' }],
    [{ rateLimits: { requestsPerMinute: 5, perHour: 5 } }],
    [{ rateLimits: null }],
    [{ rateLimits: { burst: 0 } }],
    [{ retentionDays: 0 }],
    [{ maxPages: 0 }],
    [{ maxOcrPages: -1 }],
    [{ retentionDays: 1.5 }],
    [{ complianceFramework: 'hipaa' }],
    [{ quotas: { storageBytes: -1 } }],
    [{ piiPolicy: { types: ['email'] } }],
    [{ providerRoutes: { chat: 'x'.repeat(20_000) } }],
    [{ duplicates: 'ignore' }],
    [{ retention: { byType: [{ type: 'invoice', days: 0 }] } }],
    [
      {
        retention: {
          byType: [
            { type: 'invoice', days: 1 },
            { type: 'invoice', days: 2 },
          ],
        },
      },
    ],
    [{ retention: { byType: [{ type: 'In voice', days: 1 }] } }],
  ])('refuses %j', (change) => expect(settingsChangeSchema.safeParse(change).success).toBe(false));

  it.each([
    [{}, {}],
    [{ retentionDays: null }, { retentionDays: null }],
    [
      { retention: { byType: [{ type: 'invoice', days: null }] } },
      { retention: { byType: [{ type: 'invoice', days: null }] } },
    ],
    [{ quotas: { documentsPerMonth: 5 } }, { quotas: { documentsPerMonth: 5 } }],
    [{ providerRoutes: { chat: { model: 'm' } } }, { providerRoutes: { chat: { model: 'm' } } }],
  ])('accepts %j', (change, parsed) => expect(settingsChangeSchema.parse(change)).toEqual(parsed));
});

describe('mergeSettings', () => {
  it('merges nested objects key by key and replaces provider routes', () => {
    const base: StoredSettings = { rateLimits: { requestsPerMinute: 10, burst: 2 }, providerRoutes: { a: 1 } };
    expect(mergeSettings(base, { rateLimits: { burst: 3 }, providerRoutes: { b: 2 } })).toEqual({
      rateLimits: { requestsPerMinute: 10, burst: 3 },
      providerRoutes: { b: 2 },
    });
  });

  it('leaves alone what a change does not name, and takes null as a value', () => {
    const base: StoredSettings = { retentionDays: 30, duplicates: 'refuse', quotas: { storageBytes: 1 } };
    expect(mergeSettings(base, { retentionDays: null, duplicates: undefined, quotas: undefined })).toEqual({
      retentionDays: null,
      duplicates: 'refuse',
      quotas: { storageBytes: 1 },
    });
  });
});

describe('limits', () => {
  it.each([
    [{ rateLimits: { requestsPerMinute: 1_000 } }, []],
    [{ rateLimits: { requestsPerMinute: 1_001 } }, ['/rateLimits/requestsPerMinute']],
    [{ rateLimits: { burst: 51 }, maxUploadBytes: 5_001 }, ['/rateLimits/burst', '/maxUploadBytes']],
    [{ quotas: { documentsPerMonth: 1 } }, []],
    [{ quotas: { documentsPerMonth: null } }, []],
    [{ quotas: { storageBytes: null } }, ['/quotas/storageBytes']],
    [{ maxPages: 100, maxOcrPages: 0 }, []],
    [{ maxPages: 101, maxOcrPages: 5_000 }, ['/maxPages']],
    [{ maxPages: null, maxOcrPages: null }, ['/maxPages']],
  ])('finds in %j what is above the grant: %j', (change, pointers) =>
    expect(limitsAboveGrant(change, LIMITS)).toEqual(pointers),
  );

  it('lets a tenant go below its grant, and holds it there when the grant shrinks', () => {
    const stored: StoredSettings = { rateLimits: { requestsPerMinute: 800 }, quotas: { documentsPerMonth: 7 } };
    expect(effectiveSettings(stored, LIMITS)).toMatchObject({
      rateLimits: { requestsPerMinute: 800, burst: 50 },
      quotas: { documentsPerMonth: 7, storageBytes: 10_000 },
    });
    const shrunk = { ...stored, granted: { rateLimits: { requestsPerMinute: 100 }, quotas: { storageBytes: 5 } } };
    expect(effectiveSettings(shrunk, LIMITS)).toMatchObject({
      rateLimits: { requestsPerMinute: 100 },
      quotas: { documentsPerMonth: 7, storageBytes: 5 },
    });
  });

  it.each([
    ['the grant, where it has set nothing', {}, { maxPages: 100, maxOcrPages: null }],
    ['less, where it wants less', { maxPages: 7, maxOcrPages: 0 }, { maxPages: 7, maxOcrPages: 0 }],
    ['the grant, where it had set more', { maxPages: 500 }, { maxPages: 100, maxOcrPages: null }],
    ['what was granted to it', { granted: { maxPages: null, maxOcrPages: 3 } }, { maxPages: null, maxOcrPages: 3 }],
  ])('has pages of a document read within %s', (_, stored, pages) =>
    expect(effectiveSettings(stored, LIMITS)).toMatchObject(pages),
  );

  it('raises both the grant and what the tenant had set when the platform changes a limit', () => {
    const raised = grantChange({ rateLimits: { requestsPerMinute: 5 } }, { rateLimits: { requestsPerMinute: 9_000 } });
    expect(effectiveSettings(raised, LIMITS).rateLimits).toEqual({ requestsPerMinute: 9_000, burst: 50 });
    expect(grantedLimits(raised, LIMITS).rateLimits).toEqual({ requestsPerMinute: 9_000, burst: 50 });
  });

  it('grants nothing where the platform changes something else', () => {
    expect(grantChange({}, { duplicates: 'refuse' })).toEqual({ duplicates: 'refuse' });
  });
});
