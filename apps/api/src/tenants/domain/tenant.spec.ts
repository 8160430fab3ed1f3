import { expect, it } from 'vitest';
import { SLUG, slugOf } from './tenant.js';

it.each([
  ['Default', 'default'],
  ['Müller & Söhne GmbH', 'muller-sohne-gmbh'],
  ['  --- ', 'tenant'],
  ['東京', 'tenant'],
  ['A'.repeat(80), 'a'.repeat(63)],
  [`${'a'.repeat(62)} b`, 'a'.repeat(62)],
])('makes of %j the slug %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
  expect(slug).toMatch(SLUG);
});
