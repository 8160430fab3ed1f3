import { type Analysis, analyse, signalCounts } from './analysis.js';
import { categoryOf } from './category.js';
import type { Signal } from './cues/cue-sheet.js';
import { type CueRegistry, createCueRegistry } from './cues/registry.js';
import { headlineOf } from './condense.js';
import { deadlinesOf } from './deadlines.js';
import { hiddenSignals, injectionOf, reviewOf } from './injection.js';
import { ownWords } from './letter.js';
import { personalDataOf } from './personal-data.js';
import { priorityOf } from './priority.js';
import { planOfReply, replyOf } from './reply.js';
import { requestTypeOf } from './request-type.js';
import { sentimentOf } from './sentiment.js';
import { type Sight, sightOf } from './sight.js';
import { summaryOf } from './summary.js';
import { engineAgents } from './sureness.js';
import { tasksOf } from './tasks.js';
import { cleanText } from './text-hygiene.js';
import type { Deadline, TriageMessage, TriageOrigin, TriageResult } from './triage-model.js';

/** Named in every result, so that results of different rules can be told apart. */
export const AGENT = 'cue-rules-1';
const ORIGIN: Omit<TriageOrigin, 'agents'> = {
  engine: 'local',
  agent: AGENT,
  model: null,
  runId: null,
  category: { by: 'engine', classifierId: null, version: null, reason: null },
};

/** A result, and what the engine saw. */
export interface MailView {
  readonly result: TriageResult;
  readonly sight: Sight;
  readonly analysis: Analysis;
  readonly signals: ReadonlyMap<Signal, number>;
  /** All that the sender wrote: without quoted history, and signatures that were recognised. */
  readonly own: string;
}

/** The local engine: rules and word lists only, nothing learned, nothing asked of a model. Pure but for compiled cues. */
export class TriageEngine {
  constructor(private readonly registry: CueRegistry = createCueRegistry()) {}

  /** Spans in `pii` point into `message.text` as it was given. */
  triage(message: TriageMessage): TriageResult {
    return this.read(message).result;
  }

  /** The same with what it was told by, and what agents that ask models need of the mail. */
  read(message: TriageMessage): MailView {
    const subject = cleanText(message.subject ?? '');
    const body = cleanText(message.text);
    const { attachmentNames } = message;
    const own = cleanText(ownWords(message.text, message.sections)).text;
    const analysis = analyse(this.registry, { subject: subject.text, body: own, attachmentNames });
    const signals = signalCounts(analysis);
    const category = categoryOf(message, analysis);
    const type = requestTypeOf(signals);
    // The date in `I am away until 5 December` is nobody's deadline.
    const deadlines = category.name === 'auto_reply' ? [] : deadlinesOf(analysis, message.date);
    const { date, headers } = message;
    const priority = priorityOf({ signals, category: category.name, deadlines, date, headers });
    const evidence = { signals, category: category.name, type: type.name, priority: priority.level, deadlines };
    const plan = planOfReply(message, analysis, evidence);
    const { code, confidence } = analysis.language;
    const unseen = hiddenSignals(this.registry, code, message.hidden ?? []);
    const injection = injectionOf(analysis, body.text, [...new Set([...subject.signals, ...body.signals, ...unseen])]);
    const result: TriageResult = {
      language: { code, confidence: Number(confidence.toFixed(4)) },
      category,
      priority,
      type,
      sentiment: sentimentOf(signals),
      summary: { ...summaryOf(analysis, deadlines), tasks: tasksOf(analysis, message, deadlines) },
      reply: replyOf(plan),
      ...personalDataOf(body),
      injection,
      review: reviewOf(injection),
      origin: { ...ORIGIN, agents: engineAgents({ category, type, priority }, analysis.sentences.length) },
    };
    return { result, sight: sightOf(message, analysis, plan), analysis, signals, own };
  }

  /** A sentence as a headline. */
  headlineIn(sentence: string, language: string): string {
    const analysis = this.lookAt(sentence, language);
    const [first] = analysis.sentences;
    return first === undefined ? '' : headlineOf(analysis, first);
  }

  /** The dates by which something is due in words of a mail that was sent on a date. */
  deadlinesIn(words: string, language: string, date: string | null): readonly Deadline[] {
    return deadlinesOf(this.lookAt(words, language), date);
  }

  private lookAt(words: string, language: string): Analysis {
    return analyse(this.registry, { subject: '', body: words }, () => ({ code: language, confidence: 1 }));
  }
}
