/** What an erasure has done so far; counts are those of committed work, also after a process has died in between. */
export interface Receipt {
  readonly documents: number;
  readonly files: number;
  /** Rows removed, by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Entries of caches. */
  readonly cached: number;
  /** Documents that stay because of a legal hold, by the id of the hold. */
  readonly held: Readonly<Record<string, number>>;
  /** What names the subject and stays, by table. */
  readonly stays: Readonly<Record<string, number>>;
  /** Documents that nothing could be read in: their bytes were not looked through. */
  readonly unread: number;
}

export const NO_RECEIPT: Receipt = { documents: 0, files: 0, rows: {}, cached: 0, held: {}, stays: {}, unread: 0 };

type Counts = Readonly<Record<string, number>>;

const sum = (one: Counts, other: Counts): Counts => {
  const total: Record<string, number> = { ...one };
  for (const [name, count] of Object.entries(other)) if (count > 0) total[name] = (total[name] ?? 0) + count;
  return total;
};

/** Work that was added to what was done before. What stays is not a sum: the last look tells it. */
export const addTo = (before: Receipt, done: Partial<Receipt>): Receipt => ({
  documents: before.documents + (done.documents ?? 0),
  files: before.files + (done.files ?? 0),
  rows: sum(before.rows, done.rows ?? {}),
  cached: before.cached + (done.cached ?? 0),
  held: done.held ?? before.held,
  stays: done.stays ?? before.stays,
  unread: done.unread ?? before.unread,
});
