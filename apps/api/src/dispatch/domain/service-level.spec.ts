import { describe, expect, it } from 'vitest';
import type { ServiceLevel } from './policy.js';
import { dueAfter, serviceOf, workBetween } from './service-level.js';

const NINE_TO_FIVE = [{ from: '09:00', to: '17:00' }];
const level = (more: Partial<ServiceLevel> = {}): ServiceLevel => ({
  timeZone: 'Europe/Berlin',
  hours: {
    mon: NINE_TO_FIVE,
    tue: NINE_TO_FIVE,
    wed: NINE_TO_FIVE,
    thu: NINE_TO_FIVE,
    fri: NINE_TO_FIVE,
    sat: [],
    sun: [],
  },
  holidays: [],
  targets: [],
  ...more,
});

describe('the time at which a mail is due', () => {
  it.each([
    ['within the day', '2026-11-18T10:00:00Z', 4, '2026-11-18T14:00:00Z'],
    ['over night', '2026-11-18T14:00:00Z', 4, '2026-11-19T10:00:00Z'],
    ['over a weekend', '2026-11-20T15:00:00Z', 2, '2026-11-23T09:00:00Z'],
    ['from a time at which nobody works', '2026-11-21T03:00:00Z', 1, '2026-11-23T09:00:00Z'],
    ['at the very end of a day', '2026-11-18T08:00:00Z', 8, '2026-11-18T16:00:00Z'],
    ['over the end of summer time', '2026-10-23T14:00:00Z', 2, '2026-10-26T09:00:00Z'],
    ['over the beginning of summer time', '2026-03-27T15:00:00Z', 2, '2026-03-30T08:00:00Z'],
  ])('%s', (_, start, hours, due) =>
    expect(dueAfter(new Date(start), hours, level()).toISOString()).toBe(new Date(due).toISOString()),
  );

  it('leaves holidays out', () => {
    const due = dueAfter(new Date('2026-12-24T15:00:00Z'), 2, level({ holidays: ['2026-12-25'] }));
    expect(due.toISOString()).toBe('2026-12-28T09:00:00.000Z');
  });

  it('counts windows that overlap once', () => {
    const windows = [
      { from: '09:00', to: '12:00' },
      { from: '11:00', to: '13:00' },
    ];
    const hours = { ...level().hours, mon: windows };
    expect(dueAfter(new Date('2026-11-23T08:00:00Z'), 4, level({ hours })).toISOString()).toBe(
      '2026-11-23T12:00:00.000Z',
    );
  });

  it('is after as much work as was promised, whatever the start', () => {
    for (let hour = 0; hour < 24 * 14; hour += 5) {
      const start = new Date(Date.UTC(2026, 9, 20) + hour * 3_600_000);
      expect(workBetween(start, dueAfter(start, 11, level()), level())).toBeCloseTo(11, 6);
    }
  });
});

describe('what was promised', () => {
  const mail = { category: 'billing', type: 'incident', level: 'high' };
  const targets = [
    { category: 'billing', level: 'urgent' as const, hours: 1 },
    { category: 'billing', hours: 4 },
    { hours: 16 },
  ];
  const arrived = new Date('2026-11-18T08:00:00Z');

  it('is the first target that fits, and tells how much of it has run', () => {
    const now = new Date('2026-11-18T10:00:00Z');
    expect(serviceOf(mail, arrived, now, level({ targets }))).toMatchObject({ hours: 4, ran: 0.5 });
    expect(serviceOf({ ...mail, category: 'sales' }, arrived, now, level({ targets }))?.hours).toBe(16);
    expect(serviceOf(mail, arrived, new Date('2026-11-19T16:00:00Z'), level({ targets }))?.ran).toBe(4);
  });

  it.each([
    ['no service level', null],
    ['no target that fits', level({ targets: targets.slice(0, 1) })],
  ])('is nothing with %s', (_, policy) => expect(serviceOf(mail, arrived, arrived, policy)).toBeNull());
});
