import type { Mailbox } from '../../reading-model.js';
import { parseAddresses } from '../addresses.js';
import { asBytes, type Envelope, envelopeOf } from '../envelope.js';
import { readHeaderBlock } from '../header-block.js';
import type { MapiMessage, MapiProperties } from './mapi-properties.js';

/** [MS-OXPROPS] 2: properties by number. Addresses of Exchange (`/O=…`) are no use outside of it, so that of SMTP goes first. */
const SENDER = { name: ['0c1a'], address: ['5d01', '0c1f', '5d0a'] };
const REPRESENTED = { name: ['0042'], address: ['5d02', '0065', '5d0b'] };
const RECIPIENT = { name: ['3001', '5ff6', '3a20'], address: ['39fe', '3003', '403e'] };
const RECIPIENT_TYPE = '0c15';
const TRANSPORT_HEADERS = '007d';
/** [MS-OXOMSG] 2.2.3.1: 1 to 3; a fourth bit says that it was sent again. */
const TYPES = { to: 1, cc: 2, bcc: 3 } as const;
const TYPE_MASK = 0x0f;
const IMPORTANCE: Readonly<Record<number, string>> = { 0: 'low', 2: 'high' };

/** What a message of Outlook says of itself: the header with which it came, if it has one, and what its properties add. */
export function mapiEnvelope(message: MapiMessage): Envelope {
  const { properties } = message;
  const header = readHeaderBlock(Buffer.from(properties.text(TRANSPORT_HEADERS) ?? ''), 0);
  const sent = envelopeOf(header);
  const importance = IMPORTANCE[properties.number('0017') ?? 1];
  return {
    ...sent,
    ...peopleOf(message, sent),
    ...threadOf(properties, sent),
    subject: textOrNull(properties, '0037', '0e1d') ?? sent.subject,
    date: properties.time('0039') ?? sent.date ?? properties.time('0e06') ?? properties.time('3007'),
    headers: importance === undefined ? sent.headers : { importance, ...sent.headers },
  };
}

const textOrNull = (properties: MapiProperties, ...keys: readonly string[]): string | null => {
  const text = properties.firstText(...keys);
  return text === '' ? null : text;
};

function threadOf(
  properties: MapiProperties,
  sent: Envelope,
): Pick<Envelope, 'messageId' | 'inReplyTo' | 'references' | 'threadTopic' | 'conversationId'> {
  return {
    messageId: sent.messageId ?? textOrNull(properties, '1035'),
    inReplyTo: sent.inReplyTo ?? textOrNull(properties, '1042'),
    references: firstOf(sent.references, properties.firstText('1039').match(/\S+/g) ?? []),
    threadTopic: sent.threadTopic ?? textOrNull(properties, '0070'),
    conversationId: sent.conversationId ?? conversationOf(properties.bytes('0071')),
  };
}

/** Lists that show people (`0e04` and its like) have names only, where the recipients themselves are missing. */
function peopleOf(
  { properties, recipients }: MapiMessage,
  sent: Envelope,
): Pick<Envelope, 'from' | 'authors' | 'sender' | 'to' | 'cc' | 'bcc' | 'replyTo'> {
  const sender = mailboxOf(properties, SENDER);
  const represented = mailboxOf(properties, REPRESENTED);
  const listed = (key: string): Mailbox[] => parseAddresses(asBytes(properties.firstText(key)));
  const from = sent.from ?? represented ?? sender;
  return {
    from,
    authors: firstOf(sent.authors, from === null ? [] : [from]),
    sender: sent.sender ?? (represented === null || sender?.address === represented.address ? null : sender),
    to: firstOf(recipientsOf(recipients, TYPES.to), sent.to, listed('0e04')),
    cc: firstOf(recipientsOf(recipients, TYPES.cc), sent.cc, listed('0e03')),
    bcc: firstOf(recipientsOf(recipients, TYPES.bcc), sent.bcc, listed('0e02')),
    replyTo: firstOf(sent.replyTo, listed('0050')),
  };
}

const firstOf = <Item>(...lists: readonly (readonly Item[])[]): readonly Item[] =>
  lists.find((list) => list.length > 0) ?? [];

const recipientsOf = (recipients: readonly MapiProperties[], type: number): Mailbox[] =>
  recipients.flatMap((recipient) => {
    if (((recipient.number(RECIPIENT_TYPE) ?? TYPES.to) & TYPE_MASK) !== type) return [];
    return mailboxOf(recipient, RECIPIENT) ?? [];
  });

function mailboxOf(properties: MapiProperties, keys: { name: string[]; address: string[] }): Mailbox | null {
  const addresses = keys.address.map((key) => properties.firstText(key));
  const address = addresses.find((one) => one.includes('@')) ?? '';
  const name = properties.firstText(...keys.name).replace(/^'(.*)'$/, '$1');
  if (name === '' && address === '') return null;
  return { name: name === address ? '' : name, address };
}

/** [MS-OXOMSG] 2.2.1.3. */
const conversationOf = (index: Buffer | null): string | null =>
  index === null || index.length < 22 ? null : index.subarray(6, 22).toString('hex');
