import { AppError, isUuid } from '@app/kernel';

/** Where a page ended: the value of its order, and an id. */
export interface CursorPlace {
  readonly value: string;
  readonly id: string;
}

export const placeText = ({ value, id }: CursorPlace): string => `${id} ${value}`;

const VALUE = /^[\d.:+ e-]{1,40}$/;

/** Throws `invalid_cursor`. */
export function placeIn(cursor: string | undefined): CursorPlace | null {
  if (cursor === undefined) return null;
  const [id = '', ...rest] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const value = rest.join(' ');
  const isNumber = value !== '' && !Number.isNaN(Number(value));
  if (
    !isUuid(id) ||
    !VALUE.test(value) ||
    (!isNumber && Number.isNaN(Date.parse(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))))
  )
    throw new AppError('invalid_cursor', 'invalid', {
      detail: 'This cursor was not made by this service.',
      errors: [{ pointer: '/cursor', detail: 'is not a cursor' }],
    });
  return { value, id };
}
