import { describe, expect, it } from 'vitest';
import { growth, MOST_GROWTH } from '../../../../../test/support/growth.js';
import { type DecidedMail, type Decision, decide, type LevelScale, regarded } from './decision.js';
import { type Policy, policySchema } from './policy.js';
import { precedentsOf } from './precedents.js';
import { ruleBookOf } from './rules.js';
import { PhraseMatcher } from './word-matcher.js';

const SCALE: LevelScale = [
  [0.85, 'urgent'],
  [0.6, 'high'],
  [0.15, 'normal'],
  [0, 'low'],
];
const NOW = new Date('2026-11-18T12:00:00Z');

const mail = (more: Partial<DecidedMail> = {}): DecidedMail => ({
  subject: 'Refunds',
  body: 'Please refund the “Crème-brûlée” torch that we sent back.',
  from: 'kim@eu.customer.test',
  headers: { 'x-campaign': 'Spring Sale 2026' },
  attachments: ['receipt.PDF'],
  language: 'en',
  category: 'returns',
  type: 'request',
  score: 0.4,
  features: {},
  arrived: NOW,
  unanswered: { count: 0, since: null },
  ...more,
});

const decided = (policy: object, more: Partial<DecidedMail> = {}): Decision => {
  const parsed: Policy = policySchema.parse(policy);
  return decide(
    mail(more),
    { policy: parsed, book: ruleBookOf(parsed), weights: {}, precedents: precedentsOf([]) },
    SCALE,
    NOW,
  );
};
const rule = (when: object, set: object = { target: 'team' }, more: object = {}) => ({
  name: 'r',
  when,
  set,
  ...more,
});

describe('what corrected mails taught', () => {
  const features = { 'sender:kim': 1, 'word:torch': 1 };
  const precedent = (said: object) => ({ features, said });
  const taught = (policy: object) => {
    const parsed: Policy = policySchema.parse(policy);
    const precedents = precedentsOf([1, 2].map(() => precedent({ category: 'torches', routing: 'workshop' })));
    return decide(
      mail({ features }),
      { policy: parsed, book: ruleBookOf(parsed), weights: {}, precedents },
      SCALE,
      NOW,
    );
  };

  it('stands before the table of categories, and rules see it', () => {
    const decision = taught({
      rules: [rule({ categories: ['torches'] }, { type: 'problem' })],
      routing: { otherwise: 'desk' },
    });
    expect(decision).toMatchObject({
      category: 'torches',
      categoryBy: null,
      type: 'problem',
      routing: { target: 'workshop', reason: 'learned', rule: null },
    });
    expect(decision.taught.map(({ field, value, mails }) => [field, value, mails])).toEqual([
      ['category', 'torches', 2],
      ['routing', 'workshop', 2],
    ]);
  });

  it('yields to rules', () => {
    const decision = taught({ rules: [rule({ phrases: ['torch'] }, { category: 'fire', target: 'brigade' })] });
    expect(decision).toMatchObject({ category: 'fire', categoryBy: 'r', routing: { target: 'brigade' }, taught: [] });
  });
});

describe('the conditions of a rule', () => {
  it.each([
    ['words behind each other, without accents and case', { phrases: ['creme BRULEE torch'] }, ['Crème-brûlée” torch']],
    ['the beginning of a word', { phrases: ['refund*'] }, ['Refunds']],
    ['the sender', { senders: ['Kim@eu.customer.test'] }, ['kim@eu.customer.test']],
    ['a domain above that of the sender', { senders: ['customer.test'] }, ['kim@eu.customer.test']],
    ['a header', { headers: [{ name: 'X-Campaign', contains: 'spring sale' }] }, ['X-Campaign: spring sale']],
    ['a file', { attachments: ['pdf'] }, ['receipt.PDF']],
    ['several kinds, all of them', { phrases: ['torch'], categories: ['returns', 'order'] }, ['torch', 'returns']],
  ])('%s', (_, when, evidence) => expect(decided({ rules: [rule(when)] }).rules).toEqual([{ name: 'r', evidence }]));

  it.each([
    ['a word inside another', { phrases: ['tor'] }],
    ['words in another order', { phrases: ['torch creme'] }],
    ['a domain that only ends alike', { senders: ['mer.test'] }],
    ['one of two kinds', { phrases: ['torch'], categories: ['billing'] }],
    ['another file', { attachments: ['xml'] }],
  ])('do not hold by %s', (_, when) => {
    const { rules, routing } = decided({ rules: [rule(when)] });
    expect([rules, routing.target]).toEqual([[], null]);
  });

  it('take time by the length of the mail, whatever the phrases', () => {
    const matcher = new PhraseMatcher(Array.from({ length: 1_000 }, (_, i) => `${'a '.repeat(i % 12)}b${i}`));
    expect(growth((size) => matcher.find('a '.repeat(size)), 1_000)).toBeLessThan(MOST_GROWTH);
  });
});

describe('what rules do', () => {
  it('is done in their order: the next one sees the category, the last word on each holds, `stop` ends it', () => {
    const rules = [
      { name: 'torch', when: { phrases: ['torch'] }, set: { category: 'garden', target: 'first' } },
      { name: 'garden', when: { categories: ['garden'] }, set: { target: 'garden team' }, stop: true },
      { name: 'late', when: { phrases: ['torch'] }, set: { target: 'never' } },
    ];
    expect(decided({ rules })).toMatchObject({
      category: 'garden',
      categoryBy: 'torch',
      routing: { target: 'garden team', reason: 'rule', rule: 'garden' },
      rules: [{ name: 'torch' }, { name: 'garden' }],
    });
  });

  it('moves the priority, and says so', () => {
    const raised = decided({ rules: [rule({ phrases: ['torch'] }, { priority: 2 })] });
    expect([raised.level, raised.reasons]).toEqual(['high', ['rule:r']]);
    const named = decided({ rules: [rule({ phrases: ['torch'] }, { level: 'urgent' })] });
    expect([named.level, named.reasons[0]]).toEqual(['urgent', 'rule:r']);
  });

  it('keeps the order of mails inside a level that a rule names', () => {
    const scores = [0.2, 0.4, 0.5].map(
      (score) => decided({ rules: [rule({ phrases: ['torch'] }, { level: 'urgent' })] }, { score }).score,
    );
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(scores.every((score) => score >= 0.85 && score < 1)).toBe(true);
  });

  it.each([
    [{ categories: { returns: 'back office' } }, { target: 'back office', reason: 'category' }],
    [{ otherwise: 'desk' }, { target: 'desk', reason: 'otherwise' }],
    [{}, { target: null, reason: 'none' }],
  ])('without a rule %o names the target', (routing, expected) =>
    expect(decided({ routing }).routing).toMatchObject(expected),
  );
});

describe('what waits', () => {
  it.each([
    [
      'more than what is new',
      { unanswered: { count: 2, since: new Date('2026-11-17T12:00:00Z') } },
      'unanswered_before',
    ],
    ['for days, still more', { unanswered: { count: 1, since: new Date('2026-11-10T12:00:00Z') } }, 'waits_long'],
  ])('%s', (_, more, reason) => {
    const { score, reasons } = decided({}, more);
    expect(score).toBeGreaterThan(0.4);
    expect(reasons).toContain(reason);
  });

  it('rises as its time runs out', () => {
    const day = [{ from: '00:00', to: '24:00' }];
    const hours = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
    const serviceLevel = { timeZone: 'UTC', hours, targets: [{ hours: 8 }] };
    const scores = [0, 5, 7, 9].map(
      (ago) => decided({ serviceLevel }, { arrived: new Date(NOW.getTime() - ago * 3_600_000) }).score,
    );
    expect(scores[0]).toBe(0.4);
    expect(scores).toEqual([...new Set(scores)].toSorted((a, b) => a - b));
  });

  it('changes nothing for a tenant that has said nothing', () => {
    expect(decided({})).toMatchObject({ category: 'returns', type: 'request', score: 0.4, service: null, reasons: [] });
  });
});

describe('a policy that cannot be', () => {
  it.each([
    ['a rule without conditions', { rules: [rule({})] }, ['rules', 0, 'when']],
    ['a rule that does nothing', { rules: [rule({ phrases: ['a'] }, {})] }, ['rules', 0, 'set']],
    ['two rules of one name', { rules: [rule({ phrases: ['a'] }), rule({ phrases: ['b'] })] }, ['rules', 1, 'name']],
    ['a phrase without words', { rules: [rule({ phrases: ['...'] })] }, ['rules', 0, 'when', 'phrases', 0]],
    [
      'an unknown zone',
      { serviceLevel: { timeZone: 'Mars/Base', hours: {}, targets: [] } },
      ['serviceLevel', 'timeZone'],
    ],
    ['an unknown member', { rules: [rule({ regex: '(a+)+' })] }, ['rules', 0, 'when']],
  ])('%s', (_, policy, path) => {
    const { error } = policySchema.safeParse(policy);
    expect(error?.issues.map((issue) => issue.path)).toContainEqual(path);
  });
});

const CLOSED = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

describe('a mail of another category or level than was decided', () => {
  const policy = policySchema.parse({
    routing: { categories: { billing: 'accounting' }, otherwise: 'front desk' },
    serviceLevel: {
      timeZone: 'UTC',
      hours: { ...CLOSED, wed: [{ from: '09:00', to: '17:00' }] },
      targets: [{ level: 'urgent', hours: 2 }, { hours: 4 }],
    },
  });
  const before = { target: 'front desk', reason: 'otherwise', rule: null } as const;
  const at = { category: 'billing', type: 'request', level: 'urgent', arrived: NOW, routing: before } as const;

  it('goes where that category goes, and is promised what that level is', () => {
    const { routing, service } = regarded(at, policy, NOW);
    expect(routing).toEqual({ target: 'accounting', reason: 'category', rule: null });
    expect(service?.dueAt.toISOString()).toBe('2026-11-18T14:00:00.000Z');
  });

  it.each(['rule', 'learned', 'person'] as const)('keeps the target of a %s', (reason) => {
    const named = { target: 'team', reason, rule: null };
    expect(regarded({ ...at, routing: named }, policy, NOW).routing).toEqual(named);
  });
});
