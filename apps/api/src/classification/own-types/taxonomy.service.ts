import { notFound } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { builtInStays, industryInUse, noIdInName, otherIndustry, tooMany } from '../classification.errors.js';
import { OwnTypesRepository } from '../data/own-types.repository.js';
import { idOf, TYPE_ID } from '../domain/own-types/labels.js';
import {
  type Category,
  type Industry,
  isDocumentType,
  isIndustry,
  listCategories,
  listIndustries,
} from '../domain/taxonomy/taxonomy.js';
import { TypeMemory } from '../memory/type-memory.service.js';

const MOST_INDUSTRIES = 50;
/** Each stands in every question to a model. */
const MOST_CATEGORIES = 100;

export interface NewIndustry {
  readonly id?: string | undefined;
  readonly name: string;
  readonly description: string;
}

/** An example is a text, or a document that was read. */
export type CategoryExample = { readonly text: string } | { readonly documentId: string };

export interface NewCategory extends NewIndustry {
  readonly examples: readonly CategoryExample[];
}

export type ListedIndustry = Industry & { readonly builtIn: boolean };
export type ListedCategory = Category & { readonly builtIn: boolean; readonly examples: number };

/** Industries and categories: built in, and the tenant's own. */
@Injectable()
export class TaxonomyService {
  constructor(
    private readonly repository: OwnTypesRepository,
    private readonly memory: TypeMemory,
  ) {}

  async industries(): Promise<ListedIndustry[]> {
    const { industries } = await this.repository.all();
    return [
      ...listIndustries().map((industry) => ({ ...industry, builtIn: true })),
      ...industries.map((industry) => ({ ...industry, builtIn: false })),
    ];
  }

  /** Throws `not_found` for an industry that there is not. */
  async categories(industry: string): Promise<ListedCategory[]> {
    const { types, industries } = await this.repository.all();
    if (!isIndustry(industry) && !industries.some(({ id }) => id === industry)) throw notFound();
    const builtIn = listCategories(industry) ?? [];
    return [
      ...builtIn.map((category) => ({ ...category, builtIn: true, examples: 0 })),
      ...types
        .filter((type) => type.industry === industry)
        .map(({ id, name, description, examples }) => ({
          id,
          name,
          description,
          builtIn: false,
          examples: examples.length,
        })),
    ];
  }

  /** Makes an industry, or changes the tenant's own one with this id. Throws `built_in_category`, `too_many_categories`. */
  async putIndustry({ id: given, name, description }: NewIndustry): Promise<ListedIndustry> {
    const id = given ?? requireId(name);
    if (isIndustry(id)) throw builtInStays();
    const { industries } = await this.repository.all();
    const isNew = !industries.some((industry) => industry.id === id);
    if (isNew && industries.length >= MOST_INDUSTRIES) throw tooMany('industries', MOST_INDUSTRIES);
    await this.repository.transaction((tx) => this.repository.putIndustry(tx, { id, name, description }));
    return { id, name, description, builtIn: false };
  }

  /**
   * Makes a category in an industry, or changes the tenant's own one with this id; examples are added to those it has. Throws
   * `not_found` for the industry or a document, `not_yet_read`, `built_in_category`, `category_elsewhere`, `too_many_categories`.
   */
  async putCategory(
    industry: string,
    { id: given, name, description, examples }: NewCategory,
  ): Promise<ListedCategory> {
    const id = given ?? requireId(name);
    if (isDocumentType(id)) throw builtInStays();
    const { types, industries } = await this.repository.all();
    if (!isIndustry(industry) && !industries.some((one) => one.id === industry)) throw notFound();
    if (!types.some((type) => type.id === id) && types.length >= MOST_CATEGORIES)
      throw tooMany('categories', MOST_CATEGORIES);
    await this.memory.requireRead(examples.flatMap((example) => ('documentId' in example ? [example.documentId] : [])));
    const put = (tx: Parameters<OwnTypesRepository['putCategory']>[0]) =>
      this.repository.putCategory(tx, industry, { id, name, description });
    if (!(await this.repository.transaction(put))) throw otherIndustry();
    for (const example of examples) {
      if ('text' in example) await this.memory.learnText(id, example.text);
      else await this.memory.confirm(example.documentId, id, 'example');
    }
    const listed = (await this.categories(industry)).find((category) => category.id === id);
    if (!listed) throw notFound();
    return listed;
  }

  /** Throws `not_found`, `built_in_category`, `industry_in_use`. */
  async removeIndustry(id: string): Promise<void> {
    if (isIndustry(id)) throw builtInStays();
    const { industries } = await this.repository.all();
    if (!industries.some((industry) => industry.id === id)) throw notFound();
    if (!(await this.repository.removeIndustry(id))) throw industryInUse();
  }

  /** With its examples and what was confirmed of it; documents keep the type they have. Throws `not_found`, `built_in_category`. */
  async removeCategory(industry: string, id: string): Promise<void> {
    if (isDocumentType(id)) throw builtInStays();
    if (!TYPE_ID.test(industry) || !TYPE_ID.test(id) || !(await this.repository.removeCategory(industry, id)))
      throw notFound();
  }
}

function requireId(name: string): string {
  const id = idOf(name);
  if (id === '') throw noIdInName();
  return id;
}
