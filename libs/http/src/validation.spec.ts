import 'reflect-metadata';
import type { AppError, FieldProblem } from '@app/kernel';
import { Type } from 'class-transformer';
import { IsArray, IsEmail, IsInt, IsOptional, IsString, Max, MaxLength, ValidateNested } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MayBeAbsent } from './may-be-absent.js';
import { formPipe, parseInput, validationPipe } from './validation.js';

const SECRET = 'Jane Doe';

class PersonDto {
  @IsEmail()
  email!: string;
}

class OrderDto {
  @IsString()
  @MaxLength(5)
  name!: string;

  @IsOptional()
  @IsInt()
  @Max(9)
  count?: number;

  @MayBeAbsent()
  @IsString()
  note?: string;

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PersonDto)
  people?: PersonDto[];
}

const failureOf = async (work: () => unknown): Promise<AppError> => {
  try {
    await work();
  } catch (error) {
    return error as AppError;
  }
  throw new Error('It was accepted.');
};

const pointersOf = (errors: readonly FieldProblem[] | undefined): string[] => [
  ...new Set((errors ?? []).map(({ pointer }) => pointer)),
];

describe('validationPipe', () => {
  const check = (value: unknown) => validationPipe().transform(value, { type: 'body', metatype: OrderDto });

  it('makes an object of the class out of what is right', async () => {
    const value = await check({ name: 'abc', people: [{ email: 'a@b.test' }] });
    expect(value).toBeInstanceOf(OrderDto);
    expect((value as OrderDto).people![0]).toBeInstanceOf(PersonDto);
  });

  it.each([
    ['a field that is missing', {}, ['/name']],
    ['a field of another type', { name: 1 }, ['/name']],
    ['several at once', { name: 'abcdef', count: 10 }, ['/name', '/count']],
    ['a field inside a list', { name: 'a', people: [{ email: 'a@b.test' }, { email: SECRET }] }, ['/people/1/email']],
    ['a field that is unknown', { name: 'a', colour: SECRET }, ['/colour']],
    [
      'a field that is unknown inside a list',
      { name: 'a', people: [{ email: 'a@b.test', age: 1 }] },
      ['/people/0/age'],
    ],
    ['a field whose name needs quoting', { name: 'a', 'x/y~z': 1 }, ['/x~1y~0z']],
    ['null where a field may only be absent', { name: 'a', note: null }, ['/note']],
  ])('points at %s, without its value', async (_, input, pointers) => {
    const error = await failureOf(() => check(input));
    expect(error).toMatchObject({ code: 'invalid_input', kind: 'invalid' });
    expect(pointersOf(error.errors)).toEqual(expect.arrayContaining(pointers));
    expect(JSON.stringify(error.errors)).not.toContain(SECRET);
  });

  it('takes nothing over from a prototype in the input', async () => {
    const value = (await check(JSON.parse('{"name":"a","__proto__":{"admin":true},"constructor":{}}'))) as OrderDto;
    expect(Object.getPrototypeOf(value)).toBe(OrderDto.prototype);
    expect(value).toEqual({ name: 'a' });
    expect(value).not.toHaveProperty('admin');
  });

  it.each([[null], ['text'], [[1, 2]], [7]])('refuses %o, which is no object', async (input) => {
    expect(await failureOf(() => check(input))).toMatchObject({ kind: 'invalid' });
  });
});

describe('formPipe', () => {
  const check = (value: unknown) => formPipe(OrderDto).transform(value, { type: 'body', metatype: undefined });

  it('leaves fields out that nobody asked for', async () => {
    expect(await check({ name: 'abc', csrf: SECRET })).toEqual({ name: 'abc' });
  });

  it('checks the others as strictly', async () => {
    expect(pointersOf((await failureOf(() => check({ name: 'abcdef' }))).errors)).toEqual(['/name']);
  });
});

describe('parseInput', () => {
  const schema = z.strictObject({
    name: z.string().max(5),
    tags: z.array(z.strictObject({ key: z.string() })).optional(),
    'a/b': z.number().optional(),
  });

  it('answers what the schema makes of the input', () => {
    expect(parseInput(z.object({ n: z.coerce.number() }), { n: '7', more: 1 })).toEqual({ n: 7 });
  });

  it.each([
    ['a field', { name: 7 }, '', ['/name']],
    ['several fields', { name: 'abcdef', tags: 1 }, '', ['/name', '/tags']],
    ['a field inside', { name: 'a', tags: [{ key: 'k' }, { key: 1 }] }, '', ['/tags/1/key']],
    ['a name that needs quoting', { name: 'a', 'a/b': SECRET }, '', ['/a~1b']],
    ['each unknown field', { name: 'a', one: SECRET, 't/wo': SECRET }, '', ['/one', '/t~1wo']],
    ['an unknown field inside', { name: 'a', tags: [{ key: 'k', other: 1 }] }, '', ['/tags/0/other']],
    ['the whole', SECRET, '', ['']],
    ['a part of the body', { name: 7 }, '/settings', ['/settings/name']],
    ['the whole of a part', null, '/settings', ['/settings']],
  ])('points at %s, without its value', async (_, input, at, pointers) => {
    const error = await failureOf(() => parseInput(schema, input, at));
    expect(error).toMatchObject({ code: 'invalid_input', kind: 'invalid' });
    expect(pointersOf(error.errors)).toEqual(pointers);
    expect(JSON.stringify(error.errors)).not.toContain(SECRET);
  });
});
