import { describe, expect, it } from 'vitest';
import { detectLanguage, detectLanguages } from './detect-language.js';

describe('detectLanguage', () => {
  it.each([
    ['en', 'Please find the invoice for last month attached to this message.'],
    ['de', 'Bitte überweisen Sie den Betrag innerhalb von vierzehn Tagen.'],
    ['fr', "Veuillez trouver ci-joint la facture de l'année dernière."],
    ['es', 'Le rogamos que nos envíe la factura lo antes posible.'],
    ['it', 'La preghiamo di inviarci la fattura il prima possibile.'],
    ['pt', 'Agradecemos o envio da fatura o mais brevemente possível.'],
    ['nl', 'Wij verzoeken u de factuur zo snel mogelijk te betalen.'],
    ['nb', 'Vi ber dere om å betale fakturaen så snart som mulig.'],
    ['pl', 'Prosimy o jak najszybsze opłacenie faktury.'],
    ['ja', '請求書をお送りください。'],
    ['zh', '请尽快支付发票金额'],
    ['ko', '청구서를 보내 주세요'],
    ['el', 'Παρακαλώ στείλτε το τιμολόγιο'],
    ['he', 'אנא שלחו את החשבונית'],
    ['th', 'กรุณาส่งใบแจ้งหนี้'],
    ['ar', 'يرجى إرسال الفاتورة في أقرب وقت'],
    ['ru', 'Пожалуйста, отправьте счёт'],
    ['uk', 'Будь ласка, надішліть рахунок'],
    ['hi', 'कृपया चालान भेजें और हमें बताएं'],
  ])('%s', (code, text) => {
    const guess = detectLanguage(text);
    expect(guess.code).toBe(code);
    expect(guess.confidence).toBeGreaterThan(0.5);
    expect(guess.confidence).toBeLessThanOrEqual(1);
  });

  it.each([
    ['zh', '議題發展'],
    ['zh', '税务'],
    ['ja', '駅前'],
    ['ja', '売上'],
    ['de', 'Straße'],
    ['es', 'mañana'],
    ['pt', 'obrigação'],
    ['tr', 'değil'],
  ])('%s from the letters of one word: %s', (code, text) => {
    expect(detectLanguage(text).code).toBe(code);
  });

  it.each(['', '   ', '12345', '???'])('tells nothing of %j', (text) => {
    expect(detectLanguage(text)).toEqual({ code: 'und', confidence: 0 });
  });

  it('answers a list in its order', () => {
    expect(detectLanguages(['Where is the house?', '', '집']).map((guess) => guess.code)).toEqual(['en', 'und', 'ko']);
  });
});
