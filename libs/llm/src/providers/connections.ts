import { Agent } from 'undici';

/**
 * Connections to providers: many at once, kept for a while. Time limits are those of the attempt's signal; what is set here
 * only ends sockets that no signal watches.
 */
export const connections = new Agent({
  connections: 512,
  keepAliveTimeout: 30_000,
  headersTimeout: 600_000,
  bodyTimeout: 600_000,
});
