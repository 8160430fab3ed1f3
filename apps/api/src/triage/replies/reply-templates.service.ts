import { AppError, notFound } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { ReplyTemplatesRepository } from '../data/reply-templates.repository.js';
import type { ReplyTemplate, TemplateContent } from '../domain/replies/template.js';
import { TEMPLATE_BOUNDS } from './template-input.js';

/** What was changed in another process shows after this long. */
const SHOWN_AFTER_MS = 5_000;

const nameTaken = (): AppError =>
  new AppError('template_not_kept', 'conflict', {
    detail: `Another template has this name, or there are ${TEMPLATE_BOUNDS.templates} already.`,
  });

type TemplateChange = { readonly [K in keyof TemplateContent]?: TemplateContent[K] | undefined };

/** The templates that a tenant has made for replies. */
@Injectable()
export class ReplyTemplates {
  private readonly kept: LRUCache<string, readonly ReplyTemplate[]>;

  constructor(private readonly templates: ReplyTemplatesRepository) {
    // A change throws out what is being read; who waits for it gets what was read, and it is not kept.
    const fetchMethod = (): Promise<readonly ReplyTemplate[]> => this.templates.all();
    this.kept = new LRUCache({ max: 1_000, ttl: SHOWN_AFTER_MS, ignoreFetchAbort: true, fetchMethod });
  }

  /** All of the tenant's, as they were some seconds ago at most. */
  async all(): Promise<readonly ReplyTemplate[]> {
    return (await this.kept.fetch(tenantContext().tenantId)) ?? [];
  }

  list(limit: number, before: string | null): Promise<readonly ReplyTemplate[]> {
    return this.templates.list(limit, before);
  }

  /** Throws `template_not_kept`. */
  async create(content: TemplateContent): Promise<ReplyTemplate> {
    return this.changed(await this.templates.insert(content, TEMPLATE_BOUNDS.templates));
  }

  /** Throws `not_found` and `template_not_kept`. */
  async change(id: string, change: TemplateChange): Promise<ReplyTemplate> {
    const kept = await this.templates.transaction(async (tx) => {
      const before = await this.templates.lock(tx, id);
      if (before === null) throw notFound();
      return this.templates.update(tx, id, {
        name: change.name ?? before.name,
        language: change.language ?? before.language,
        categories: change.categories ?? before.categories,
        types: change.types ?? before.types,
        text: change.text ?? before.text,
      });
    });
    return this.changed(kept);
  }

  /** Throws `not_found`. */
  async delete(id: string): Promise<void> {
    if (!(await this.templates.delete(id))) throw notFound();
    this.kept.delete(tenantContext().tenantId);
  }

  private changed(template: ReplyTemplate | null): ReplyTemplate {
    if (template === null) throw nameTaken();
    this.kept.delete(tenantContext().tenantId);
    return template;
  }
}
