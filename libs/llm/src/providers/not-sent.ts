/** The end of a request of which nothing has gone out: no connection came about. Its provider has done, and billed, nothing. */
export class NotSent extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : 'not sent', { cause });
    this.name = 'NotSent';
  }
}
