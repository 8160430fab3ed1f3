import { isAppError } from '@app/kernel';
import { type ModelAnswer, type NanoUsd, spendingOf, toDollars } from '@app/llm';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { DocumentModels, type Subject } from '../models/index.js';
import { type TenantSettings, TenantsService } from '../tenants/index.js';
import type { Inquiry, MailCase, ReplyChoice, Verdict } from './agents/agent.js';
import { AGENTS } from './agents/registry.js';
import type { Sight } from './domain/sight.js';
import { byEngine, surenessOf } from './domain/sureness.js';
import { AGENT_NAMES, type AgentName, type AgentOrigin, type TriageResult } from './domain/triage-model.js';
import { OwnCategories } from './own-categories.service.js';

type Modes = TenantSettings['triageAgents'];

export interface AdvisedMail {
  readonly result: TriageResult;
  /** What the reply is to be made of, where a model has chosen. */
  readonly reply: ReplyChoice | null;
  readonly spent: ReturnType<typeof spendingOf>;
}

interface Heard {
  readonly agent: AgentName;
  readonly verdict: Verdict;
  readonly origin: AgentOrigin;
}

/**
 * The four agents of triage. The local engine has spoken before; models are asked side by side where a tenant wants it and the engine is
 * not sure, each inquiry fails alone, and of an answer only what can be proved is taken.
 */
@Injectable()
export class TriageAgents {
  constructor(
    private readonly models: DocumentModels,
    private readonly tenants: TenantsService,
    private readonly categories: OwnCategories,
  ) {}

  /** Throws where the signal aborts. */
  async advise(
    local: TriageResult,
    sight: Sight,
    templates: MailCase['templates'],
    subject: Subject,
  ): Promise<AdvisedMail> {
    const sure = surenessOf(local, sight.sentences);
    const wanted = await this.wanted(sight, sure);
    const asked = await this.withModel(wanted);
    const ownCategories = asked.includes('classify') ? await this.categories.labels(local) : null;
    const mail: MailCase = { sight, local, ownCategories, templates };
    const groups = [...Map.groupBy(asked, (name) => AGENTS[name].inquiry)];
    const heard = await Promise.all(groups.map(([inquiry, names]) => this.ask(inquiry, names, mail, subject)));
    const silent = wanted.filter((name) => !asked.includes(name));
    return withHeard(local, sure, heard, silent);
  }

  async asksModels(local: TriageResult, sight: Sight): Promise<boolean> {
    return (await this.wanted(sight, surenessOf(local, sight.sentences))).length > 0;
  }

  private async wanted({ body }: Sight, sure: Readonly<Record<AgentName, number>>): Promise<AgentName[]> {
    const { triageAgents, modelThresholds } = await this.tenants.settingsOf(tenantContext().tenantId);
    return body === '' ? [] : wantedOf(triageAgents, modelThresholds.triage, sure);
  }

  /** Those of them for whose purpose there is a model. */
  private async withModel(names: readonly AgentName[]): Promise<AgentName[]> {
    const thresholds = await Promise.all(names.map((name) => this.models.thresholdOf('triage', PURPOSES[name])));
    return names.filter((_, index) => thresholds[index] !== 0);
  }

  private async ask(
    inquiry: Inquiry,
    names: readonly AgentName[],
    mail: MailCase,
    subject: Subject,
  ): Promise<{ readonly answer: ModelAnswer<unknown>; readonly heard: readonly Heard[] }> {
    const answer = await this.answerOf(inquiry, names, mail, subject);
    const sure = surenessOf(mail.local, mail.sight.sentences);
    const cost = answer.kind === 'answer' ? answer.origin.cost : answer.cost;
    const heard = names.map((agent, index) => {
      const share = toDollars(shareOf(cost, names.length, index));
      if (answer.kind === 'none') {
        const origin = { ...byEngine(sure[agent], answer.reason), cost: share };
        return { agent, origin, verdict: { change: {}, evidence: [], reason: answer.reason } };
      }
      const verdict = AGENTS[agent].judge(answer.value, mail);
      const { evidence, reason } = verdict;
      const by = Object.keys(verdict.change).length > 0 ? ('model' as const) : ('engine' as const);
      const { model } = answer.origin;
      return { agent, verdict, origin: { by, confidence: sure[agent], model, reason, evidence, cost: share } };
    });
    return { answer, heard };
  }

  /** A budget that is used up leaves the engine's result, as all else does that keeps a model from answering. */
  private async answerOf(
    inquiry: Inquiry,
    names: readonly AgentName[],
    mail: MailCase,
    subject: Subject,
  ): Promise<ModelAnswer<unknown>> {
    try {
      return await this.models.ask(inquiry.question(mail, names), subject);
    } catch (error) {
      if (isAppError(error) && error.code === 'budget_exhausted')
        return { kind: 'none', reason: 'budget-exhausted', cost: 0 };
      throw error;
    }
  }
}

const PURPOSES = { classify: 'triage', prioritise: 'triage', summarise: 'summarise', reply: 'reply' } as const;

/** The agents that a model is wanted for: by the tenant in any case, or by the engine's doubt. A threshold of 0 is for never. */
const wantedOf = (modes: Modes, threshold: number, sure: Readonly<Record<AgentName, number>>): AgentName[] =>
  AGENT_NAMES.filter(
    (name) => threshold > 0 && (modes[name] === 'model' || (modes[name] === 'cascade' && sure[name] < threshold)),
  );

/** Equal parts of what a call cost; the first agent has what is left over, so that they add up. */
const shareOf = (cost: NanoUsd, count: number, index: number): NanoUsd =>
  Math.floor(cost / count) + (index === 0 ? cost % count : 0);

function withHeard(
  local: TriageResult,
  sure: Readonly<Record<AgentName, number>>,
  asked: readonly { readonly answer: ModelAnswer<unknown>; readonly heard: readonly Heard[] }[],
  silent: readonly AgentName[],
): AdvisedMail {
  const heard = asked.flatMap((one) => one.heard);
  const spent = spendingOf(asked.map(({ answer }) => answer));
  const origins = new Map(heard.map(({ agent, origin }) => [agent, origin]));
  const originOf = (name: AgentName): AgentOrigin =>
    origins.get(name) ?? byEngine(sure[name], silent.includes(name) ? 'no-model' : null);
  const models = new Set(heard.flatMap(({ origin }) => (origin.by === 'model' ? (origin.model ?? []) : [])));
  const change = Object.assign({}, ...heard.map(({ verdict }) => verdict.change)) as Partial<TriageResult>;
  const origin: TriageResult['origin'] = {
    ...local.origin,
    engine: models.size > 0 ? 'llm' : 'local',
    model: models.size > 0 ? [...models].join(',') : null,
    agents: {
      classify: originOf('classify'),
      prioritise: originOf('prioritise'),
      summarise: originOf('summarise'),
      reply: originOf('reply'),
    },
  };
  const reply = heard.find(({ verdict }) => verdict.reply)?.verdict.reply ?? null;
  return { result: { ...local, ...change, origin }, reply, spent };
}
