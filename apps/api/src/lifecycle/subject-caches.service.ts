import { TieredCache } from '@app/cache';
import { Injectable } from '@nestjs/common';
import { needlesOf, type Needle } from './domain/subject.js';
import { SubjectLooks } from './subject-looks.service.js';
import { SubjectSeal } from './subject-seal.js';

/** Where the subject itself is looked for in what has no row of its own. */
@Injectable()
export class SubjectCaches {
  constructor(
    private readonly cache: TieredCache,
    private readonly looks: SubjectLooks,
    private readonly seal: SubjectSeal,
  ) {}

  /** How the sealed subject of a row is looked for. */
  needles(context: string, sealed: string): Needle[] {
    return needlesOf(this.identifiers(context, sealed));
  }

  identifiers(context: string, sealed: string): readonly string[] {
    return this.seal.open(sealed, context);
  }

  /** Removes cached values that name the subject. */
  erase(needles: readonly Needle[]): Promise<number> {
    return this.cache.forget((entries) =>
      this.looks.names(
        entries.map(({ value }) => value),
        needles,
      ),
    );
  }
}
