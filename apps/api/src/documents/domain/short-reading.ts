import type { PackedReading } from '@app/reading';

/**
 * A page. At this length the type of a document takes 4 ms of the processor, triage 1.5 ms and indexing 1 ms; sending it to a thread
 * takes 0.1 to 0.2 ms, and then it waits behind longer ones, or for a thread to start, which takes half a second.
 */
const CHARACTERS = 4_000;
/** Four thousand characters with a box for each word have 4 to 12 kB, which are unpacked in less than 1 ms. */
const MODEL_BYTES = 16 * 1024;

/** Whether a document is looked at on the event loop, for that holds nobody up; longer ones go to threads. */
export const isShort = ({ text, model }: PackedReading): boolean =>
  text.length <= CHARACTERS && model.byteLength <= MODEL_BYTES;
