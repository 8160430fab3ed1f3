import { AppError } from '@app/kernel';

/** The schema that was asked for is none of the built-in ones. */
export const unknownSchema = (): AppError =>
  new AppError('unknown_schema', 'unprocessable', {
    detail: 'There is no schema with this id.',
    errors: [{ pointer: '/schemaId', detail: 'is not the id of a schema' }],
  });
