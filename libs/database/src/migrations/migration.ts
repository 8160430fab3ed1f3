export interface Migration {
  /** `NNNN-name`; applied in this order, each once, never changed afterwards. */
  readonly id: string;
  readonly sql: string;
}
