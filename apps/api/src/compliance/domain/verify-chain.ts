import { GENESIS, linkHash, type SealedEntry, type SignedHead } from './audit-entry.js';

/** What of a trail does not hold. */
export const PROBLEM_KINDS = [
  'entry_changed',
  'entry_missing',
  'entry_forged',
  'entry_unchained',
  'link_changed',
  'link_missing',
  'head_changed',
  'head_missing',
  'tail_missing',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export interface AuditProblem {
  /** Place in the chain; null for what has none. */
  readonly seq: number | null;
  readonly kind: ProblemKind;
  readonly detail: string;
}

export interface ChainTop {
  readonly entries: number;
  readonly links: number;
  /** Of the last link; 0 for none. */
  readonly lastSeq: number;
  /** Of the last head; 0 for none. */
  readonly lastNumber: number;
}

export interface CheckedLink {
  readonly seq: number;
  readonly entryId: string;
  readonly previous: Buffer;
  readonly hash: Buffer;
  readonly entry: SealedEntry | null;
}

export interface CheckedHead {
  readonly head: SignedHead;
  /** Of the link that stands where the head ends. */
  readonly linkHash: Buffer | null;
}

/** The last link that was looked at, so that pages can follow each other. */
export interface LinkCursor {
  readonly seq: number;
  /** Null behind a gap: what stood there is not known. */
  readonly hash: Buffer | null;
}

export const FIRST_LINK: LinkCursor = { seq: 0, hash: GENESIS };

type IsGenuine = (entry: SealedEntry) => boolean;

const problem = (seq: number | null, kind: ProblemKind, detail: string): AuditProblem => ({ seq, kind, detail });

function linkProblem({ seq, entryId, previous, hash, entry }: CheckedLink, isGenuine: IsGenuine): AuditProblem | null {
  if (entry === null) return problem(seq, 'entry_missing', `The entry ${entryId} is gone.`);
  if (!isGenuine(entry)) return problem(seq, 'entry_changed', `The entry ${entryId} is not as it was written.`);
  if (!linkHash(seq, previous, entry).equals(hash))
    return problem(seq, 'link_changed', `The hash is not that of the entry ${entryId} in this place.`);
  return null;
}

/** Checks links that follow `before`, in their order. */
export function checkLinks(
  links: readonly CheckedLink[],
  before: LinkCursor,
  isGenuine: IsGenuine,
): { readonly problems: AuditProblem[]; readonly last: LinkCursor } {
  const problems: AuditProblem[] = [];
  let last = before;
  for (const link of links) {
    const follows = link.seq === last.seq + 1;
    if (!follows) problems.push(problem(last.seq + 1, 'link_missing', `No links up to ${link.seq - 1}.`));
    const own = linkProblem(link, isGenuine);
    if (own) problems.push(own);
    if (follows && last.hash !== null && !last.hash.equals(link.previous))
      problems.push(problem(link.seq, 'link_changed', 'It does not follow the link before it.'));
    last = { seq: link.seq, hash: link.hash };
  }
  return { problems, last };
}

/** Checks heads whose numbers follow `before`, in their order. */
export function checkHeads(
  heads: readonly CheckedHead[],
  before: number,
  isSigned: (head: SignedHead) => boolean,
): AuditProblem[] {
  const problems: AuditProblem[] = [];
  let last = before;
  for (const { head, linkHash: hash } of heads) {
    if (head.number !== last + 1)
      problems.push(problem(head.seq, 'head_missing', `No heads from ${last + 1} to ${head.number - 1}.`));
    if (!isSigned(head))
      problems.push(problem(head.seq, 'head_changed', `The signature of head ${head.number} is wrong.`));
    else if (hash === null || !hash.equals(head.hash))
      problems.push(problem(head.seq, 'link_changed', `Head ${head.number} was signed over another chain.`));
    last = head.number;
  }
  return problems;
}

/** Checks the two ends against each other: of links and heads, and of the head that is kept outside of the database. */
export function checkEnds(
  top: ChainTop,
  lastHead: SignedHead | null,
  anchor: { readonly head: SignedHead; readonly isSigned: boolean; readonly linkHash: Buffer | null } | null,
): AuditProblem[] {
  const problems: AuditProblem[] = [];
  const signedTo = lastHead?.seq ?? 0;
  if (top.lastSeq > signedTo)
    problems.push(problem(top.lastSeq, 'head_missing', `Nothing behind ${signedTo} is signed.`));
  if (top.lastSeq < signedTo) problems.push(problem(signedTo, 'tail_missing', `The last link is ${top.lastSeq}.`));
  if (anchor === null) return problems;
  const { head, isSigned, linkHash: hash } = anchor;
  if (!isSigned)
    problems.push(problem(head.seq, 'head_changed', 'The head outside of the database has a wrong signature.'));
  else if (hash === null || !hash.equals(head.hash))
    problems.push(problem(head.seq, 'tail_missing', 'The chain is not the one that was signed up to here.'));
  return problems;
}

/** Checks entries without a link. Those that began before `overdue` should have one. */
export function checkUnlinked(entries: readonly SealedEntry[], overdue: Date, isGenuine: IsGenuine): AuditProblem[] {
  return entries.flatMap((entry) => {
    if (!isGenuine(entry))
      return [problem(null, 'entry_forged', `The entry ${entry.id} was not written by this service.`)];
    return entry.occurredAt < overdue ? [problem(null, 'entry_unchained', `The entry ${entry.id} has no link.`)] : [];
  });
}
