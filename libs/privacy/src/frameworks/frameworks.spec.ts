import { describe, expect, it } from 'vitest';
import { belowFramework, type FrameworkSettings } from './below-framework.js';
import { COMPLIANCE_FRAMEWORKS, DEMANDS, type Framework } from './framework.js';
import { frameworkOf } from './registry.js';

const FRAMEWORKS = COMPLIANCE_FRAMEWORKS.map((id) => frameworkOf(id)).filter((one): one is Framework => one !== null);
const GOOD: FrameworkSettings = {
  retentionDays: 30,
  piiPolicy: { modelInput: 'pseudonymized', types: [] },
  privacy: { modelInputBasis: null, transferRegions: [], transferBasis: null },
};

describe('frameworks', () => {
  it('are five, each under its own id', () => {
    expect(FRAMEWORKS.map(({ id }) => id)).toEqual(COMPLIANCE_FRAMEWORKS.filter((id) => id !== 'none'));
    expect(frameworkOf('none')).toBeNull();
  });

  it.each(FRAMEWORKS)('$id names the source of each demand and what a person has to do', ({ demands }) => {
    for (const demand of Object.values(demands)) {
      expect(demand.source).toMatch(/\d/);
      expect([demand.asks, demand.toDo].every((text) => text.endsWith('.'))).toBe(true);
    }
    expect(DEMANDS.filter((id) => id in demands)).toEqual(expect.arrayContaining(['retention', 'breach-notice']));
  });

  it('never say that anything complies with them', () => {
    expect(JSON.stringify(FRAMEWORKS)).not.toMatch(/complian|complies|conform/i);
  });
});

describe('settings below a framework', () => {
  const pointers = (framework: string, settings: Partial<FrameworkSettings>): string[] =>
    belowFramework(frameworkOf(framework as 'gdpr') ?? FRAMEWORKS[0]!, { ...GOOD, ...settings }).map(
      ({ pointer }) => pointer,
    );
  const privacy = (change: Partial<FrameworkSettings['privacy']>) => ({ privacy: { ...GOOD.privacy, ...change } });
  const policy = (change: Partial<FrameworkSettings['piiPolicy']>) => ({ piiPolicy: { ...GOOD.piiPolicy, ...change } });
  const plain = policy({ modelInput: 'plain' });

  it.each<[string, string, Partial<FrameworkSettings>, string[]]>([
    ['nothing', 'gdpr', {}, []],
    ['no time of keeping', 'lgpd', { retentionDays: null }, ['/retentionDays']],
    ['plain text for models', 'gdpr', plain, ['/piiPolicy/modelInput']],
    ['plain text for a stated reason', 'gdpr', { ...plain, ...privacy({ modelInputBasis: 'Art. 6(1)(b)' }) }, []],
    ['some types only', 'pipeda', policy({ types: ['PERSON'] }), ['/piiPolicy/types']],
    ['all but those of organisations', 'ccpa', policy({ types: [...frameworkOf('ccpa')!.protects] }), []],
    ['other regions', 'pdpa', privacy({ transferRegions: ['us'] }), ['/privacy/transferRegions']],
    ['other regions with a reason', 'pdpa', privacy({ transferRegions: ['us'], transferBasis: 'contract' }), []],
    ['other regions where the law does not mind', 'ccpa', privacy({ transferRegions: ['us'] }), []],
  ])('are found: %s', (_, framework, settings, found) => {
    expect(pointers(framework, settings)).toEqual(found);
  });
});
