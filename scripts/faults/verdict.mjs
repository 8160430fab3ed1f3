const usd = (nano) => `$${(nano / 1e9).toFixed(9)}`;
const listOf = (counts) =>
  Object.entries(counts)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

/** What must never be, whatever the providers do. Empty where all is well. */
export function breachesOfMixed({ pieces, ends, wrong, providers, spending }) {
  const ended = Object.values(ends).reduce((sum, count) => sum + count, 0);
  const breaches = [];
  if (ended !== pieces) breaches.push(`${pieces - ended} pieces of work did not end`);
  if (ends.error || ends.killed) breaches.push('pieces of work ended with an error instead of an answer or a reason');
  if (wrong > 0) breaches.push(`${wrong} wrong values were returned`);
  if (spending.open > 0 || spending.reserved !== 0) breaches.push(`${spending.open} reservations are left open`);
  if (spending.spent !== spending.ledger) breaches.push('budget and ledger differ');
  return [...breaches, ...providers.flatMap(breachesOfBooks)];
}

/** Where a provider's books and ours do not fit together. */
function breachesOfBooks({ provider, requests, seen, unseen }) {
  const breaches = [];
  if (requests.ours !== requests.theirs)
    breaches.push(`${provider}: ${requests.ours} calls entered, ${requests.theirs} made`);
  if (seen.ours !== seen.theirs) breaches.push(`${provider}: ${usd(seen.ours)} entered, ${usd(seen.theirs)} billed`);
  if (unseen.ours < unseen.theirs) breaches.push(`${provider}: unseen calls were billed more than is entered`);
  if (unseen.ours > unseen.reserved) breaches.push(`${provider}: unseen calls are entered at more than was reserved`);
  return breaches;
}

export function reportOfMixed({ pieces, seconds, ends, wrong, attempts, providers, spending, outcomes }) {
  const calls = outcomes.reduce((sum, row) => sum + row.calls, 0);
  const byOutcome = {};
  for (const { outcome, calls: count } of outcomes) byOutcome[outcome] = (byOutcome[outcome] ?? 0) + count;
  return [
    `${pieces} pieces of work in ${seconds.toFixed(1)} s: ${listOf(ends)}; ${wrong} wrong values`,
    `  ${((100 * (ends.answer ?? 0)) / pieces).toFixed(2)} % answered, ${(attempts / (ends.answer ?? 1)).toFixed(2)} calls an answer, ${calls} calls in all`,
    `  calls: ${listOf(byOutcome)}`,
    ...providers.flatMap(({ provider, requests, seen, unseen }) => [
      `  ${provider}: ${requests.ours} calls entered, ${requests.theirs} made; answers seen: ${usd(seen.ours)} entered, ${usd(seen.theirs)} billed`,
      `    answers not seen: ${unseen.calls.ours} calls, ${usd(unseen.ours)} entered (all that was reserved), ${usd(unseen.theirs)} billed`,
    ]),
    `  open reservations: ${spending.open}; budget ${usd(spending.spent)}, ledger ${usd(spending.ledger)}`,
  ].join('\n');
}

export function breachesOfOverspend({ hardCost, highest, end, billed }) {
  const breaches = [];
  if (highest.budget > hardCost || highest.ledger > hardCost) breaches.push('a hard limit was passed');
  if (end.spent > hardCost) breaches.push('more was spent than the hard limit');
  if (end.open > 0 || end.reserved !== 0) breaches.push('reservations of the dead are left open');
  if (end.spent !== end.ledger) breaches.push('budget and ledger differ after the deaths');
  if (billed.nanoUsd + billed.unseenNanoUsd > end.spent) breaches.push('the provider billed more than is entered');
  return breaches;
}

export function reportOfOverspend({ hardCost, ends, more, expired, highest, afterKill, end, billed }) {
  return [
    `A budget of ${usd(hardCost)}, processes killed in the middle: ${listOf(ends)}; ${more} more calls until it was used up`,
    `  most that was spent and reserved in ${highest.samples} looks: ${usd(highest.budget)} (ledger ${usd(highest.ledger)})`,
    `  left open by the dead: ${afterKill.open} calls, ${usd(afterKill.reserved)}; ${expired} expired and count as spent`,
    `  in the end ${usd(end.spent)} spent, ${usd(end.reserved)} reserved; the provider billed ${usd(billed.nanoUsd + billed.unseenNanoUsd)}`,
  ].join('\n');
}
