import { describe, expect, it } from 'vitest';
import { stemsIn } from './mail-traces.js';
import { summaryOfThread, type ThreadMail } from './thread.js';

let day = 0;
const mail = (sender: string, text: string, more: Partial<ThreadMail> = {}): ThreadMail => ({
  documentId: `${sender}-${++day}`,
  sender,
  sentAt: new Date(Date.UTC(2026, 10, day)),
  stems: stemsIn(text, 'en'),
  questions: text.match(/[^.?!]+\?/g)?.map((question) => question.trim()) ?? [],
  isDuplicate: false,
  needsReply: true,
  automatic: false,
  email: null,
  triage: {
    language: { code: 'en' },
    category: { name: 'general' },
    priority: { level: 'normal', score: 0.5 },
    summary: { text: `${text.split('.')[0]}.`, keyPoints: [text], actionItems: [], deadlines: [] },
  },
  ...more,
});

const ASKED = 'Where is the parcel with our lamps? Can you also change the address of our account?';

describe('what is open in a thread', () => {
  it('is all that was asked, while nobody else has written', () => {
    const { questions, openQuestion } = summaryOfThread([mail('kim', ASKED), mail('kim', 'I still wait for you.')]);
    expect(questions.map(({ open }) => open)).toEqual([true, true]);
    expect(openQuestion?.quote).toBe('Can you also change the address of our account?');
  });

  it('is what an answer does not speak of', () => {
    const answer = mail(
      'desk',
      'The parcel has left our house on Monday and should reach the customer by the end of the week.',
    );
    const { questions } = summaryOfThread([mail('kim', ASKED), answer]);
    expect(questions.map(({ open, answeredBy }) => [open, answeredBy])).toEqual([
      [false, answer.documentId],
      [true, null],
    ]);
  });

  it.each([
    ['a short yes answers all', 'Yes, done.', [false, false]],
    ['an automatic answer answers nothing', 'Your parcel and account and address matter to us.', [true, true]],
  ])('%s', (_, text, open) => {
    const answer = mail('desk', text, { automatic: text.startsWith('Your') });
    expect(summaryOfThread([mail('kim', ASKED), answer]).questions.map((point) => point.open)).toEqual(open);
  });

  it('takes any answer for one to a single question', () => {
    const answer = mail(
      'desk',
      'It was handed over to the carrier on Monday, who promised to be there within two days at most.',
    );
    const { openQuestion } = summaryOfThread([mail('kim', 'When will my lamps come?'), answer]);
    expect(openQuestion).toBeNull();
  });
});

describe('the summary of a thread', () => {
  it('counts a mail once that was sent twice, names where each point stands, and begins and ends with the thread', () => {
    const first = mail('kim', 'The lamps are broken. They came in two parts.');
    const twin = { ...first, documentId: 'twin', isDuplicate: true };
    const last = mail('desk', 'We send new ones. They leave today.');
    const { text, keyPoints } = summaryOfThread([first, twin, last]);
    expect(text).toBe('The lamps are broken. We send new ones.');
    expect(keyPoints.map(({ documentId }) => documentId)).toEqual([first.documentId, last.documentId]);
  });
});
