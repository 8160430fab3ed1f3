import type { BlockInput } from '../../blocks.js';
import { type MapiKey, type MapiProperties, MESSAGE_CLASS } from './mapi-properties.js';

/** How a fact is written. */
type Kind = 'text' | 'time' | 'date' | 'percent' | readonly string[];
type Fact = readonly [label: string, kind: Kind, ...keys: MapiKey[]];

/** [MS-OXOCNTC] 2.2.1: what a contact says, in the order of Outlook's form. */
const CONTACT: readonly Fact[] = [
  ['Name', 'text', '3001', 'address:8005'],
  ['Nickname', 'text', '3a4f'],
  ['Company', 'text', '3a16'],
  ['Job title', 'text', '3a17'],
  ['Department', 'text', '3a18'],
  ['Office', 'text', '3a19'],
  ['Profession', 'text', '3a46'],
  ['Manager', 'text', '3a4e'],
  ['Assistant', 'text', '3a30'],
  ['E-mail', 'text', 'address:8083', 'address:8084'],
  ['E-mail 2', 'text', 'address:8093', 'address:8094'],
  ['E-mail 3', 'text', 'address:80a3', 'address:80a4'],
  ['Business phone', 'text', '3a08'],
  ['Business phone 2', 'text', '3a1b'],
  ['Home phone', 'text', '3a09'],
  ['Mobile phone', 'text', '3a1c'],
  ['Other phone', 'text', '3a1f'],
  ['Primary phone', 'text', '3a1a'],
  ['Company phone', 'text', '3a57'],
  ['Business fax', 'text', '3a24'],
  ['Home fax', 'text', '3a25'],
  ['Business address', 'text', 'address:801b', '3a15'],
  ['Street', 'text', '3a29'],
  ['City', 'text', '3a27'],
  ['State', 'text', '3a28'],
  ['Postal code', 'text', '3a2a'],
  ['Country', 'text', '3a26'],
  ['Home address', 'text', 'address:801a'],
  ['Other address', 'text', 'address:801c'],
  ['Web page', 'text', 'address:802b', '3a51', '3a50'],
  ['Chat', 'text', 'address:8062'],
  ['Birthday', 'date', '3a42'],
  ['Anniversary', 'date', '3a41'],
  ['Spouse', 'text', '3a48'],
];
/** [MS-OXOCAL] 2.2.1. */
const APPOINTMENT: readonly Fact[] = [
  ['Start', 'time', 'appointment:820d', 'common:8516', '0060'],
  ['End', 'time', 'appointment:820e', 'common:8517', '0061'],
  ['Location', 'text', 'appointment:8208', 'appointment:8238'],
  ['Repeats', 'text', 'appointment:8232'],
  ['Time zone', 'text', 'appointment:8234'],
  ['Required attendees', 'text', 'appointment:823b'],
  ['Optional attendees', 'text', 'appointment:823c'],
];
const TASK_STATES = ['not started', 'in progress', 'completed', 'waiting', 'deferred'];
/** [MS-OXOTASK] 2.2.2. */
const TASK: readonly Fact[] = [
  ['Status', TASK_STATES, 'task:8101'],
  ['Complete', 'percent', 'task:8102'],
  ['Start', 'date', 'task:8104', 'common:8516'],
  ['Due', 'date', 'task:8105', 'common:8517'],
  ['Completed', 'date', 'task:810f'],
  ['Owner', 'text', 'task:811f'],
  ['Company', 'text', 'common:8539'],
];
/** [MS-OXOJRNL] 2.2.1. */
const JOURNAL: readonly Fact[] = [
  ['Kind', 'text', 'log:8712', 'log:8700'],
  ['Start', 'time', 'log:8706'],
  ['End', 'time', 'log:8708'],
];

/** Facts by the beginning of a message's class ([MS-OXCMSG] 2.2.1.3). */
const BY_CLASS: readonly (readonly [string, readonly Fact[]])[] = [
  ['ipm.contact', CONTACT],
  ['ipm.appointment', APPOINTMENT],
  ['ipm.schedule.meeting', APPOINTMENT],
  ['ipm.task', TASK],
  ['ipm.activity', JOURNAL],
];

/** What a contact, an appointment, a task or a journal entry says in its fields; nothing for letters. */
export function mapiFacts(properties: MapiProperties): BlockInput[] {
  const messageClass = properties.firstText(MESSAGE_CLASS).toLowerCase();
  const facts = BY_CLASS.find(([prefix]) => messageClass.startsWith(prefix))?.[1] ?? [];
  return [...facts, ...(facts.length > 0 ? [['Categories', 'text', 'public:Keywords'] as const] : [])].flatMap(
    ([label, kind, ...keys]): BlockInput[] => {
      const value = keys.map((key) => factValue(properties, kind, key)).find((one) => one !== '') ?? '';
      return value === '' ? [] : [{ kind: 'key-value', text: `${label}: ${value.replace(/\s*\n\s*/g, ', ')}` }];
    },
  );
}

function factValue(properties: MapiProperties, kind: Kind, key: MapiKey): string {
  if (kind === 'text') return properties.firstText(key).replaceAll('\r', '');
  if (kind === 'time') return properties.time(key) ?? '';
  if (kind === 'date') return properties.time(key)?.slice(0, 10) ?? '';
  if (kind === 'percent') return percentOf(properties.real(key));
  return kind[properties.number(key) ?? -1] ?? '';
}

const percentOf = (share: number | null): string => (share === null ? '' : `${Math.round(share * 100)} %`);
