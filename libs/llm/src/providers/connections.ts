import { Agent } from 'undici';

/**
 * Connections to providers: many at once, kept for a while. Time limits are those of the attempt's signal; what is set here
 * only ends sockets that no signal watches, and answers without an end.
 */
export const connections = new Agent({
  connections: 512,
  keepAliveTimeout: 30_000,
  headersTimeout: 600_000,
  bodyTimeout: 600_000,
  // Vectors of two thousand texts are under half of that; a provider gone wild would take all memory.
  maxResponseSize: 128 * 1024 * 1024,
});
