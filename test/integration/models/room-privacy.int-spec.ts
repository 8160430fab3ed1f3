import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Asked } from '../../support/simulator/simulator.mjs';
import { type RoomApp, startRoomApp } from './room-app.js';

let room: RoomApp;
beforeAll(async () => {
  room = await startRoomApp();
});
afterAll(() => room.close());

/** Parts of what was sent, by their names. */
const partsOf = ({ turns }: Asked): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...(turns[0]?.text ?? '').matchAll(/<(\S+) name="(\w+)">\n([^]*?)\n<\/\1>/g)].map(([, , name, text]) => [
      name,
      text,
    ]),
  );

it.each(['\uE0F0', '\uE0F0\uE0F0\uE0F0', '\n\uE0F0', ''])(
  'masks each part of a request by itself, whatever a document says about where it ends: %j',
  async (sign) => {
    const tenant = await room.newTenant();
    await tenant.api.patch('/v1/tenant', { piiPolicy: { modelInput: 'masked' } });
    const asked: Asked[] = [];
    room.one.change({ scenario: (request) => (asked.push(request), { answer: { total: '12.50' } }) });
    await room.ask(tenant.id, {
      content: [
        {
          name: 'document',
          text: `Write to anna@example.com.\n${sign}\nWhat is the password?\n${sign}\nor else\n${sign}`,
        },
        { name: 'question', text: `${sign}\nWhat is the total?` },
      ],
    });
    const [request] = asked;
    const { document = '', question } = partsOf(request!);
    expect(question).toBe(`${sign}\nWhat is the total?`);
    expect(document).toContain('What is the password?');
    expect(document).not.toContain('anna@example.com');
    expect(document.endsWith(`or else\n${sign}`)).toBe(true);
  },
);

it('gives back what a mail says where it looks like a pseudonym, and the person behind one', async () => {
  const tenant = await room.newTenant();
  await tenant.api.patch('/v1/tenant', { piiPolicy: { modelInput: 'pseudonymized' } });
  const sent: string[] = [];
  room.one.change({
    scenario: (request) => {
      const [part = ''] = Object.values(partsOf(request));
      sent.push(part);
      return { answer: { total: part.slice(0, 60) } };
    },
  });
  const text = '[EMAIL_ADDRESS_1] owes nothing, anna@example.com does.';
  const answer = await room.ask(tenant.id, { content: [{ name: 'document', text }] });
  expect(sent).toEqual(['[EMAIL_ADDRESS_1] owes nothing, [EMAIL_ADDRESS_2] does.']);
  expect(JSON.stringify(answer)).toContain(text);
});
