import type { TagInfo, TagRole } from './tags.js';
import type { Look } from './visibility.js';

/** `hidden`: text that is kept as hidden; `dropped`: no text of the page at all. */
export type Gone = 'hidden' | 'dropped';

/** An element whose end matters: one with a role, or one that changes how its text looks. */
export interface OpenElement {
  readonly name: string;
  readonly info: TagInfo;
  /** How text looked before it. */
  readonly outerLook: Look;
  /** Set where nothing inside is shown; such an element does nothing to the text around it. */
  readonly gone: Gone | null;
  readonly isPreformatted: boolean;
  /** Elements of the same name inside it that are not kept because nothing depends on them. */
  inner: number;
}

const roles = (...names: TagRole[]): ReadonlySet<TagRole> => new Set(names);
export type Ends = readonly (readonly [ends: ReadonlySet<TagRole>, within: ReadonlySet<TagRole>])[];

/** Open elements that a start tag ends, by its role, and those out of which it does not reach (HTML standard, 13.1.2.4). */
export const IMPLIED_ENDS = {
  /** Of all that end a paragraph. */
  paragraph: [[roles('paragraph'), roles('cell', 'caption', 'table')]],
  item: [[roles('item'), roles('list', 'table', 'cell')]],
  term: [[roles('term', 'definition'), roles('terms', 'table', 'cell')]],
  definition: [[roles('term', 'definition'), roles('terms', 'table', 'cell')]],
  option: [[roles('option'), roles('select')]],
  cell: [[roles('cell', 'caption'), roles('table')]],
  row: [[roles('row', 'caption'), roles('table')]],
  section: [
    [roles('row', 'caption'), roles('table')],
    [roles('section'), roles('table')],
  ],
} as const satisfies Partial<Record<TagRole, Ends>>;

/** Elements inside each other that are kept; those beyond do nothing. Browsers stop at 512 too. */
const MAX_DEPTH = 512;
/** End tags do not reach out of these (HTML standard, 13.2.4.2, "has an element in scope"). */
const SCOPES = roles('cell', 'caption', 'table');
const TABLE_PARTS = roles('cell', 'row', 'section', 'table', 'caption');

/** The open elements of a page, innermost last. */
export class OpenElements {
  private readonly stack: OpenElement[] = [];
  /** Open elements that were too deep to be kept. */
  private beyond = 0;
  /** How many open elements of each name are kept. */
  private readonly counts = new Map<string, number>();

  get last(): OpenElement | undefined {
    return this.stack.at(-1);
  }

  get isFull(): boolean {
    return this.stack.length >= MAX_DEPTH;
  }

  push(element: OpenElement): void {
    this.stack.push(element);
    this.counts.set(element.name, (this.counts.get(element.name) ?? 0) + 1);
  }

  pop(): OpenElement | undefined {
    const element = this.stack.pop();
    if (element !== undefined) this.counts.set(element.name, (this.counts.get(element.name) ?? 1) - 1);
    return element;
  }

  has(name: string): boolean {
    return (this.counts.get(name) ?? 0) > 0;
  }

  /** An inline element on whose end nothing depends; it must not be taken for that of one of its name that is kept. */
  countInner(name: string): void {
    const outer = this.find(name, 'inline');
    if (outer !== null) outer.inner++;
  }

  skip(): void {
    this.beyond++;
  }

  /** True where an end tag is one of an element that was skipped. */
  unskip(): boolean {
    if (this.beyond === 0) return false;
    this.beyond--;
    return true;
  }

  /** The innermost open element that an end tag of this name ends; null where it is not in scope. */
  find(name: string, role: TagRole): OpenElement | null {
    if (!this.has(name)) return null;
    const isPart = TABLE_PARTS.has(role);
    for (let index = this.stack.length - 1; index >= 0; index--) {
      const element = this.stack[index];
      if (element === undefined) break;
      if (element.name === name) return element;
      if (isPart ? element.info.role === 'table' : SCOPES.has(element.info.role)) return null;
    }
    return null;
  }

  /** The innermost open element with one of these roles, inside the innermost element with one of the roles in `within`. */
  findRole(roles: ReadonlySet<TagRole>, within: ReadonlySet<TagRole>): OpenElement | null {
    for (let index = this.stack.length - 1; index >= 0; index--) {
      const element = this.stack[index];
      if (element === undefined || within.has(element.info.role)) break;
      if (roles.has(element.info.role)) return element;
    }
    return null;
  }
}
