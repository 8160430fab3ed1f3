import { AppError, type FieldProblem } from '@app/kernel';
import { type Type, ValidationPipe, type ValidationPipeOptions } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { z } from 'zod';

const pointerPart = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

function problemsOf(errors: readonly ValidationError[], path = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const pointer = `${path}/${pointerPart(error.property)}`;
    const own = Object.values(error.constraints ?? {}).map((detail) => ({ pointer, detail }));
    return [...own, ...problemsOf(error.children ?? [], pointer)];
  });
}

const invalidInput = (errors: readonly FieldProblem[]): AppError =>
  new AppError('invalid_input', 'invalid', { detail: 'The request is not valid.', errors });

const OPTIONS: ValidationPipeOptions = {
  whitelist: true,
  transform: true,
  stopAtFirstError: false,
  validationError: { target: false, value: false },
  exceptionFactory: (errors) => invalidInput(problemsOf(errors)),
};

/** Checks DTOs; unknown fields are refused, because a misspelt option must not be ignored in silence. */
export const validationPipe = (): ValidationPipe => new ValidationPipe({ ...OPTIONS, forbidNonWhitelisted: true });

/**
 * Checks the fields of an upload form. Here a field too many is left out instead of refused: forms come from browsers,
 * scanners and mail gateways that add fields of their own, and the file is on its way already.
 */
export const formPipe = (type: Type): ValidationPipe =>
  new ValidationPipe({ ...OPTIONS, expectedType: type, forbidNonWhitelisted: false });

/** Checks a value from outside against a Zod schema and answers with the same problems as a DTO would. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown, at = ''): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalidInput(parsed.error.issues.flatMap((issue) => problemsOfIssue(issue, at)));
}

function problemsOfIssue(issue: z.core.$ZodIssue, at: string): FieldProblem[] {
  const pointer = at + issue.path.map((part) => `/${pointerPart(String(part))}`).join('');
  if (issue.code !== 'unrecognized_keys') return [{ pointer, detail: issue.message }];
  return issue.keys.map((key) => ({
    pointer: `${pointer}/${pointerPart(key)}`,
    detail: `property ${key} should not exist`,
  }));
}
