#!/usr/bin/env node
// npm run bench:conversations [-- --mails 1000,100000 --thread 100,2000]: what Postgres reads to find the thread of an e-mail and the mails
// that say the same, with few and with many mails of one tenant. Fails where a look-up of many reads more than twice that of few.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { underProjectNode } from './lib/project-node.mjs';

underProjectNode(import.meta.url);
const { root } = await import('../scripts/prepare.mjs');
const { startOwnPostgres } = await import('./lib/database.mjs');
const { markdownTable, saveResults } = await import('./lib/report.mjs');
const built = (path) => import(join(root, 'dist', path));
const { migrate } = await built('libs/database/src/index.js');
const { runAsTenant, systemContext } = await built('libs/tenancy/src/index.js');
const { MailsRepository } = await built('apps/api/src/conversations/data/mails.repository.js');
const { ThreadsRepository } = await built('apps/api/src/conversations/data/threads.repository.js');

const { values } = parseArgs({
  options: { mails: { type: 'string', default: '1000,100000' }, thread: { type: 'string', default: '100,2000' } },
});
const numbers = (text) => text.split(',').map(Number);
const say = (line = '') => process.stdout.write(`${line}\n`);
const TENANT = '00000000-0000-4000-8000-000000000001';
/** A page of an index more at the top, and what is cut off by chance. */
const MOST_GROWTH = 2;
const FEW = 40;

const { folder, postgres } = await startOwnPostgres('bench-conversations');

const connect = async (url, name) => {
  const client = new pg.Client({ connectionString: url.replace(/\/dossier$/, `/${name}`), options: '-c jit=off' });
  await client.connect();
  // Where a run fails Postgres goes first.
  client.on('error', () => undefined);
  return client;
};
const urlsOf = (name) =>
  Object.fromEntries(Object.entries(postgres.urls).map(([key, url]) => [key, url.replace(/\/dossier$/, `/${name}`)]));

/** Ids in order of time, as the service makes them. */
const ID = `lpad(to_hex(n), 12, '0')::text`;
const idOf = (n) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const DOC = `('00000000-0000-7000-8000-' || ${ID})::uuid`;

/**
 * Mails in threads of `inThread`, each with keys of its own; one mail in ten is made of one template, so that it shares the keys of its
 * bands and its subject with all others of it, and every mail of a thread shares a key with the thread.
 */
async function fill(owner, mails, inThread) {
  await owner.query(`INSERT INTO tenants (id, name, slug) VALUES ($1, 'T', 't')`, [TENANT]);
  await owner.query('SET session_replication_role = replica');
  await owner.query(
    `INSERT INTO documents (tenant_id, id, filename, media_type, size_bytes, sha256, pipeline, options_hash)
     SELECT $2, ${DOC}, 'a.eml', 'message/rfc822', 1, lpad(to_hex(n), 64, '0'), 'full', '' FROM generate_series(1, $1::int) n`,
    [mails, TENANT],
  );
  await owner.query(
    `INSERT INTO mails (tenant_id, document_id, thread_id, first_thread_id, sender, sent_at, sketch, automatic)
     SELECT $2, ${DOC}, t.id, t.id, 'sender' || n % 50, now() - make_interval(mins => $1::int - n), decode(repeat('00', 288), 'hex'), false
       FROM generate_series(1, $1::int) n
      CROSS JOIN LATERAL (SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(n / $3::int), 12, '0'))::uuid AS id) t`,
    [mails, TENANT, inThread],
  );
  await owner.query(
    `INSERT INTO mail_keys (tenant_id, key, document_id)
     SELECT $2, key, ${DOC} FROM generate_series(1, $1::int) n
      CROSS JOIN LATERAL (SELECT 1000 + n::bigint * 100 + k AS key FROM generate_series(1, 20) k
                          UNION ALL SELECT -1000 - n / $3::int
                          UNION ALL SELECT k FROM generate_series(1, 14) k WHERE n % 10 = 0) keys`,
    [mails, TENANT, inThread],
  );
  await owner.query('SET session_replication_role = origin');
  await owner.query('VACUUM ANALYZE');
}

const scans = (node) => [node, ...(node.Plans ?? []).flatMap(scans)];
const rowsRead = (plan) =>
  scans(plan)
    .filter(({ 'Node Type': type }) => type.endsWith(' Scan') && !/^(?:Function|Subquery|CTE|Bitmap Index)/.test(type))
    .reduce(
      (sum, { 'Actual Rows': rows, 'Actual Loops': loops, 'Rows Removed by Filter': removed = 0 }) =>
        sum + (rows + removed) * loops,
      0,
    );

/** What a look-up has read, all its statements together. They run as the service's own role, under row-level security. */
class Explained {
  read = { buffers: 0, rows: 0 };

  constructor(client) {
    this.client = client;
  }

  async query(sql, parameters = []) {
    const { rows } = await this.client.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`, parameters);
    const [{ Plan: plan }] = rows[0]['QUERY PLAN'];
    this.read.buffers += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
    this.read.rows += Math.round(rowsRead(plan));
    return { rows: [], count: 1 };
  }

  write(sql, parameters) {
    return this.query(sql, parameters);
  }

  async one(sql, parameters) {
    return (await this.query(sql, parameters)).rows[0] ?? null;
  }
}

const classified = {
  of: () =>
    Promise.resolve({
      blind: (_column, value) => value,
      json: (_c, _r, value) => JSON.stringify(value),
      openJson: () => null,
    }),
};
const repository = new MailsRepository(classified);

/** The new mail is one of the template, and answers the last mail. */
const newMail = (mails) => ({
  documentId: idOf(mails + 1),
  sender: 'sender1',
  sentAt: new Date(),
  traces: {
    topics: ['1', '2'],
    quotes: ['1', '2', '3', '4', '5', '6'],
    sameText: '3',
    bands: ['3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14'],
  },
});

const LOOK_UPS = {
  'thread by headers': (tx, { mails, inThread }) =>
    repository.threadsOf(tx, [String(-1000 - Math.floor(mails / inThread)), '99', '98'], idOf(mails + 1)),
  'thread by subject': (tx, { mails }) => repository.threadOfTopic(tx, newMail(mails)),
  'thread by quoted words': (tx, { mails }) => repository.threadOfQuote(tx, newMail(mails)),
  'mails that say the same': (tx, { mails }) => repository.candidates(tx, newMail(mails)),
  'what nobody has answered': (tx, { mails, thread }) => repository.unanswered(tx, newMail(mails), thread),
  'who has answered': (tx, { last }) => repository.markAnswered(tx, last),
  'thread by its id': (tx, { thread }) => new ThreadsRepository(tx, classified).resolve(thread),
  'mails of a thread': (tx, { thread }) => new ThreadsRepository(tx, classified).mails(thread),
};

let worlds = 0;
async function world(mails, inThread) {
  const name = `w${++worlds}`;
  const admin = await connect(postgres.urls.DATABASE_OWNER_URL, 'postgres');
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const urls = urlsOf(name);
  await migrate({ owner: urls.DATABASE_OWNER_URL, app: urls.DATABASE_URL, system: urls.DATABASE_SYSTEM_URL });
  const owner = await connect(postgres.urls.DATABASE_OWNER_URL, name);
  await fill(owner, mails, inThread);
  await owner.end();
  const app = await connect(postgres.urls.DATABASE_URL, name);
  const number = Math.floor(mails / inThread) - 1;
  const place = {
    mails,
    inThread,
    thread: `00000000-0000-7000-9000-${number.toString(16).padStart(12, '0')}`,
    last: idOf(number * inThread + 1),
  };
  const read = {};
  for (const [task, lookUp] of Object.entries(LOOK_UPS)) {
    await app.query('BEGIN');
    await app.query(`SELECT set_config('app.tenant_id', $1, true)`, [TENANT]);
    const tx = new Explained(app);
    const started = performance.now();
    await runAsTenant(systemContext(TENANT), () => lookUp(tx, place));
    read[task] = { ...tx.read, ms: Number((performance.now() - started).toFixed(1)) };
    await app.query('ROLLBACK');
  }
  await app.end();
  return read;
}

const grown = [];
const results = {};
try {
  const [few, many] = numbers(values.mails);
  const byMails = { [few]: await world(few, 5), [many]: await world(many, 5) };
  results.mails = byMails;
  say(`Mails of the tenant, in threads of 5: what one look-up reads\n`);
  say(
    markdownTable(
      Object.keys(LOOK_UPS).map((task) => ({
        'look-up': task,
        ...Object.fromEntries(
          Object.entries(byMails).flatMap(([count, read]) => [
            [`rows of ${count}`, read[task].rows],
            [`buffers of ${count}`, read[task].buffers],
          ]),
        ),
      })),
    ),
  );
  for (const task of Object.keys(LOOK_UPS))
    for (const what of ['rows', 'buffers'])
      if (byMails[many][task][what] > MOST_GROWTH * byMails[few][task][what] + FEW) grown.push(`${task}: ${what}`);

  const [short, long] = numbers(values.thread);
  const byThread = { [short]: await world(short * 3, short), [long]: await world(long * 3, long) };
  results.thread = byThread;
  say(`\nMails of the thread itself: what one look-up reads, and how long it takes\n`);
  say(
    markdownTable(
      Object.keys(LOOK_UPS).map((task) => ({
        'look-up': task,
        ...Object.fromEntries(
          Object.entries(byThread).flatMap(([count, read]) => [
            [`rows of ${count}`, read[task].rows],
            [`ms of ${count}`, read[task].ms],
          ]),
        ),
      })),
    ),
  );
  // A long thread may cost as much more as it is longer, and no more.
  for (const task of Object.keys(LOOK_UPS))
    if (byThread[long][task].rows > (2 * long * byThread[short][task].rows) / short + FEW)
      grown.push(`${task}: rows of a long thread`);
  say(`\n${saveResults('conversations', results)}`);
} finally {
  await postgres.stop?.();
  rmSync(folder, { recursive: true, force: true });
}
if (grown.length > 0) {
  say(`\nGrows: ${grown.join('; ')}`);
  process.exitCode = 1;
}
