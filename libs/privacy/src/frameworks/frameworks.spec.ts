import { describe, expect, it } from 'vitest';
import { belowFramework, type FrameworkSettings } from './below-framework.js';
import { COMPLIANCE_FRAMEWORKS, DEMANDS, type Framework, textsOf } from './framework.js';
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

  it.each(FRAMEWORKS)('$id names the source of each demand and what a person has to do', (framework) => {
    const { demands } = framework;
    for (const demand of Object.values(demands)) {
      expect(demand.source).toMatch(/\d/);
      expect(
        textsOf(framework, demand).every(({ title, url }) => title.length > 10 && url.startsWith('https://')),
      ).toBe(true);
      expect([demand.asks, demand.toDo].every((text) => text.endsWith('.'))).toBe(true);
    }
    expect(DEMANDS.filter((id) => id in demands)).toEqual(expect.arrayContaining(['retention', 'breach-notice']));
  });

  it.each([
    ['ccpa', 'opt-out-of-sale', ['Civil Code Title 1.81.5', '11 CCR 7000']],
    ['ccpa', 'breach-notice', ['Civil Code Title 1.81.5', 'Civil Code 1798.82']],
    ['pipeda', 'records', ['Electronic Documents Act', 'SOR/2018-64']],
    ['pipeda', 'access', ['Electronic Documents Act']],
    ['pdpa', 'access', ['Act 2012', 'S 63/2021']],
    ['lgpd', 'breach-notice', ['13.709', 'Resoluções']],
  ] as const)('%s, %s stands in %o', (id, demand, titles) => {
    const framework = frameworkOf(id)!;
    const texts = textsOf(framework, framework.demands[demand]!);
    expect(texts.length).toBe(titles.length);
    titles.forEach((title, at) => expect(texts[at]?.title).toContain(title));
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
