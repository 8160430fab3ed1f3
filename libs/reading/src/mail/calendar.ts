import type { BlockInput } from '../blocks.js';
import { type ContentLine, contentLines, textValue } from './content-lines.js';

/** An event, task or note of a calendar (RFC 5545, 3.6). */
interface Component {
  readonly kind: string;
  readonly lines: readonly ContentLine[];
}

const KINDS = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY']);
/** What invitations ask (RFC 5546, 1.4) in plain words. */
const METHODS: Readonly<Record<string, string>> = {
  REQUEST: 'Invitation',
  REPLY: 'Reply to an invitation',
  CANCEL: 'Cancellation',
  COUNTER: 'Counter proposal',
  ADD: 'Addition',
  REFRESH: 'Request for the latest version',
  DECLINECOUNTER: 'Counter proposal declined',
};

/** What a calendar file says: for each entry its subject as a heading, its facts as key and value, its description. */
export function calendarBlocks(text: string): BlockInput[] {
  const lines = contentLines(text);
  const method = lines
    .find(({ name }) => name === 'METHOD')
    ?.value.trim()
    .toUpperCase();
  const calendar = lines.find(({ name }) => name === 'X-WR-CALNAME')?.value;
  const components = componentsOf(lines);
  return [
    ...(calendar === undefined ? [] : [keyValue('Calendar', textValue(calendar))]),
    ...components.flatMap((component) => componentBlocks(component, METHODS[method ?? ''])),
  ];
}

/** Alarms and time zones inside or beside entries are left out. */
function componentsOf(lines: readonly ContentLine[]): Component[] {
  const scan = new ComponentScan();
  for (const line of lines) {
    const value = line.value.trim().toUpperCase();
    if (line.name === 'BEGIN') scan.begin(value);
    else if (line.name === 'END') scan.end(value);
    else scan.line(line);
  }
  return scan.finish();
}

/** Entries inside entries; two are real. */
const MOST_OPEN = 16;

class ComponentScan {
  private readonly components: Component[] = [];
  private readonly open: string[] = [];
  private own: ContentLine[] = [];

  begin(kind: string): void {
    if (this.open.length < MOST_OPEN) this.open.push(kind);
    if (KINDS.has(kind)) this.own = [];
  }

  end(kind: string): void {
    const at = this.open.lastIndexOf(kind);
    if (at < 0) return;
    this.open.length = at;
    if (KINDS.has(kind)) this.components.push({ kind, lines: this.own });
  }

  line(line: ContentLine): void {
    if (KINDS.has(this.open.at(-1) ?? '')) this.own.push(line);
  }

  /** A file may be cut inside an entry. */
  finish(): Component[] {
    const kind = this.open.findLast((one) => KINDS.has(one));
    if (kind !== undefined && this.own.length > 0) this.components.push({ kind, lines: this.own });
    return this.components;
  }
}

function componentBlocks({ kind, lines }: Component, method: string | undefined): BlockInput[] {
  const all = (name: string): readonly ContentLine[] => lines.filter((line) => line.name === name);
  const text = (name: string): string => textValue(all(name)[0]?.value ?? '');
  const facts: readonly (readonly [string, string])[] = [
    ['Method', method ?? ''],
    ['Start', moments(all('DTSTART'))],
    ['End', moments(all('DTEND'))],
    ['Due', moments(all('DUE'))],
    ['Duration', text('DURATION')],
    ['Repeats', text('RRULE')],
    ['Location', text('LOCATION')],
    ['Organizer', all('ORGANIZER').map(person).join(', ')],
    ['Attendees', all('ATTENDEE').map(person).join(', ')],
    ['Status', text('STATUS')],
    ['Priority', text('PRIORITY')],
    [
      'Categories',
      all('CATEGORIES')
        .map(({ value }) => textValue(value))
        .join(', '),
    ],
    ['Busy', moments(all('FREEBUSY'))],
    ['URL', text('URL')],
  ];
  const summary = text('SUMMARY');
  return [
    { kind: 'heading', level: 2, text: summary === '' ? titleOf(kind) : summary },
    ...facts.filter(([, value]) => value !== '').map(([name, value]) => keyValue(name, value)),
    ...[...all('DESCRIPTION'), ...all('COMMENT')].map(({ value }): BlockInput => ({
      kind: 'paragraph',
      text: textValue(value),
    })),
  ];
}

const titleOf = (kind: string): string =>
  ({ VTODO: 'Task', VJOURNAL: 'Note', VFREEBUSY: 'Free and busy times' })[kind] ?? 'Event';

const keyValue = (name: string, value: string): BlockInput => ({
  kind: 'key-value',
  text: `${name}: ${value.replace(/\s*\n\s*/g, ' ')}`,
});

const moments = (lines: readonly ContentLine[]): string =>
  lines
    .map(({ value, parameters }) =>
      value
        .split(',')
        .map((one) => moment(one, parameters.get('TZID')?.[0]))
        .join(', '),
    )
    .join(', ');

/** RFC 5545, 3.3.5: `20261102T090000Z` is UTC; without `Z` it is local, in the zone that a parameter names. */
function moment(value: string, zone: string | undefined): string {
  const readable = value
    .trim()
    .replace(/(?<!\d)(\d{4})(\d\d)(\d\d)(?=T\d{6}|\D|$)/g, '$1-$2-$3')
    .replace(/T(\d\d)(\d\d)(\d\d)/g, ' $1:$2:$3')
    .replace(/(?<=:\d\d):00(?=Z|\D|$)/g, '')
    .replace(/(?<=\d)Z/g, ' UTC');
  return zone === undefined || readable.endsWith('UTC') ? readable : `${readable} (${zone})`;
}

/** RFC 5545, 3.8.4: a name, an address, and whether they come. */
function person({ value, parameters }: ContentLine): string {
  const name = (parameters.get('CN')?.[0] ?? '').trim();
  const address = value.trim().replace(/^mailto:/i, '');
  const answer = parameters.get('PARTSTAT')?.[0]?.toLowerCase().replaceAll('-', ' ');
  const who = name === '' || name === address ? address : address === '' ? name : `${name} <${address}>`;
  return answer === undefined || answer === 'needs action' ? who : `${who} (${answer})`;
}
