import { industryOf, isIndustry, typeName } from '../taxonomy/taxonomy.js';
import { OwnCues } from './own-cues.js';
import type { OwnType } from './own-type.js';

/** A tenant's own categories as the engine uses them. */
export class OwnTypes {
  readonly cues: OwnCues | null;
  private readonly byId: ReadonlyMap<string, OwnType>;

  constructor(
    readonly types: readonly OwnType[],
    private readonly industries: ReadonlySet<string> = new Set(),
  ) {
    this.cues = types.length === 0 ? null : new OwnCues(types);
    this.byId = new Map(types.map((type) => [type.id, type]));
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

export const NO_OWN_TYPES = new OwnTypes([]);
