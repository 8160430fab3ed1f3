import { z } from 'zod';

/** Where the values of a column stand, in page units; `name` is null for what no field of the list is about. */
const band = z.object({
  name: z.string().nullable(),
  left: z.number(),
  right: z.number(),
  /** The words above the column, folded; empty where there are none. */
  heading: z.string(),
});

const lesson = z.object({
  /** Words of the page that its look is known by, folded, and where they begin. */
  labels: z.array(z.object({ text: z.string(), left: z.number() })),
  bands: z.array(band),
  /** Columns that every item fills in its first line. */
  anchors: z.array(z.string()),
  /** Columns that go on in the lines below. */
  wraps: z.array(z.string()),
  /** How the row after the last item begins, folded; empty where it tells nothing. */
  after: z.string(),
  /** Whether the local engine had read the list right by itself. */
  localRight: z.boolean(),
});

/** Where the columns of one list stand in one solved document. */
export type TableLesson = z.output<typeof lesson>;
export type Band = z.output<typeof band>;

/** A row of a list as somebody gives it: values by column. */
export type GivenRow = Readonly<Record<string, string>>;

export const givenRows = (value: string): readonly GivenRow[] =>
  z.array(z.record(z.string(), z.string())).parse(JSON.parse(value));

export const encodeTable = (table: TableLesson): Buffer => Buffer.from(JSON.stringify(table));
export const decodeTable = (bytes: Uint8Array): TableLesson =>
  lesson.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
