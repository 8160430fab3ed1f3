export interface Mail {
  readonly subject: string;
  readonly text: string;
}
export interface InjectionReport {
  readonly attacks: number;
  readonly calls: number;
  readonly delivered: number;
  readonly obeyed: number;
  readonly changedByModel: number;
  readonly effects: ReadonlyMap<string, number>;
  readonly examples: readonly unknown[];
  readonly byEncoding: ReadonlyMap<string, { readonly attacks: number; readonly delivered: number }>;
}

/** The parts of the service that a run goes through. */
export interface Parts {
  readonly TriageEngine: unknown;
  readonly TriageAgents: unknown;
  readonly ReplyWriter: unknown;
  readonly promptOf: unknown;
  readonly checkAnswer: unknown;
  readonly toJsonSchema: unknown;
  readonly htmlToText: unknown;
  readonly clean: (text: string) => string;
  readonly asTenant: <T>(work: () => Promise<T>) => Promise<T>;
}

export function runInjection(
  parts: Parts,
  options: { readonly mails: readonly Mail[]; readonly count: number; readonly seed: number },
): Promise<InjectionReport>;
