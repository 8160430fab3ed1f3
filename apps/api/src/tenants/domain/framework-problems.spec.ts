import { expect, it } from 'vitest';
import { frameworkProblems } from './framework-problems.js';
import { defaultSettings, mergeSettings, type SettingsChange, type TenantSettings } from './tenant-settings.js';

const FREE = defaultSettings({
  rateLimits: { requestsPerMinute: 1, burst: 1 },
  quotas: { documentsPerMonth: null, storageBytes: null },
  maxUploadBytes: 1,
  maxPages: null,
  maxOcrPages: null,
});
const GDPR: TenantSettings = { ...FREE, complianceFramework: 'gdpr', retentionDays: 30 };
const WEAK: TenantSettings = { ...GDPR, retentionDays: null };

const plain: SettingsChange = { piiPolicy: { modelInput: 'plain' } };

it.each<[string, TenantSettings, SettingsChange, string[]]>([
  ['anything without a framework', FREE, plain, []],
  ['what weakens it', GDPR, plain, ['/piiPolicy/modelInput']],
  ['several at once', GDPR, { ...plain, retentionDays: null }, ['/piiPolicy/modelInput', '/retentionDays']],
  ['what weakens it for a stated reason', GDPR, { ...plain, privacy: { belowFramework: 'a test' } }, []],
  [
    'the end of that reason',
    { ...WEAK, privacy: { ...WEAK.privacy, belowFramework: 'a test' } },
    { privacy: { belowFramework: null } },
    ['/retentionDays'],
  ],
  ['a framework that is not reached', FREE, { complianceFramework: 'gdpr' }, ['/retentionDays']],
  ['a framework that is', FREE, { complianceFramework: 'gdpr', retentionDays: 1 }, []],
  ['something else, while it was weaker before', WEAK, { duplicates: 'refuse' }, []],
  ['something weaker still', WEAK, plain, ['/piiPolicy/modelInput']],
  ['another framework', WEAK, { complianceFramework: 'lgpd' }, ['/retentionDays']],
  ['no framework any more', WEAK, { complianceFramework: 'none' }, []],
])('a change to %s', (_, before, change, pointers) => {
  expect(frameworkProblems(before, mergeSettings(before, change)).map(({ pointer }) => pointer)).toEqual(pointers);
});
