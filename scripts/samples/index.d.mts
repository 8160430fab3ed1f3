/** What is true about a sample: tests compare the service's answers with it. */
export interface SampleTruth {
  readonly type: string;
  /** ISO 639-1; left out where a document has too few words to tell. */
  readonly language?: string;
  readonly pages: number;
  /** The text is in a picture: it has to be recognised. */
  readonly scanned?: boolean;
  /** Values as the API answers them: dates `YYYY-MM-DD`, amounts as decimals. */
  readonly fields: Readonly<Record<string, string>>;
  /** One column of a list, row by row. */
  readonly rows?: { readonly list: string; readonly column: string; readonly values: readonly string[] };
  /** E-mails only. `levels` are the priorities that a person would accept. */
  readonly triage?: { readonly category: string; readonly levels: readonly string[] };
  readonly children?: readonly { readonly name: string; readonly truth: SampleTruth }[];
}

export interface Sample {
  /** The file name. */
  readonly name: string;
  readonly make: () => Promise<Buffer>;
  readonly truth: SampleTruth;
}

export const samples: readonly Sample[];

/** Writes every sample into the folder; answers the paths in the order of `samples`. */
export function generateSamples(folder: string): Promise<string[]>;
