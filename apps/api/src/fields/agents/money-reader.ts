import type { MoneyMatch } from '@app/text';
import { amountsIn, within, type DocumentView } from '../domain/document-view.js';
import type { Region } from '../domain/regions.js';
import { moneyString } from '../domain/values.js';
import type { Found } from './field-agent.js';

/** How much a number looks like an amount of money: by its decimals, or by a currency beside it. */
function moneyFit(amount: MoneyMatch): number {
  if (amount.percent || Math.abs(Number(amount.value)) >= 1e12) return 0;
  if (amount.decimals === 2) return 1;
  if (amount.currency) return 0.97;
  return amount.decimals === 0 ? 0.7 : amount.decimals <= 4 ? 0.75 : 0.3;
}

export function foundMoney(view: DocumentView, amount: MoneyMatch, fit: number): Found {
  return {
    value: moneyString(amount.value),
    raw: view.text.slice(amount.start, amount.end),
    start: amount.start,
    end: amount.end,
    fit,
    currency: amount.currency ?? view.currency,
  };
}

/** In a row of amounts the last one is what the row comes to. */
export function readMoney(view: DocumentView) {
  return (region: Region): Found[] => {
    const amounts = amountsIn(view, region.start, region.end).filter((amount) => moneyFit(amount) > 0);
    const dates = within(view.dates, region.start, region.end);
    const free = amounts.filter((amount) => !dates.some((date) => amount.start < date.end && amount.end > date.start));
    const words = view.text.slice(region.start, region.end).replace(/[^\p{L}]/gu, '').length;
    const prose = words > 25 ? 0.75 : 1;
    return free.map((amount, index) =>
      foundMoney(view, amount, moneyFit(amount) * prose * (1 - 0.05 * (free.length - 1 - index))),
    );
  };
}
