// The kinds of documents that are made up.
import { contract } from './contract.mjs';
import { invoice } from './invoice.mjs';
import { receipt } from './receipt.mjs';

export const KINDS = [invoice, receipt, contract];
