import { industryOf, isIndustry, typeName } from '../taxonomy/taxonomy.js';
import { OwnCues } from './own-cues.js';
import type { OwnTaxonomy, OwnType } from './own-type.js';

/** A tenant's own categories as the engine uses them. */
export class OwnTypes {
  readonly types: readonly OwnType[];
  private readonly industries: ReadonlySet<string>;
  private readonly byId: ReadonlyMap<string, OwnType>;
  private made: OwnCues | undefined;

  /** `key` names the taxonomy, the tenant's, as it stood at one time; null for none. */
  constructor(
    readonly taxonomy: OwnTaxonomy,
    readonly key: string | null,
  ) {
    this.types = taxonomy.types;
    this.industries = new Set(taxonomy.industries.map(({ id }) => id));
    this.byId = new Map(this.types.map((type) => [type.id, type]));
  }

  /** Made of all examples when somebody asks for it, which only those do who look at documents. */
  get cues(): OwnCues | null {
    return this.types.length === 0 ? null : (this.made ??= new OwnCues(this.types));
  }

  has(type: string): boolean {
    return this.byId.has(type);
  }

  isIndustry(id: string): boolean {
    return isIndustry(id) || this.industries.has(id);
  }

  industryOf(type: string): string {
    return this.byId.get(type)?.industry ?? industryOf(type);
  }

  /** The name of a type as people read it, in the middle of a sentence. */
  nameOf(type: string): string {
    const own = this.byId.get(type);
    return own === undefined ? typeName(type) : own.name;
  }
}

export const NO_OWN_TYPES = new OwnTypes({ types: [], industries: [] }, null);
