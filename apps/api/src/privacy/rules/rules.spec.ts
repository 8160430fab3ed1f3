import { frameworkOf } from '@app/privacy';
import { describe, expect, it } from 'vitest';
import { frameworkStatus } from '../domain/framework-status.js';
import type { PrivacyFacts } from '../domain/privacy-facts.js';
import type { RuleState } from '../domain/privacy-rule.js';
import { RULE_BY_DEMAND } from './registry.js';

const GDPR = frameworkOf('gdpr')!;
const SETTINGS = {
  retentionDays: 30,
  piiPolicy: { modelInput: 'pseudonymized', types: [] },
  privacy: { modelInputBasis: null, transferRegions: [], transferBasis: null, belowFramework: null },
  auditSource: 'none',
} as unknown as PrivacyFacts['settings'];
const LIFE: PrivacyFacts['life'] = {
  retention: { days: 30, byType: [], most: null, erased: { count: 0, lastAt: null }, overdue: 0 },
  erasures: { count: 2, lastAt: new Date(0), slowestSeconds: 60, open: 0, openSince: null },
  exports: { count: 1, lastAt: new Date(0), slowestSeconds: 60, open: 0, openSince: null },
  holds: { standing: 0 },
  tombstones: { count: 2, unlogged: 0 },
};
const retention = (change: object) => ({ life: { ...LIFE, retention: { ...LIFE.retention, ...change } } });
const exports = (change: object) => ({ life: { ...LIFE, exports: { ...LIFE.exports, ...change } } });
const erasures = (change: object) => ({ life: { ...LIFE, erasures: { ...LIFE.erasures, ...change } } });
const GOOD: PrivacyFacts = {
  settings: SETTINGS,
  tenantRegion: 'eu',
  instanceRegion: 'eu',
  models: [{ model: 'a/b', region: 'eu' }],
  documents: { documents: 3, oldestDays: 10 },
  life: LIFE,
  keys: { kind: 'file', currentMasterKeyId: 'a', masterKeyIds: ['a'] },
  sealing: { columns: 30, allTables: 18, keyVersion: 2, tables: 18, resealed: 4, failed: 0, lastDoneAt: new Date(0) },
  now: new Date('2026-06-30T00:00:00Z'),
  trail: { state: 'intact', entries: 7, checkedAt: new Date(0) },
  keysEncrypted: true,
};
const settings = (change: object): Partial<PrivacyFacts> => ({ settings: { ...SETTINGS, ...change } });
const privacy = (change: object) => settings({ privacy: { ...SETTINGS.privacy, ...change } });
const policy = (change: object) => settings({ piiPolicy: { ...SETTINGS.piiPolicy, ...change } });

const CASES: readonly (readonly [string, string, Partial<PrivacyFacts>, RuleState])[] = [
  ['minimisation', 'pseudonyms for models', {}, 'met'],
  ['minimisation', 'plain text for models', policy({ modelInput: 'plain' }), 'violated'],
  [
    'minimisation',
    'plain text for a reason that nobody can check',
    settings({ piiPolicy: { modelInput: 'plain', types: [] }, privacy: { ...SETTINGS.privacy, modelInputBasis: 'x' } }),
    'not-checked',
  ],
  ['redaction', 'all types', {}, 'met'],
  ['redaction', 'some types', policy({ types: ['IBAN'] }), 'violated'],
  ['retention', 'a time that is kept to', {}, 'met'],
  ['retention', 'no time', retention({ days: null }), 'violated'],
  ['retention', 'a time of the region alone', retention({ days: null, most: 90 }), 'met'],
  ['retention', 'documents past it', retention({ overdue: 1 }), 'violated'],
  ['erasure', 'some, and none is open', {}, 'met'],
  ['erasure', 'none ever', erasures({ count: 0 }), 'not-checked'],
  [
    'erasure',
    'one that is under way',
    erasures({ open: 1, openSince: new Date('2026-06-20T00:00:00Z') }),
    'not-checked',
  ],
  ['erasure', 'one that is late', erasures({ open: 1, openSince: new Date('2026-03-20T00:00:00Z') }), 'violated'],
  ['access', 'some, and none is open', {}, 'met'],
  ['access', 'one that took five weeks', exports({ slowestSeconds: 35 * 86_400 }), 'not-checked'],
  [
    'access',
    'one that may have been extended',
    exports({ open: 1, openSince: new Date('2026-05-20T00:00:00Z') }),
    'not-checked',
  ],
  ['access', 'none ever', exports({ count: 0 }), 'not-checked'],
  ['access', 'one that is late', exports({ open: 1, openSince: new Date('2026-03-20T00:00:00Z') }), 'violated'],
  ['portability', 'some, and none is open', {}, 'met'],
  ['portability', 'one that is late', exports({ open: 1, openSince: new Date('2026-03-20T00:00:00Z') }), 'violated'],
  [
    'portability',
    'one that is under way',
    exports({ open: 1, openSince: new Date('2026-06-20T00:00:00Z') }),
    'not-checked',
  ],
  ['transfers', 'everything in one region', {}, 'met'],
  ['transfers', 'a model that is nobody knows where', { models: [{ model: 'a/b', region: null }] }, 'not-checked'],
  [
    'transfers',
    'the same model, which is not used',
    { models: [{ model: 'a/b', region: null }], ...policy({ modelInput: 'local-only' }) },
    'met',
  ],
  ['transfers', 'an instance without a region', { instanceRegion: null }, 'not-checked'],
  ['transfers', 'a tenant without a region', { tenantRegion: 'default', instanceRegion: null }, 'not-checked'],
  ['transfers', 'an instance of another region', { instanceRegion: 'us' }, 'violated'],
  ['transfers', 'other regions without a reason', privacy({ transferRegions: ['us'] }), 'violated'],
  ['transfers', 'other regions with one', privacy({ transferRegions: ['us'], transferBasis: 'x' }), 'not-checked'],
  ['records', 'a whole trail', {}, 'met'],
  ['records', 'a broken trail', { trail: { state: 'broken', entries: 7, checkedAt: new Date(0) } }, 'violated'],
  [
    'records',
    'a trail not looked through',
    { trail: { state: 'unknown', entries: null, checkedAt: null } },
    'not-checked',
  ],
  ['security', 'anything', {}, 'not-checked'],
];

describe('rules', () => {
  it.each(CASES)('%s: %s', (demand, _, change, state) => {
    const status = frameworkStatus(GDPR, { ...GOOD, ...change }, RULE_BY_DEMAND).find(({ id }) => id === demand)!;
    expect(status.state).toBe(state);
    expect(Object.keys(status.evidence).length).toBeGreaterThan(0);
    expect(status.toDo).toMatch(/\.$/);
    expect(status.checked).toMatch(/\.$/);
    expect(status.texts[0]?.url).toMatch(/^https:/);
  });

  it('that can be met can be violated, and stand in the cases both ways', () => {
    const statesOf = (demand: string) => CASES.filter(([id]) => id === demand).map(([, , , state]) => state);
    const checked = [...RULE_BY_DEMAND.keys()].filter((demand) => demand !== 'security');
    for (const demand of checked) expect(statesOf(demand), demand).toEqual(expect.arrayContaining(['met', 'violated']));
  });

  it.each([
    [{}, { textsInDatabase: 'encrypted', lookedThrough: '18 of 18 tables', valuesThatDoNotOpen: 0 }],
    [{ tables: 17 }, { textsInDatabase: 'encrypted when written, being looked through for older ones' }],
    [{ failed: 1 }, { textsInDatabase: 'encrypted', valuesThatDoNotOpen: 1 }],
  ])('the evidence of security says how far columns are sealed: %o', (change, evidence) => {
    const facts = { ...GOOD, sealing: { ...GOOD.sealing, ...change } };
    expect(frameworkStatus(GDPR, facts, RULE_BY_DEMAND).find(({ id }) => id === 'security')?.evidence).toMatchObject(
      evidence,
    );
  });

  it('the evidence of security tells master keys that are still needed', () => {
    const facts = { ...GOOD, keys: { ...GOOD.keys, masterKeyIds: ['a', 'b'] } };
    expect(frameworkStatus(GDPR, facts, RULE_BY_DEMAND).find(({ id }) => id === 'security')?.evidence).toMatchObject({
      olderMasterKeysInUse: 'b',
    });
  });

  it.each([
    ['ccpa', 'access', '2026-05-01', 'not-checked'],
    ['ccpa', 'access', '2026-03-31', 'violated'],
    ['pipeda', 'access', '2026-05-02', 'not-checked'],
    ['pipeda', 'access', '2026-04-30', 'violated'],
    ['lgpd', 'access', '2026-06-14', 'violated'],
    ['pdpa', 'access', '2026-01-01', 'not-checked'],
    ['lgpd', 'erasure', '2026-01-01', 'not-checked'],
  ] as const)('%s, %s open since %s: %s', (law, demand, since, state) => {
    const open = { open: 1, openSince: new Date(since) };
    const facts = {
      ...GOOD,
      life: { ...LIFE, exports: { ...LIFE.exports, ...open }, erasures: { ...LIFE.erasures, ...open } },
    };
    const status = frameworkStatus(frameworkOf(law)!, facts, RULE_BY_DEMAND).find(({ id }) => id === demand);
    expect(status?.state).toBe(state);
    expect(status?.evidence['inTimeOnlyIfExtended']).toBe(demand === 'access');
  });

  it('are not checked where there is no check, and do not apply where the law does not ask', () => {
    const states = new Map(frameworkStatus(GDPR, GOOD, RULE_BY_DEMAND).map(({ id, state }) => [id, state]));
    expect(states.get('breach-notice')).toBe('not-checked');
    expect(states.get('opt-out-of-sale')).toBe('not-applicable');
  });
});
