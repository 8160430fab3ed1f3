// Made-up invoices in many layouts, each with what is true about it.
import { drawInvoice } from './draw.mjs';
import { factsOf } from './facts.mjs';
import { truthOf } from './truth.mjs';

/** {axes, truth, bytes} of the invoice with this seed. */
export async function makeInvoice(seed) {
  const facts = factsOf(seed);
  const { by, axes, style } = facts;
  const shows = {
    due: by.chance(0.6),
    iban: by.chance(0.7),
    subtotal: axes.money !== 'no tax' || by.chance(0.5),
    currency: style !== 'none',
  };
  const whole = { ...facts, shows };
  return { axes, truth: truthOf(whole), bytes: await drawInvoice(whole) };
}
