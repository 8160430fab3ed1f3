/** What a request asks for, in both wire formats. */
export interface Asked {
  readonly model: string;
  readonly system: string;
  readonly turns: readonly { readonly role: string; readonly text: string }[];
  readonly schema: Readonly<Record<string, unknown>> | null;
  readonly maxTokens: number;
  readonly isStream: boolean;
}

export interface ScenarioAnswer {
  /** Text, or a value that is sent as JSON. */
  readonly answer: unknown;
  /** A well-formed answer that is wrong, for the fault `invented`. */
  readonly invented?: unknown;
}

export interface SimulatorPlan {
  readonly latency?: { readonly medianMs: number; readonly sigma: number };
  /** Share of requests that go wrong, and weights of how; all faults alike where not given. */
  readonly faults?: { readonly share?: number; readonly kinds?: Readonly<Record<string, number>> };
  /** US dollars a million tokens by model. */
  readonly prices?: Readonly<Record<string, { readonly input: number; readonly output: number }>>;
  readonly scenario?: (asked: Asked) => ScenarioAnswer | undefined;
  readonly deadKeys?: readonly string[];
  readonly retiredModels?: readonly string[];
}

export interface SimulatorStats {
  readonly requests: number;
  /** Answers that went out whole, and were billed. */
  readonly answered: number;
  readonly inFlight: number;
  readonly mostInFlight: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly nanoUsd: number;
  readonly faults: Readonly<Record<string, number>>;
}

export interface Simulator {
  /** Without a path: OpenAI's is `/v1`, Anthropic's too. */
  readonly url: string;
  readonly stats: SimulatorStats;
  change(plan: SimulatorPlan & { readonly isDown?: boolean }): void;
  stop(): Promise<void>;
}

export function startSimulator(
  options?: SimulatorPlan & { readonly seed?: number; readonly port?: number },
): Promise<Simulator>;
