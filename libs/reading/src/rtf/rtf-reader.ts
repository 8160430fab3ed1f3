import type { BlockInput } from '../blocks.js';
import { withoutRepeats } from '../flow/recast.js';
import { type Destination, type RtfFindings, SKIPPED } from './rtf-destination.js';
import { DESTINATIONS, isShownAlthoughIgnorable, isSkipped } from './rtf-destinations.js';
import type { RtfDocument, RtfFile } from './rtf-document.js';
import { CHARACTER_WORDS, type RtfHandler, RtfParser } from './rtf-parser.js';
import { RtfRow } from './rtf-row.js';
import { type ParagraphState, PLAIN_PARAGRAPH, RtfStory } from './rtf-story.js';
import { RtfStyles } from './rtf-styles.js';

interface GroupState {
  readonly destination: Destination;
  /** The text that is around, where the destination is something else. */
  readonly story: RtfStory;
  readonly paragraph: ParagraphState;
  /** Hidden, or deleted while changes are tracked. */
  readonly isHidden: boolean;
  /** Around `\upr`, whose first group says in few characters what the second says in Unicode. */
  readonly around: Destination | null;
}

/** Reads an RTF file (Rich Text Format Specification 1.9.1). Throws `corrupt_document` where groups are nested without end. */
export function rtfToBlocks(bytes: Uint8Array): RtfDocument {
  const reader = new RtfReader();
  new RtfParser(reader).parse(bytes);
  return reader.finish();
}

/** Puts an RTF's text together; destinations tell it what they found. */
class RtfReader implements RtfHandler, RtfFindings {
  readonly styles = new RtfStyles();
  readonly metadata: Record<string, string> = {};
  readonly files: RtfFile[] = [];
  readonly headers: BlockInput[] = [];
  readonly footers: BlockInput[] = [];
  readonly notes: BlockInput[] = [];
  readonly noteCounts = { footnote: 0, endnote: 0 };
  readonly said = { author: '', property: '', program: '' };
  private readonly body = this.newStory();
  private readonly row = new RtfRow();
  private hiddenText = '';
  private readonly hidden: string[] = [];
  private readonly stack: GroupState[] = [];
  private state: GroupState = {
    destination: { story: this.body },
    story: this.body,
    paragraph: PLAIN_PARAGRAPH,
    isHidden: false,
    around: null,
  };

  get wantsData(): boolean {
    return this.state.destination.data !== undefined;
  }

  /** The text that is around the destination. */
  get story(): RtfStory {
    return this.state.story;
  }

  newStory(): RtfStory {
    return new RtfStory((paragraph) => this.styles.headingLevelOf(paragraph));
  }

  open(): void {
    this.stack.push(this.state);
  }

  close(): void {
    const { destination } = this.state;
    const before = this.stack.pop();
    if (before === undefined) return;
    this.state = before;
    if (before.destination !== destination) destination.finish?.();
  }

  control(word: string, parameter: number | null, isIgnorable: boolean): void {
    const { destination, around } = this.state;
    if (destination === SKIPPED) return;
    const begin = DESTINATIONS[word];
    if (begin !== undefined) return this.begin(begin(this));
    if (word === 'upr') return this.set({ destination: SKIP_CHILDREN, around: destination });
    if (word === 'ud' && around !== null) return this.set({ destination: around, around: null });
    if (isSkipped(word) || (isIgnorable && !isShownAlthoughIgnorable(word))) return this.begin(SKIPPED);
    destination.control?.(word, parameter);
    if (destination.story === undefined) return;
    if (!this.row.control(word, parameter)) this.storyControl(destination.story, word, parameter);
  }

  text(text: string): void {
    const { destination, isHidden } = this.state;
    if (destination.story === undefined) destination.text?.(text);
    else if (isHidden) this.hiddenText += text;
    else destination.story.write(text);
  }

  data(bytes: Uint8Array, isBinary: boolean): void {
    this.state.destination.data?.(bytes, isBinary);
  }

  /** Files may end in the middle of a group: all that are open end too. */
  finish(): RtfDocument {
    const { paragraph } = this.state;
    // Writers forget the last brace; more of them are missing where the file was cut.
    const isCut = this.stack.length > 1;
    while (this.stack.length > 0) this.close();
    this.endHidden();
    const blocks = [
      ...withoutRepeats(this.headers),
      ...this.body.finish(paragraph),
      ...this.notes,
      ...withoutRepeats(this.footers),
    ];
    return {
      blocks,
      hidden: this.hidden.map((text) => ({ text, reason: 'markup' })),
      files: this.files,
      metadata: this.metadata,
      isCut,
    };
  }

  private begin(destination: Destination): void {
    const story = destination.story ?? this.state.story;
    const fresh = destination.story === undefined ? {} : { paragraph: PLAIN_PARAGRAPH, isHidden: false };
    this.set({ destination, story, ...fresh });
  }

  private set(change: Partial<GroupState>): void {
    this.state = { ...this.state, ...change };
  }

  private storyControl(story: RtfStory, word: string, parameter: number | null): void {
    const character = CHARACTER_WORDS.get(word);
    if (character !== undefined) this.text(character);
    else if (!this.endControl(story, word)) this.propertyControl(word, parameter);
  }

  /** True of what ends a line, a paragraph, a cell or a row. */
  private endControl(story: RtfStory, word: string): boolean {
    const { paragraph } = this.state;
    switch (word) {
      case 'line':
      case 'softline':
      case 'lbr':
        story.write('\n');
        return true;
      case 'par':
      case 'page':
      case 'sect':
      case 'column':
      case 'nestcell':
      case 'nestrow':
        this.endHidden();
        story.endParagraph(paragraph);
        return true;
      case 'cell':
        this.endHidden();
        story.endCell(paragraph);
        return true;
      case 'row':
        story.endRow(paragraph, this.row.shape());
        return true;
      default:
        return false;
    }
  }

  private propertyControl(word: string, parameter: number | null): void {
    const { paragraph } = this.state;
    switch (word) {
      case 'pard':
        return this.set({ paragraph: PLAIN_PARAGRAPH });
      case 'plain':
        return this.set({ isHidden: false });
      case 'v':
      case 'deleted':
        return this.set({ isHidden: parameter !== 0 });
      case 's':
        return this.set({ paragraph: { ...paragraph, style: parameter } });
      case 'outlinelevel':
        return this.set({ paragraph: { ...paragraph, outlineLevel: parameter } });
      case 'ilvl':
        return this.set({ paragraph: { ...paragraph, listDepth: Math.min(8, Math.max(0, parameter ?? 0)) } });
      case 'intbl':
        return this.set({ paragraph: { ...paragraph, isInTable: true } });
      case 'itap':
        return this.set({ paragraph: { ...paragraph, isInTable: (parameter ?? 1) > 0 } });
      default:
        return undefined;
    }
  }

  private endHidden(): void {
    if (this.hiddenText.trim() !== '') this.hidden.push(this.hiddenText);
    this.hiddenText = '';
  }
}

/** Text is left out, but the group of `\ud` in it is not. */
const SKIP_CHILDREN: Destination = {};
