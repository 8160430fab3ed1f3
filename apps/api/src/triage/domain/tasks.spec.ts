import { describe, expect, it } from 'vitest';
import { TriageEngine } from './triage-engine.js';
import type { TriageMessage } from './triage-model.js';

const engine = new TriageEngine();
const tasksIn = (text: string) => {
  const message: TriageMessage = {
    messageId: null,
    inReplyTo: null,
    references: [],
    conversationId: null,
    from: { name: 'Kim Novak', address: 'kim@a.example' },
    to: [{ name: 'Sam Okafor', address: 'sam@b.example' }],
    cc: [],
    subject: '',
    text,
    sections: [],
    date: '2026-11-20T10:00:00Z',
    headers: {},
    attachmentNames: [],
  };
  return engine.triage(message).summary.tasks;
};

const OPENING: Readonly<Record<string, string>> = { 'Sam,': 'The budget of the house is late. ' };

describe('tasks', () => {
  it.each([
    ['Please send us the signed contract by 27 November 2026.', 'recipient', null, '2026-11-27'],
    ['I will send you the figures for the third quarter.', 'sender', null, null],
    ['Sam, could you please check the invoice of the printer?', 'person', 'Sam', null],
    ['Ms Berg needs to approve the budget of the project.', 'person', 'Ms Berg', null],
    ['Bitte senden Sie uns die Unterlagen bis zum 27.11.2026.', 'recipient', null, '2026-11-27'],
    ['Wir werden die Rechnung noch heute begleichen.', 'sender', null, '2026-11-20'],
    ['Frau Berg muss den Vertrag noch unterschreiben.', 'person', 'Frau Berg', null],
    ['Merci de nous envoyer la facture de la commande.', 'recipient', null, null],
    ['Nous vous enverrons le contrat signé de la maison.', 'sender', null, null],
    ['Por favor, envíen la factura de la compra a la oficina.', 'recipient', null, null],
    ['Enviaremos el contrato firmado a la oficina de ustedes.', 'sender', null, null],
    ['Per favore inviate la fattura della lampada.', 'recipient', null, null],
    ['Invieremo il contratto firmato al vostro ufficio.', 'sender', null, null],
    ['Por favor, enviem a fatura da encomenda ao escritório.', 'recipient', null, null],
    ['Enviaremos o contrato assinado para o vosso escritório.', 'sender', null, null],
  ])('%s', (text, kind, name, date) => {
    // A name at the very beginning is a greeting.
    const [task, ...others] = tasksIn(`${OPENING[text.slice(0, 4)] ?? ''}${text}`);
    expect(others).toEqual([]);
    expect(task).toEqual({ text, owner: { kind, name }, date, quote: text });
  });

  it.each([
    'The printer on the third floor is broken.',
    'Die Rechnung ist noch nicht bezahlt.',
    'Thank you for your help. We look forward to hearing from you.',
    'It should be fine.',
  ])('none: %s', (text) => expect(tasksIn(text)).toEqual([]));
});
