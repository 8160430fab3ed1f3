import { describe, expect, it } from 'vitest';
import type { Catalogue } from './model-spec.js';
import { routeProblems } from './route-problems.js';

const models = [{ id: 'a/chat' }, { id: 'a/more' }, { id: 'a/vectors', embeddingDimensions: 8 }];
const catalogue = { providers: [{ id: 'a', models }] } as unknown as Catalogue;

describe('routeProblems', () => {
  it.each([{}, { default: ['a/chat'] }, { default: ['a/chat', 'a/more'], classify: ['a/more'], embed: ['a/vectors'] }])(
    'finds nothing wrong with %j',
    (routes) => expect(routeProblems(catalogue, routes)).toEqual([]),
  );

  it.each<[Record<string, unknown>, string, RegExp]>([
    [{ chat: ['a/chat'] }, '/chat', /one of classify/],
    [{ 'a/~b': ['a/chat'] }, '/a~1~0b', /one of classify/],
    [{ classify: 'a/chat' }, '/classify', /list/],
    [{ classify: [] }, '/classify', /list/],
    [{ classify: Array.from({ length: 21 }, () => 'a/chat') }, '/classify', /1 to 20/],
    [{ classify: ['a/chat', 7] }, '/classify/1', /not a model of this service/],
    [{ classify: ['b/chat'] }, '/classify/0', /not a model of this service/],
    [{ classify: ['a/chat', 'a/chat'] }, '/classify/1', /twice/],
    [{ default: ['a/vectors'] }, '/default/0', /for embeddings/],
    [{ embed: ['a/chat'] }, '/embed/0', /not a model for embeddings/],
  ])('says of %j what is wrong at %s', (routes, pointer, detail) =>
    expect(routeProblems(catalogue, routes)).toEqual([{ pointer, detail: expect.stringMatching(detail) }]),
  );

  it('lists all problems at once', () => {
    const routes = { chat: [], classify: ['x/y', 'a/vectors'], embed: ['a/chat'] };
    expect(routeProblems(catalogue, routes).map(({ pointer }) => pointer)).toEqual([
      '/chat',
      '/classify/0',
      '/classify/1',
      '/embed/0',
    ]);
  });

  it('takes no model where none is set up', () =>
    expect(routeProblems({ providers: [] }, { default: ['a/chat'] })).toHaveLength(1));
});
