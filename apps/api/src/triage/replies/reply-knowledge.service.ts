import { publicId } from '@app/kernel';
import { detectLanguage } from '@app/text';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { QueriesService } from '../../queries/index.js';
import { TenantsService } from '../../tenants/index.js';
import type { ReplyCitation } from '../domain/triage-model.js';

/** A search that nobody asked for by name has to find more than a reader who chooses for himself. */
const LEAST_EVIDENCE = 0.5;
const MOST_QUESTIONS = 2;
const LONGEST_QUESTION = 300;
const LONGEST_ANSWER = 500;

/** What the tenant's own documents say to the questions of a mail: of those that the tenant has marked for it, and no others. */
@Injectable()
export class ReplyKnowledge {
  constructor(
    private readonly tenants: TenantsService,
    private readonly queries: QueriesService,
  ) {}

  /** Whole sentences in the language of the mail. */
  async answers(questions: readonly string[], language: string): Promise<readonly ReplyCitation[]> {
    const { replyKnowledge } = await this.tenants.settingsOf(tenantContext().tenantId);
    if (replyKnowledge === null) return [];
    const found: ReplyCitation[] = [];
    for (const question of questions.slice(0, MOST_QUESTIONS)) {
      const asked = question.slice(0, LONGEST_QUESTION);
      for (const { documentId, ...citation } of await this.queries.find(
        asked,
        { metadata: replyKnowledge },
        LEAST_EVIDENCE,
      )) {
        const { filename, page, span } = citation;
        const quote = citation.quote.replace(/\s+/g, ' ').trim();
        if (quote.length > LONGEST_ANSWER || detectLanguage(quote).code !== language) continue;
        if (found.every((known) => known.quote !== quote))
          found.push({ documentId: publicId('document', documentId), filename, page, quote, span });
      }
    }
    return found;
  }
}
