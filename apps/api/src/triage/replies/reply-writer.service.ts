import { publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Subject } from '../../models/index.js';
import { guardDraft } from '../domain/grounding/draft-guard.js';
import { filled, fitting, type ReplyTemplate } from '../domain/replies/template.js';
import { draftOf, linesOf, mentions, type ReplyPlan } from '../domain/reply.js';
import type { Sight } from '../domain/sight.js';
import type { Reply, ReplyCitation, TriageResult } from '../domain/triage-model.js';
import { type AdvisedMail, TriageAgents } from '../triage-agents.service.js';
import { ReplyKnowledge } from './reply-knowledge.service.js';
import { ReplyTemplates } from './reply-templates.service.js';

const MOST_QUESTIONS = 3;

const kindOf = ({ category, type }: TriageResult, { language }: Sight) => ({
  language,
  category: category.name,
  type: type.name,
});

/** Puts replies together, of what the agents have chosen, and of what the tenant has written. */
@Injectable()
export class ReplyWriter {
  constructor(
    private readonly agents: TriageAgents,
    private readonly templates: ReplyTemplates,
    private readonly knowledge: ReplyKnowledge,
  ) {}

  /** The agents' result with the draft as the tenant wants it. */
  async advise(local: TriageResult, sight: Sight, subject: Subject): Promise<AdvisedMail> {
    const offered = fitting(await this.templates.all(), kindOf(local, sight)).map(({ name, categories, types }) => ({
      name,
      description: [...categories, ...types].join(', '),
    }));
    return this.write(await this.agents.advise(local, sight, offered, subject), sight);
  }

  /** Whether the agents would ask models of it. */
  asksModels(local: TriageResult, sight: Sight): Promise<boolean> {
    return this.agents.asksModels(local, sight);
  }

  /** The same of what is known already, whoever has found it. */
  async write(advised: AdvisedMail, sight: Sight): Promise<AdvisedMail> {
    const { result, reply: choice } = advised;
    const plan = choice?.plan ?? sight.plan;
    if (!plan.needed) return advised;
    const templates = await this.templates.all();
    const fits = fitting(templates, kindOf(result, sight));
    const template = (choice ? templates.find(({ name }) => name === choice.template) : fits[0]) ?? null;
    const questions = [...(choice?.questions ?? []), ...questionsIn(sight.matter)];
    const citations = await this.knowledge.answers([...new Set(questions)], sight.language);
    return { ...advised, result: { ...result, reply: written(result.reply, { plan, template, citations, sight }) } };
  }
}

/** What its sender asks: lines of the matter are sentences. */
const questionsIn = (matter: string): string[] =>
  matter
    .split('\n')
    .filter((line) => /[?？]\s*$/.test(line))
    .slice(0, MOST_QUESTIONS);

interface Parts {
  readonly plan: ReplyPlan;
  readonly template: ReplyTemplate | null;
  readonly citations: readonly ReplyCitation[];
  readonly sight: Sight;
}

function written(reply: Reply, { plan, template, citations, sight }: Parts): Reply {
  const answer = citations.length === 0 ? null : citations.map(({ quote }) => quote).join(' ');
  const { facts, name, deadline } = plan;
  const known = { reference: mentions(facts, 'reference') || null, amount: mentions(facts, 'amount') || null };
  const text =
    template === null
      ? draftOf(plan, linesOf(plan, answer))
      : filled(template.text, { ...known, name, deadline, answer });
  const language = template?.language ?? plan.language;
  const { draft, removed } = guardDraft(text, {
    language,
    matter: sight.matter,
    mentions: facts.map(({ mention }) => mention),
    trusted: [...(template === null ? [] : [template.text]), ...citations.map(({ quote }) => quote)],
  });
  // A citation is of what stands in the draft: a template may have no place for an answer.
  const cited = citations.filter(({ quote }) => draft.includes(quote));
  const templateId = template && publicId('replyTemplate', template.id);
  return { ...reply, draft, language, templateId, citations: cited, removed };
}
