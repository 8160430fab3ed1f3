import { decimal } from './numbers.mjs';

export const item = (code, text, quantity, price) => ({ code, text, quantity, price });

/** The rows of a bill as the service should answer them. */
export const itemRows = ({ lines }) => ({
  list: 'lineItems',
  column: 'amount',
  values: lines.map((line) => decimal(line.amount)),
});
