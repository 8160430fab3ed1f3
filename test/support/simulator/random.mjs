/** A seeded source of numbers from 0 to 1 (mulberry32, T. Ettinger): the same seed gives the same faults and latencies. */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A log-normal latency in milliseconds by its median and the deviation of its logarithm (Box and Muller, 1958). */
export function logNormal(random, medianMs, sigma) {
  if (medianMs <= 0) return 0;
  const normal = Math.sqrt(-2 * Math.log(Math.max(random(), 1e-12))) * Math.cos(2 * Math.PI * random());
  return medianMs * Math.exp(sigma * normal);
}
