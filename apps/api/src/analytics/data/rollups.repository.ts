import { SystemDatabase, type Transaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { FOLD } from './rollups-sql.js';

interface State {
  readonly rolled_to: string;
  readonly up_to: string;
  readonly next_to: string;
  readonly settled: boolean;
}

/** A line of the ledger has the day of its transaction: what is numbered later than a time is of no day so long before it. */
const DOCUMENT_DAYS_KEPT = 7;

const lastChange = async (tx: Transaction): Promise<string> =>
  (
    await tx.one<{ change: string }>(
      'SELECT (CASE WHEN is_called THEN last_value ELSE 0 END)::text AS change FROM ledger_changes',
    )
  )?.change ?? '0';

/**
 * Keeps the roll-ups of the ledgers. Each turn adds the changes up to the number that the turn before has noted, once all
 * transactions are over that ran when it was noted: none of them can come later with a lower number.
 */
@Injectable()
export class RollUpsRepository {
  constructor(private readonly system: SystemDatabase) {}

  /**
   * Rolls up at most `most` changes in one transaction, in one instance at a time. Answers whether there is more to do at once;
   * false too where another instance is at it, or where transactions still run that may have taken a number.
   */
  rollUp(most: number): Promise<boolean> {
    return this.system.transaction(async (tx) => {
      const last = await lastChange(tx);
      // The lock gives this transaction its xid, after the number was read: whoever took a number up to it has a lower xid.
      const lock = await tx.one('SELECT 1 FROM usage_rollup_state FOR UPDATE SKIP LOCKED');
      if (!lock) return false;
      // A next_xid that lies ahead was noted in another cluster, before a restore: nothing of it runs here.
      const state = await tx.one<State>(
        `SELECT rolled_to::text, least(next_to, rolled_to + $1::bigint)::text AS up_to, next_to::text,
                pg_snapshot_xmin(pg_current_snapshot()) >= next_xid OR pg_current_xact_id() < next_xid AS settled
           FROM usage_rollup_state`,
        [most],
      );
      if (!state?.settled) return false;
      if (state.up_to !== state.rolled_to) await this.fold(tx, state);
      if (state.up_to !== state.next_to) return true;
      // What is missing now was numbered after this was noted, whenever that was: the job may not have run for long.
      await tx.query(
        `DELETE FROM usage_document_days
          WHERE day < (SELECT (noted_at AT TIME ZONE 'UTC')::date - ${DOCUMENT_DAYS_KEPT} FROM usage_rollup_state)`,
      );
      // Another turn may have ended between the reading of the number and the lock.
      await tx.query(
        `UPDATE usage_rollup_state SET next_to = greatest(rolled_to, $1::bigint), next_xid = pg_current_xact_id(),
                noted_at = now()`,
        [last],
      );
      return false;
    });
  }

  private async fold(tx: Transaction, { rolled_to: from, up_to: to }: State): Promise<void> {
    await tx.query(FOLD, [from, to]);
    await tx.query('UPDATE usage_rollup_state SET rolled_to = $1', [to]);
  }
}
