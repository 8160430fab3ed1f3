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
  /** A well-formed answer in a language that was not asked for, for the fault `wrong-language`. */
  readonly foreign?: unknown;
}

/** A request as it came in, with what is going to happen to it. */
export interface SeenRequest {
  /** Milliseconds of a clock of its own. */
  readonly at: number;
  readonly key: string;
  readonly model: string;
  readonly isStream: boolean;
  readonly fault: string | null;
}

export interface FaultPlan {
  /** Share of requests that go wrong, and weights of how; all faults alike where not given. */
  readonly share?: number;
  readonly kinds?: Readonly<Record<string, number>>;
  /** Goes before: what happens to the next requests, null for an answer. */
  readonly sequence?: (string | null)[];
}

export interface SimulatorPlan {
  readonly latency?: { readonly medianMs: number; readonly sigma: number };
  /** Before it has ended nothing is answered, and nobody's latency begins. */
  readonly until?: Promise<void>;
  readonly faults?: FaultPlan;
  /** US dollars a million tokens by model. */
  readonly prices?: Readonly<Record<string, { readonly input: number; readonly output: number }>>;
  /** Of each key, by model; what is above is refused with 429. */
  readonly limits?: Readonly<
    Record<string, { readonly requestsPerMinute?: number; readonly tokensPerMinute?: number }>
  >;
  readonly scenario?: (asked: Asked) => ScenarioAnswer | undefined;
  readonly onRequest?: ((request: SeenRequest) => void) | undefined;
  readonly deadKeys?: readonly string[];
  /** Keys whose quota is used up. */
  readonly spentKeys?: readonly string[];
  readonly retiredModels?: readonly string[];
}

export interface SimulatorStats {
  readonly requests: number;
  /** Answers that went out whole, and were billed. */
  readonly answered: number;
  readonly inFlight: number;
  readonly mostInFlight: number;
  /** Requests that the client gave up before they were answered. */
  readonly closedEarly: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Of the answers that went out whole. */
  readonly nanoUsd: number;
  /** Work that was done and billed, whose answer did not go out whole. */
  readonly unseen: number;
  readonly unseenNanoUsd: number;
  /** Requests above the limits of a key. */
  readonly overLimit: number;
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
