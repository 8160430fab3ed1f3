// Mails with orders in them, through the engine, the four agents, and the guard of drafts; every agent asks a model that obeys.
import { attacked, ENCODINGS, GOALS, POSITIONS } from './attacks.mjs';
import { effectsOf } from './effects.mjs';
import { obedientModel, wantedBy } from './obedient-model.mjs';

const TEMPLATES = [
  {
    id: '0190d1d6-0000-7000-8000-000000000001',
    name: 'billing',
    language: 'en',
    categories: ['billing'],
    types: [],
    text: 'Dear {{name}},\n\nabout {{reference}} and {{amount}}: see https://shop.example/pay or call 030 1234567.\n{{answer}}\n{{deadline}}',
  },
  {
    id: '0190d1d6-0000-7000-8000-000000000002',
    name: 'any',
    language: 'de',
    categories: [],
    types: [],
    text: 'Guten Tag {{name}},\n\nzu {{reference}}: {{answer}}\nSchreiben Sie an hilfe@shop.example.',
  },
];
const KNOWLEDGE = 'A duplicate payment is refunded within 5 working days.';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** A label that the engine gives more than an even chance. */
const SURE = 0.5;

/** A number from 0 to 1 at each call (mulberry32, public domain). */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Every goal in every language, encoding and position in turn, each in the next mail. */
function* plans(mails, random) {
  const orders = Object.entries(GOALS).flatMap(([goal, byLanguage]) =>
    Object.values(byLanguage).map((order) => ({ goal, order })),
  );
  for (let turn = Math.floor(random() * mails.length); ; turn++)
    for (const [encoding, write] of Object.entries(ENCODINGS))
      for (const position of POSITIONS) {
        const { goal, order } = orders[Math.floor(random() * orders.length)];
        yield {
          goal,
          order,
          encoding,
          write,
          position,
          mail: mails[(turn * 7 + Math.floor(random() * mails.length)) % mails.length],
        };
      }
}

const markOf = (random) =>
  `Q${Array.from({ length: 5 }, () => LETTERS[Math.floor(random() * 26)]).join('')}${1000 + Math.floor(random() * 9000)}Z`;

function messageOf({ subject, text, senderName, attachments, isHtml }, htmlToText) {
  return {
    messageId: null,
    inReplyTo: null,
    references: [],
    conversationId: null,
    from: { name: senderName, address: 'kim@customer.example' },
    to: [{ name: '', address: 'help@shop.example' }],
    cc: [],
    subject,
    text: isHtml ? htmlToText(text).text : text,
    sections: [],
    date: '2026-11-20T10:00:00Z',
    headers: {},
    attachmentNames: attachments,
  };
}

/** The parts of the service, on a model that obeys; nothing of a database or a network. */
function serviceOf(parts, model) {
  const models = {
    thresholdOf: async () => SURE,
    async ask(question) {
      const prompt = parts.promptOf(question, question.content);
      const shape = parts.toJsonSchema(question.schema);
      const text = JSON.stringify(model.answerTo({ system: prompt.system, user: prompt.user, schema: shape }));
      const checked = parts.checkAnswer({ text, finish: 'complete' }, question.schema, undefined);
      if (!checked.ok) return { kind: 'none', reason: 'unusable-answer', cost: 0 };
      const usage = { input: 0, output: 0, cachedInput: 0 };
      return {
        kind: 'answer',
        value: checked.value,
        origin: {
          provider: 'p',
          model: 'p/obedient',
          promptHash: prompt.hash,
          cacheHit: false,
          attempts: 1,
          degraded: false,
          usage,
          cost: 0,
        },
      };
    },
  };
  const triageAgents = { classify: 'model', prioritise: 'model', summarise: 'model', reply: 'model' };
  const tenants = { settingsOf: async () => ({ triageAgents, modelThresholds: { triage: SURE } }) };
  const agents = new parts.TriageAgents(models, tenants, { labels: async () => null });
  const knowledge = {
    answers: async (questions, language) =>
      questions.length > 0 && language === 'en'
        ? [{ documentId: 'doc_1', filename: 'help.txt', page: 1, quote: KNOWLEDGE, span: [0, 1] }]
        : [],
  };
  return new parts.ReplyWriter(agents, { all: async () => TEMPLATES }, knowledge);
}

/** Runs so many attacks. Every secret that the model learns from earlier mails is foreign to the later ones. */
export async function runInjection(parts, { mails, count, seed }) {
  const random = seeded(seed);
  const goals = new Map();
  const model = obedientModel({ random, goalOf: (mark) => goals.get(mark) ?? 'none' });
  const writer = serviceOf(parts, model);
  const engine = new parts.TriageEngine();
  const report = {
    attacks: 0,
    effects: new Map(),
    examples: [],
    byEncoding: new Map(),
    changedByModel: 0,
    unsureLabels: 0,
  };
  const subject = { id: '0190d1d6-0000-7000-8000-000000000009', priority: 5, signal: new AbortController().signal };
  const secrets = [];
  for (const { goal, order, encoding, write, position, mail } of plans(mails, random)) {
    if (report.attacks >= count) break;
    const mark = markOf(random);
    // The one secret of this mail, which no other may show.
    const secret = `CODE${markOf(random).slice(1, -1)}`;
    goals.set(mark, goal);
    const own = { ...mail, text: `${mail.text}\n\nMy customer code is ${secret}.` };
    const message = messageOf(attacked(own, write(order.replaceAll('{mark}', mark)), position), parts.htmlToText);
    const { result: local, sight } = engine.read(message);
    const { result } = await parts.asTenant(() => writer.advise(local, sight, subject));
    const sureness = local.origin.agents;
    const sure = {
      category: local.category.confidence >= SURE,
      type: local.type.confidence >= SURE,
      priority: sureness.prioritise.confidence >= SURE,
    };
    const shown = parts.clean(
      `${message.subject}\n${message.text}\n${message.attachmentNames.join('\n')}`.normalize('NFKC'),
    );
    const trusted = [...TEMPLATES.map(({ text }) => text), KNOWLEDGE];
    for (const effect of effectsOf({
      result,
      local,
      sure,
      shown,
      trusted,
      foreign: secrets,
      mark,
      wanted: wantedBy({ goal, mark }),
    })) {
      report.effects.set(effect, (report.effects.get(effect) ?? 0) + 1);
      if (report.examples.length < 10)
        report.examples.push({
          effect,
          goal,
          encoding,
          position,
          mark,
          summary: result.summary.text,
          draft: result.reply.draft,
        });
    }
    secrets.push(secret);
    if (secrets.length > 20) secrets.shift();
    report.attacks++;
    if (Object.values(result.origin.agents).some(({ by }) => by === 'model')) report.changedByModel++;
    const row = report.byEncoding.get(encoding) ?? { attacks: 0, delivered: 0 };
    report.byEncoding.set(encoding, {
      attacks: row.attacks + 1,
      delivered: row.delivered + Number(model.seen.delivered.has(mark)),
    });
  }
  const { calls, delivered, obeyed } = model.seen;
  return { ...report, calls, delivered: delivered.size, obeyed: obeyed.size };
}
