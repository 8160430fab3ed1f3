import { setImmediate } from 'node:timers/promises';
import { Clock, isAppError } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { AuditAnchors } from './audit-anchors.js';
import { AuditKeys } from './audit-keys.js';
import { AuditChainRepository } from './data/audit-chain.repository.js';
import type { SealedEntry, SignedHead } from './domain/audit-entry.js';
import {
  type AuditProblem,
  type ChainTop,
  checkEnds,
  checkHeads,
  checkLinks,
  checkUnlinked,
  FIRST_LINK,
} from './domain/verify-chain.js';

/** What is checked without letting others at the event loop: 4 ms of hashing, 5 ms of signatures. */
const LINKS_AT_ONCE = 250;
const HEADS_AT_ONCE = 50;
/** More than anybody reads; a chain that was written anew has as many problems as heads. */
const MOST_PROBLEMS = 100;
/** A chain is continued every few seconds while a worker runs. */
const OVERDUE_MS = 600_000;

export interface Verification {
  readonly state: 'intact' | 'broken';
  readonly entries: number;
  readonly chained: number;
  readonly head: SignedHead | null;
  /** The first ones. */
  readonly problems: readonly AuditProblem[];
}

/** Looks at the whole trail of the running tenant: each entry, link and signature. */
@Injectable()
export class AuditVerification {
  private readonly looks = new Map<string, Promise<Verification>>();

  constructor(
    private readonly chain: AuditChainRepository,
    private readonly anchors: AuditAnchors,
    private readonly keys: AuditKeys,
    private readonly clock: Clock,
  ) {}

  /** Who asks while a look is under way gets what it finds: it may take minutes, and says the same to all. */
  async verify(): Promise<Verification> {
    const { tenantId } = tenantContext();
    let look = this.looks.get(tenantId);
    if (look === undefined) {
      look = this.look().finally(() => this.looks.delete(tenantId));
      this.looks.set(tenantId, look);
    }
    return look;
  }

  private async look(): Promise<Verification> {
    // Before the chain is looked at: what comes later only makes it longer.
    const anchor = await this.anchor();
    const top = await this.chain.top();
    const heads = await this.heads(top);
    const problems = [
      ...(await this.links(top)),
      ...heads.problems,
      ...(await this.ends(top, heads.last, anchor)),
      ...(await this.unlinked()),
    ];
    return {
      state: problems.length === 0 ? 'intact' : 'broken',
      entries: top.entries,
      chained: top.links,
      head: heads.last,
      problems: problems.slice(0, MOST_PROBLEMS),
    };
  }

  private readonly isGenuine = (entry: SealedEntry): boolean => this.keys.isGenuine(entry);

  private async links({ lastSeq }: ChainTop): Promise<AuditProblem[]> {
    const problems: AuditProblem[] = [];
    let last = FIRST_LINK;
    while (problems.length < MOST_PROBLEMS) {
      const page = await this.chain.links(last.seq, lastSeq, LINKS_AT_ONCE);
      const checked = checkLinks(page, last, this.isGenuine);
      problems.push(...checked.problems);
      last = checked.last;
      if (page.length < LINKS_AT_ONCE) break;
      await setImmediate();
    }
    return problems;
  }

  private async heads({ lastNumber }: ChainTop): Promise<{ problems: AuditProblem[]; last: SignedHead | null }> {
    const { tenantId } = tenantContext();
    const problems: AuditProblem[] = [];
    let last: SignedHead | null = null;
    for (;;) {
      const page = await this.chain.heads(last?.number ?? 0, lastNumber, HEADS_AT_ONCE);
      problems.push(...checkHeads(page, last?.number ?? 0, (head) => this.keys.isSigned(tenantId, head)));
      last = page.at(-1)?.head ?? last;
      if (page.length < HEADS_AT_ONCE) return { problems, last };
      await setImmediate();
    }
  }

  private async ends(
    top: ChainTop,
    last: SignedHead | null,
    anchor: SignedHead | 'invalid' | null,
  ): Promise<AuditProblem[]> {
    if (anchor === 'invalid')
      return [
        ...checkEnds(top, last, null),
        { seq: null, kind: 'head_changed', detail: 'The head outside of the database cannot be read.' },
      ];
    if (anchor === null) return checkEnds(top, last, null);
    const isSigned = this.keys.isSigned(tenantContext().tenantId, anchor);
    return checkEnds(top, last, { head: anchor, isSigned, linkHash: await this.chain.ownHashAt(anchor.seq) });
  }

  private async anchor(): Promise<SignedHead | 'invalid' | null> {
    try {
      return await this.anchors.read(tenantContext().tenantId);
    } catch (error) {
      if (isAppError(error) && error.code === 'invalid_audit_anchor') return 'invalid';
      throw error;
    }
  }

  private async unlinked(): Promise<AuditProblem[]> {
    const overdue = new Date(this.clock.now() - OVERDUE_MS);
    const problems: AuditProblem[] = (await this.chain.vanished(MOST_PROBLEMS)).map((id) => ({
      seq: null,
      kind: 'entry_missing',
      detail: `The entry ${id} is gone.`,
    }));
    let after: string | null = null;
    while (problems.length < MOST_PROBLEMS) {
      const page: SealedEntry[] = await this.chain.unlinked(after, LINKS_AT_ONCE);
      problems.push(...checkUnlinked(page, overdue, this.isGenuine));
      after = page.at(-1)?.id ?? after;
      if (page.length < LINKS_AT_ONCE) break;
      await setImmediate();
    }
    return problems;
  }
}
