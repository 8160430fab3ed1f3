import { AppError, type FieldProblem } from '@app/kernel';

/** There is no schema with the id that was asked for, or it is archived. */
export const unknownSchema = (): AppError =>
  new AppError('unknown_schema', 'unprocessable', {
    detail: 'There is no schema with this id.',
    errors: [{ pointer: '/schemaId', detail: 'is not the id of a schema' }],
  });

export const invalidSchema = (errors: readonly FieldProblem[]): AppError =>
  new AppError('invalid_schema', 'invalid', { detail: 'The schema cannot be as it is.', errors });

export const builtInStays = (): AppError =>
  new AppError('built_in_schema', 'conflict', { detail: 'A built-in schema cannot be archived.' });

export const schemaChanged = (): AppError =>
  new AppError('schema_changed', 'conflict', { detail: 'Another version of the schema was published meanwhile.' });
