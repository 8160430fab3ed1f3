import { expect, it } from 'vitest';
import { regionProblem } from './region-change.js';

it.each([
  ['without data', { before: 'eu', after: 'us', hasData: false, instance: 'eu' }, true],
  ['to where it is', { before: 'eu', after: 'eu', hasData: true, instance: 'eu' }, true],
  ['with data', { before: 'eu', after: 'us', hasData: true, instance: 'us' }, false],
  ['with data, that none was stated for', { before: 'default', after: 'eu', hasData: true, instance: 'eu' }, true],
  ['the same at an instance without one', { before: 'default', after: 'eu', hasData: true, instance: undefined }, true],
  ['the same to where data are not', { before: 'default', after: 'us', hasData: true, instance: 'eu' }, false],
  ['back to none', { before: 'eu', after: 'default', hasData: true, instance: undefined }, false],
])('a region is changed %s', (_, change, isAllowed) => {
  expect(regionProblem(change) === null).toBe(isAllowed);
});
