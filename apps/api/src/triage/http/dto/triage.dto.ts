import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ATTACHMENT_REASONS, CATEGORIES, PRIORITY_LEVELS, REQUEST_TYPES } from '../../domain/triage-model.js';

/** Shapes of answers, for the OpenAPI document. What they are made of is `domain/triage-model.ts`. */
export class TriageLanguageDto {
  @ApiProperty({ description: 'ISO 639-1, `und` where nothing can be told' })
  code!: string;
  @ApiProperty()
  confidence!: number;
}

export class CategoryAlternativeDto {
  @ApiProperty({ description: `${CATEGORIES.join(', ')}, or a label of the tenant's own classifier` })
  name!: string;
  @ApiProperty()
  confidence!: number;
}

export class TriageCategoryDto extends CategoryAlternativeDto {
  @ApiProperty({ type: [CategoryAlternativeDto] })
  alternatives!: CategoryAlternativeDto[];
}

export class PriorityDto {
  @ApiProperty({ enum: PRIORITY_LEVELS })
  level!: string;
  @ApiProperty({ description: '0..1, comparable across mails' })
  score!: number;
  @ApiProperty({ type: [String], description: 'Kinds of evidence; a leading `-` lowers the score' })
  reasons!: string[];
}

export class RequestTypeDto {
  @ApiProperty({ enum: REQUEST_TYPES })
  name!: string;
  @ApiProperty()
  confidence!: number;
}

export class SentimentDto {
  @ApiProperty({ enum: ['positive', 'neutral', 'negative'] })
  label!: string;
  @ApiProperty({ description: '-1..1' })
  score!: number;
}

export class DeadlineDto {
  @ApiProperty({ description: 'YYYY-MM-DD' })
  date!: string;
  @ApiProperty()
  quote!: string;
}

export class TaskOwnerDto {
  @ApiProperty({ enum: ['recipient', 'sender', 'person'] })
  kind!: string;
  @ApiProperty({ type: String, nullable: true, description: 'As the mail writes it; null where nobody is named' })
  name!: string | null;
}

export class TaskDto {
  @ApiProperty()
  text!: string;
  @ApiProperty()
  owner!: TaskOwnerDto;
  @ApiProperty({ type: String, nullable: true, description: 'YYYY-MM-DD: a deadline that stands in the sentence' })
  date!: string | null;
  @ApiProperty()
  quote!: string;
}

export class SummaryDto {
  @ApiProperty({ description: 'The first sentence is a headline' })
  text!: string;
  @ApiProperty({ type: [String] })
  keyPoints!: string[];
  @ApiProperty({ type: [String] })
  actionItems!: string[];
  @ApiProperty({ type: [TaskDto], description: 'Who has to do what by when: action items, and promises of the sender' })
  tasks!: TaskDto[];
  @ApiProperty({ type: [DeadlineDto] })
  deadlines!: DeadlineDto[];
}

export class FactDto {
  @ApiProperty()
  value!: string;
  @ApiProperty({ description: 'Words of the mail that say so' })
  quote!: string;
}

export class ReplyCitationDto {
  @ApiProperty()
  documentId!: string;
  @ApiProperty()
  filename!: string;
  @ApiProperty()
  page!: number;
  @ApiProperty()
  quote!: string;
  @ApiProperty({ type: [Number], minItems: 2, maxItems: 2, description: 'In the text of that document' })
  span!: [number, number];
}

export class ReplyDto {
  @ApiProperty()
  needed!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Never sent; `[…]` is for a person to fill in' })
  draft!: string | null;
  @ApiProperty()
  language!: string;
  @ApiProperty({ type: [FactDto] })
  facts!: FactDto[];
  @ApiProperty({ type: String, nullable: true, description: 'The own template that the draft was made of' })
  templateId!: string | null;
  @ApiProperty({ type: [ReplyCitationDto], description: 'Sentences of own documents that stand in the draft' })
  citations!: ReplyCitationDto[];
  @ApiProperty({ type: [String], description: 'Kinds of values that the guard took out of the draft' })
  removed!: string[];
}

export class EntityDto {
  @ApiProperty()
  type!: string;
  @ApiProperty()
  start!: number;
  @ApiProperty()
  end!: number;
  @ApiProperty()
  score!: number;

  @ApiPropertyOptional({ description: 'Of an id: the country that gives it out (ISO 3166-1)', example: 'PT' })
  country?: string;

  @ApiPropertyOptional({ description: 'Of an id: which one it is', example: 'nif' })
  subtype?: string;
}

export class PersonalDataDto {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  counts!: Record<string, number>;
  @ApiProperty({ type: [EntityDto], description: "Offsets into the document's plain text" })
  entities!: EntityDto[];
}

export class InjectionDto {
  @ApiProperty({ description: '0..1: how much the mail tries to steer a language model' })
  score!: number;
  @ApiProperty({ type: [String] })
  signals!: string[];
}

export class ReviewMarkDto {
  @ApiProperty({ description: 'A person should look before anything is done with the mail. A label: nothing waits' })
  needed!: boolean;
  @ApiProperty({ type: [String], description: '`injection:` and the signal' })
  reasons!: string[];
}

export class CategoryOriginDto {
  @ApiProperty({ enum: ['engine', 'classifier', 'learned', 'rule', 'attachment', 'person'] })
  by!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The own classifier that was asked; null for none' })
  classifierId!: string | null;
  @ApiProperty({ type: Number, nullable: true })
  version!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it has not decided: `unknown`, or an error code' })
  reason!: string | null;
}

export class AgentOriginDto {
  @ApiProperty({ enum: ['engine', 'model'] })
  by!: string;
  @ApiProperty({ description: '0..1: how sure the local engine was' })
  confidence!: number;
  @ApiProperty({ type: String, nullable: true, description: 'The model that answered' })
  model!: string | null;
  @ApiProperty({ type: String, nullable: true, description: "Why the engine's result stands, or what was not taken" })
  reason!: string | null;
  @ApiProperty({ type: [String], description: 'Words of the mail that the model rests on' })
  evidence!: string[];
  @ApiProperty({ description: 'US dollars, decimal: its share of the call' })
  cost!: string;
}

export class AgentOriginsDto {
  @ApiProperty()
  classify!: AgentOriginDto;
  @ApiProperty()
  prioritise!: AgentOriginDto;
  @ApiProperty()
  summarise!: AgentOriginDto;
  @ApiProperty()
  reply!: AgentOriginDto;
}

export class TriageOriginDto {
  @ApiProperty({ enum: ['local', 'llm'] })
  engine!: string;
  @ApiProperty()
  agent!: string;
  @ApiProperty({ type: String, nullable: true })
  model!: string | null;
  @ApiProperty({ type: String, nullable: true })
  runId!: string | null;
  @ApiProperty({ description: 'How each agent came to its part' })
  agents!: AgentOriginsDto;
  @ApiProperty({ description: 'Who has said of which category the mail is' })
  category!: CategoryOriginDto;
}

export class RoutingDto {
  @ApiProperty({ type: String, nullable: true })
  target!: string | null;
  @ApiProperty({ enum: ['rule', 'learned', 'category', 'otherwise', 'none', 'person'] })
  reason!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The rule, where one said so' })
  rule!: string | null;
}

export class ServicePromiseDto {
  @ApiProperty()
  dueAt!: string;
  @ApiProperty({ description: 'Hours of work that were promised' })
  hours!: number;
  @ApiProperty({ description: 'How much of them had run when it was triaged: 1 at the due time' })
  ran!: number;
}

export class HeldRuleDto {
  @ApiProperty()
  name!: string;
  @ApiProperty({ type: [String], description: 'Words of the mail, or the sender, header or file that it held by' })
  evidence!: string[];
}

export class TaughtMarkDto {
  @ApiProperty({ enum: ['category', 'type', 'routing'] })
  field!: string;
  @ApiProperty()
  value!: string;
  @ApiProperty({ description: 'Mails like this one that were corrected to it' })
  mails!: number;
  @ApiProperty({ description: 'Mails like this one that were corrected to something else' })
  against!: number;
}

export class AttachmentMarkDto {
  @ApiProperty({ description: 'Empty for a file that was not taken on' })
  documentId!: string;
  @ApiProperty()
  filename!: string;
  @ApiProperty({ type: String, nullable: true })
  type!: string | null;
  @ApiProperty({ enum: ATTACHMENT_REASONS })
  reason!: string;
  @ApiProperty({ description: 'What it adds to the log-odds of the priority; the weightiest counts' })
  weight!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Words of the document, or why it was refused' })
  evidence!: string | null;
}

export class MailDuplicateDto {
  @ApiProperty({ description: 'The first document that says the same' })
  of!: string;
  @ApiProperty({ enum: ['exact', 'same-text', 'near'] })
  kind!: string;
  @ApiProperty({ description: '0..1' })
  similarity!: number;
  @ApiProperty({ type: [String], description: "What of the answer is the first one's" })
  reused!: string[];
}

export class TriageDto {
  @ApiProperty()
  documentId!: string;
  @ApiProperty()
  language!: TriageLanguageDto;
  @ApiProperty()
  category!: TriageCategoryDto;
  @ApiProperty()
  priority!: PriorityDto;
  @ApiProperty()
  type!: RequestTypeDto;
  @ApiProperty()
  sentiment!: SentimentDto;
  @ApiProperty()
  summary!: SummaryDto;
  @ApiProperty()
  reply!: ReplyDto;
  @ApiProperty()
  pii!: PersonalDataDto;
  @ApiProperty({ description: 'The body with personal data masked' })
  redactedText!: string;
  @ApiProperty()
  injection!: InjectionDto;
  @ApiProperty()
  review!: ReviewMarkDto;
  @ApiProperty({ type: String, nullable: true })
  duplicateOf!: string | null;
  @ApiProperty({ type: MailDuplicateDto, nullable: true })
  duplicate!: MailDuplicateDto | null;
  @ApiProperty({ description: "The queue or team that it is for, by the tenant's rules, else by its category" })
  routing!: RoutingDto;
  @ApiProperty({ type: ServicePromiseDto, nullable: true })
  service!: ServicePromiseDto | null;
  @ApiProperty({ type: [HeldRuleDto], description: "The tenant's rules that held" })
  rules!: HeldRuleDto[];
  @ApiProperty({ type: [TaughtMarkDto], description: 'What of it is so because mails like this one were corrected' })
  taught!: TaughtMarkDto[];
  @ApiProperty({
    type: [AttachmentMarkDto],
    description: 'What came with it says of it; empty while that is under way',
  })
  attachments!: AttachmentMarkDto[];
  @ApiProperty({ type: [String], description: 'What of it a person has said' })
  corrected!: string[];
  @ApiProperty({ description: 'Its conversation, `GET /v1/threads/{id}`' })
  threadId!: string;
  @ApiProperty()
  origin!: TriageOriginDto;
}

export class TriageUnderWayDto {
  @ApiProperty()
  documentId!: string;
  @ApiProperty()
  status!: string;
  @ApiProperty()
  statusUrl!: string;
}
