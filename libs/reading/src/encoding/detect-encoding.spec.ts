import { describe, expect, it } from 'vitest';
import { detectEncoding } from './detect-encoding.js';
import { encodeLegacy } from './legacy-encoder.builder.js';
import { decodeBytes } from './text-decoder.js';

const TEXTS = {
  french: 'Les intérêts sont payés à la fin de l’année, après déduction des frais ; le reste est versé dès février.',
  german:
    'Wir bestätigen den Auftrag über fünf Stühle; die Lieferung erfolgt nächste Woche gegen Überweisung, Grüße aus Köln',
  spanish: 'La señora compró el último número de la revista en el pequeño almacén del niño, ¿verdad?',
  polish:
    'Proszę o szybką odpowiedź w sprawie zamówienia, które złożyliśmy w zeszłym tygodniu; jeszcze nie dotarło do Łodzi.',
  czech: 'Děkujeme za objednávku, zboží odešleme příští týden a účet přiložíme k zásilce podle dohody o úhradě.',
  hungarian: 'Köszönjük a megrendelést, a számlát a jövő héten küldjük el a szerződésben rögzített címre és időben.',
  lithuanian: 'Dėkojame už užsakymą, sąskaitą išsiųsime kitą savaitę jūsų nurodytu adresu, jei nebus kliūčių.',
  turkish: 'Siparişiniz için teşekkür ederiz, faturayı gelecek hafta adresinize göndereceğiz, ödeme kapıda yapılır.',
  russian: 'Благодарим вас за заказ. Счёт мы отправим на следующей неделе, оплата производится после получения товара.',
  ukrainian:
    'Дякуємо за замовлення. Рахунок ми надішлемо наступного тижня, оплата здійснюється після отримання товару.',
  greek: 'Ευχαριστούμε για την παραγγελία. Το τιμολόγιο θα σταλεί την επόμενη εβδομάδα στη διεύθυνσή σας.',
  hebrew: 'תודה על ההזמנה. החשבונית תישלח בשבוע הבא לכתובת שלכם, והתשלום יתבצע לאחר קבלת הסחורה.',
  arabic: 'شكرا لكم على الطلب. سوف نرسل الفاتورة في الأسبوع القادم إلى عنوانكم، ويتم الدفع بعد استلام البضاعة.',
  thai: 'ขอบคุณสำหรับการสั่งซื้อ เราจะส่งใบแจ้งหนี้ให้คุณในสัปดาห์หน้า และชำระเงินหลังจากได้รับสินค้าแล้ว',
  japanese: 'ご注文ありがとうございます。請求書は来週お送りしますので、商品の到着後にお支払いください。',
  simplified: '感谢您的订购。我们将在下个星期把发票寄到您的地址，请在收到商品以后付款。这是我们公司的规定。',
  traditional: '感謝您的訂購。我們將在下個星期把發票寄到您的地址，請在收到商品以後付款。這是我們公司的規定。',
  korean: '주문해 주셔서 감사합니다. 청구서는 다음 주에 보내 드리며, 대금은 상품을 받으신 후에 지불하시면 됩니다.',
} as const;

/** What is written is what counts: encodings that give the same text are as good. */
describe('detectEncoding', () => {
  it.each<[keyof typeof TEXTS, readonly string[]]>([
    ['french', ['windows-1252', 'macintosh', 'ibm850']],
    ['german', ['windows-1252', 'macintosh', 'ibm437']],
    ['spanish', ['windows-1252', 'ibm850']],
    ['polish', ['windows-1250', 'iso-8859-2']],
    ['czech', ['windows-1250', 'iso-8859-2']],
    ['hungarian', ['windows-1250', 'iso-8859-2']],
    ['lithuanian', ['windows-1257', 'iso-8859-13']],
    ['turkish', ['windows-1254']],
    ['russian', ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic']],
    ['ukrainian', ['windows-1251', 'koi8-u', 'iso-8859-5']],
    ['greek', ['windows-1253', 'iso-8859-7']],
    ['hebrew', ['windows-1255', 'iso-8859-8']],
    ['arabic', ['windows-1256', 'iso-8859-6']],
    ['thai', ['windows-874']],
    ['japanese', ['shift_jis', 'euc-jp']],
    ['simplified', ['gb18030']],
    ['traditional', ['big5']],
    ['korean', ['euc-kr']],
  ])('%s', (language, encodings) => {
    for (const encoding of encodings) {
      const bytes = encodeLegacy(TEXTS[language], encoding);
      expect([encoding, decodeBytes(bytes, detectEncoding(bytes))]).toEqual([encoding, decodeBytes(bytes, encoding)]);
    }
  });

  it.each([
    ['nothing', '', 'windows-1252'],
    ['one sign', 'Price: \x80 5', 'windows-1252'],
    ['an apostrophe', 'It\x92s \x93fine\x94 \x96 really', 'windows-1252'],
    ['noise in English', 'caf\xe9', 'windows-1252'],
    [
      'the euro of ISO 8859-15',
      'prix : 12 \xa4, r\xe9duit de 5 \xa4 \xe0 7 \xa4 apr\xe8s l\x27\xe9t\xe9',
      'iso-8859-15',
    ],
  ])('%s', (_, text, encoding) => expect(detectEncoding(Buffer.from(text, 'latin1'))).toBe(encoding));

  it('reads a long word of noise', () => expect(typeof detectEncoding(Buffer.alloc(100_000, 0xe4))).toBe('string'));
});
