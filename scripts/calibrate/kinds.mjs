// The kinds of documents that are made up.
import { makeInvoice } from '../../bench/layouts/index.mjs';
import { booking } from './booking.mjs';
import { contract } from './contract.mjs';
import { invoice } from './invoice.mjs';
import { receipt } from './receipt.mjs';

/** Its layouts are measured elsewhere from seeds below this on; what is learned here must be of others. */
const FIRST_SEED = 100_000;

/** An invoice in one of many layouts. */
async function layout(c) {
  const { truth, bytes, axes } = await makeInvoice(FIRST_SEED + c.upTo(1_000_000));
  const { lines: _lines, ...scalars } = truth;
  return { type: 'invoice', language: axes.language, bytes, truth: scalars };
}

export const KINDS = [invoice, receipt, contract, layout, contract, booking];
