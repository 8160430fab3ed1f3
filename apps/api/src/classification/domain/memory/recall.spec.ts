import { describe, expect, it } from 'vitest';
import { bestOf, fromEngine, withMemory } from '../cascade.js';
import { classifyDocument } from '../classify-document.js';
import { viewDocument } from '../document-view.js';
import { NO_OWN_TYPES } from '../own-types/own-types.js';
import { KINDS, paper, type PaperKind, randomOf } from '../samples/papers.builder.js';
import { readingOf } from '../samples/reading-of-text.js';
import { fingerprintOf, lookupKeys } from './fingerprint.js';
import { recall, type TypeMemory } from './recall.js';

const look = (text: string) => {
  const reading = readingOf([text]);
  const view = viewDocument(reading);
  const found = classifyDocument({ reading, filename: null, mediaType: 'application/pdf' }, NO_OWN_TYPES, view);
  return { fingerprint: fingerprintOf(view), found };
};
const known = new Map<string, ReturnType<typeof look>>();
const seen = (text: string): ReturnType<typeof look> => {
  const result = known.get(text) ?? look(text);
  known.set(text, result);
  return result;
};
const memoryOf = (text: string, type: string): TypeMemory => {
  const { fingerprint, found } = seen(text);
  return { ...fingerprint, type, source: 'review', localType: found.type };
};
/** As the service does it: what shares no key is not compared. */
const remembered = (text: string, memories: readonly TypeMemory[]) => {
  const { fingerprint, found } = seen(text);
  const keys = new Set(lookupKeys(fingerprint));
  const near = memories.filter((memory) => lookupKeys(memory).some((key) => keys.has(key)));
  const memory = recall(fingerprint, found.type, near);
  return { memory, type: bestOf(withMemory(fromEngine(found), memory, NO_OWN_TYPES)).type, local: found.type };
};
const SENDERS = Array.from({ length: 12 }, (_, sender) => sender);
const OWN = ['inspection_protocol', 'meter_exchange'] as const satisfies readonly PaperKind[];

/** A scan of a scan: letters lost here and there. */
const worn = (text: string): string => {
  const random = randomOf(5);
  return text.replace(/\w/g, (letter) => (random(120) === 0 ? '' : letter));
};

describe('what memory says', () => {
  it('knows the next papers of a form that was confirmed once, and says why', () => {
    const results = SENDERS.flatMap((sender) =>
      OWN.map((kind) => remembered(paper(sender, kind, 2), [memoryOf(paper(sender, kind, 1), kind)]).type === kind),
    );
    expect(results.filter(Boolean).length / results.length).toBeGreaterThan(0.9);
  });

  it('does not take another kind of paper on the same letterhead, or of another sender, for the confirmed one', () => {
    const wrong = SENDERS.flatMap((sender) =>
      KINDS.flatMap(({ type: confirmed }) => {
        const memories = [sender, sender + 1].map((from) => memoryOf(paper(from, confirmed, 1), confirmed));
        return KINDS.filter(({ type }) => type !== confirmed).map(({ type }) => {
          const { type: said, local } = remembered(paper(sender, type, 2), memories);
          return said !== local;
        });
      }),
    );
    expect(wrong.length).toBeGreaterThan(100);
    expect(wrong.filter(Boolean)).toEqual([]);
  });

  it('knows a poor copy of a document', () => {
    const text = Array.from({ length: 6 }, (_, number) => paper(3, 'inspection_protocol', number)).join('\n');
    expect(remembered(worn(text), [memoryOf(text, 'handover')]).memory).toMatchObject({
      type: 'handover',
      likeness: 'near-duplicate',
    });
  });

  it('holds a correction for what the engine misjudges in the same way, and not for what it judges otherwise', () => {
    const corrected = [memoryOf(paper(1, 'invoice', 1), 'utility_bill')];
    expect(remembered(paper(1, 'invoice', 2), corrected)).toMatchObject({ local: 'invoice', type: 'utility_bill' });
    expect(remembered(paper(1, 'delivery_note', 2), corrected)).toMatchObject({ type: 'delivery_note' });
  });

  it('says nothing where two types were confirmed of one form', () => {
    const both = [
      memoryOf(paper(1, 'meter_exchange', 1), 'a_kind'),
      memoryOf(paper(1, 'meter_exchange', 1), 'another'),
    ];
    expect(remembered(paper(1, 'meter_exchange', 1), both).memory).toBeNull();
  });

  it('says nothing of a few words', () => {
    expect(lookupKeys(fingerprintOf(viewDocument(readingOf(['Total 5.00\nThank you']))))).toEqual([]);
  });
});
