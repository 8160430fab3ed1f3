// Five mails: one with an invoice attached, one with plain and HTML text, in four languages.
import { item, itemRows } from './bill-item.mjs';
import { message } from './mime.mjs';
import { amount, bill, decimal } from './numbers.mjs';
import { BOLD, pdf, put, putLines, putPairs, table } from './pdf.mjs';

const DISPUTED = bill(
  [item('LM-301', 'Desk lamp with clamp, warm white', 40, 2995), item('DL-100', 'Delivery', 1, 1500)],
  20,
);

function drawDisputed(doc) {
  put(doc, 'Example Traders Ltd', 50, 50, { font: BOLD, size: 16 });
  putLines(doc, ['12 Sample Street', 'Exampleton EX4 2AB'], 50, 74, { size: 9, step: 13 });
  put(doc, 'Invoice', 50, 124, { font: BOLD, size: 18 });
  putPairs(
    doc,
    [
      ['Invoice no.', 'INV-2026-0533'],
      ['Date', '22 April 2026'],
      ['Due date', '22 May 2026'],
    ],
    345,
    124,
  );
  putLines(doc, ['Bill to:', 'Demo Publishing Ltd', '17 Draft Row', 'Testville TS1 4DP'], 50, 160, { step: 13 });
  const y = table(doc, {
    columns: [
      { title: 'Description', width: 240 },
      { title: 'Quantity', width: 65, align: 'right' },
      { title: 'Price', width: 85, align: 'right' },
      { title: 'Amount', width: 105, align: 'right' },
    ],
    rows: DISPUTED.lines.map((line) => [line.text, String(line.quantity), amount(line.price), amount(line.amount)]),
    x: 50,
    y: 240,
  });
  putPairs(
    doc,
    [
      ['Net', `£${amount(DISPUTED.subtotal)}`],
      ['VAT 20%', `£${amount(DISPUTED.tax)}`],
      ['Total due', `£${amount(DISPUTED.total)}`],
    ],
    385,
    y + 10,
    { labelWidth: 85, step: 17 },
  );
}

const drawAttachment = () => pdf(drawDisputed, { title: 'Invoice INV-2026-0533' });

const complaint = {
  name: 'complaint-with-invoice.eml',
  make: async () =>
    message({
      id: 'sample-complaint-1',
      from: { name: 'Jory Exampleby', address: 'jory@demo-publishing.test' },
      to: { name: 'Example Traders', address: 'service@example-traders.test' },
      subject: 'Complaint: third wrong invoice in a row, INV-2026-0533',
      date: 'Mon, 27 Apr 2026 09:14:00 +0100',
      text: `Dear Sir or Madam,

I am writing to complain about invoice INV-2026-0533, which is attached. You have charged us for 40 desk lamps,
but we ordered 4 and received 4. This is the third wrong invoice this year, and nobody has answered my last two
e-mails. I am very disappointed with your service.

Please send us a corrected invoice by 8 May 2026. Until then we are not going to pay. If this is not resolved, we
will take our business elsewhere.

Kind regards,
Jory Exampleby
Demo Publishing Ltd
Phone: 01632 960 557
`,
      attachments: [{ name: 'INV-2026-0533.pdf', mediaType: 'application/pdf', bytes: await drawAttachment() }],
    }),
  truth: {
    type: 'email',
    language: 'en',
    pages: 1,
    fields: {},
    triage: { category: 'complaint', levels: ['urgent', 'high'] },
    children: [
      {
        name: 'INV-2026-0533.pdf',
        truth: {
          type: 'invoice',
          language: 'en',
          pages: 1,
          fields: {
            invoiceNumber: 'INV-2026-0533',
            issueDate: '2026-04-22',
            dueDate: '2026-05-22',
            vendorName: 'Example Traders Ltd',
            total: decimal(DISPUTED.total),
          },
          rows: itemRows(DISPUTED),
        },
      },
    ],
  },
};

const support = {
  name: 'supportanfrage-dringend.eml',
  make: async () =>
    message({
      id: 'sample-support-2',
      from: { name: 'Käthe Beispielmann', address: 'k.beispielmann@musterwerk.test' },
      to: { name: 'Support', address: 'support@software.test' },
      subject: 'DRINGEND: Server nicht erreichbar, Produktion steht still',
      date: 'Tue, 12 May 2026 06:48:00 +0200',
      text: `Guten Morgen,

seit heute früh um 6:15 Uhr ist unser Server nicht mehr erreichbar. Bei der Anmeldung erscheint die Fehlermeldung
"Verbindung abgelehnt (Fehler 503)". Ein Neustart hat das Problem nicht behoben. Alle 40 Arbeitsplätze sind
betroffen, und die Produktion steht still.

Bitte kümmern Sie sich sofort darum und rufen Sie mich umgehend unter 0000 987654 zurück. Jede Stunde Ausfall
kostet uns viel Geld.

Mit freundlichen Grüßen
Käthe Beispielmann
Leitung IT, Musterwerk GmbH
`,
    }),
  truth: {
    type: 'email',
    language: 'de',
    pages: 1,
    fields: {},
    triage: { category: 'technical_support', levels: ['urgent'] },
  },
};

const order = {
  name: 'pedido-espanol.eml',
  make: async () =>
    message({
      id: 'sample-order-3',
      from: { name: 'Íñigo Muestra', address: 'compras@papeleria-ejemplo.test' },
      to: { name: 'Ventas', address: 'ventas@suministros.test' },
      subject: 'Pedido n.º 2231: papel y carpetas',
      date: 'Wed, 18 Mar 2026 11:05:00 +0100',
      text: `Buenos días:

Queremos hacer el siguiente pedido:

- 30 cajas de papel A4 de 80 g
- 120 carpetas azules
- 10 cajas de bolígrafos negros

Por favor, confirmen el pedido y la fecha de entrega. La dirección de envío es la de siempre: calle Inventada 8,
00000 Villaprueba. Pagaremos por transferencia, como en los pedidos anteriores.

Muchas gracias y un saludo,
Íñigo Muestra
Papelería Ejemplo
`,
    }),
  truth: {
    type: 'email',
    language: 'es',
    pages: 1,
    fields: {},
    triage: { category: 'order', levels: ['high', 'normal', 'low'] },
  },
};

const newsletter = {
  name: 'newsletter.eml',
  make: async () =>
    message({
      id: 'sample-newsletter-4',
      from: { name: 'Sample Garden Club', address: 'news@garden-club.test' },
      to: { name: '', address: 'members@garden-club.test' },
      subject: 'Your June newsletter: roses, rain barrels and the summer fair',
      date: 'Mon, 01 Jun 2026 07:00:00 +0000',
      headers: [
        'List-Id: <news.garden-club.test>',
        'List-Unsubscribe: <https://garden-club.test/unsubscribe>',
        'Precedence: bulk',
      ],
      text: `Sample Garden Club: June newsletter

Roses in full bloom. Our beds by the pond are at their best this month. Come and see them any day before dusk.

Rain barrels. Two hundred litres from the roof save a long walk with the can. Read on our website how to set one up.

Summer fair. We meet on the last Saturday of the month, with plants to swap and cake to eat.

You receive this newsletter because you are a member. Unsubscribe: https://garden-club.test/unsubscribe
`,
      html: `<html><body><h1>Sample Garden Club: June newsletter</h1>
<h2>Roses in full bloom</h2><p>Our beds by the pond are at their best this month. Come and see them any day before dusk.</p>
<h2>Rain barrels</h2><p>Two hundred litres from the roof save a long walk with the can.
<a href="https://garden-club.test/barrels">Read on our website</a> how to set one up.</p>
<h2>Summer fair</h2><p>We meet on the last Saturday of the month, with plants to swap and cake to eat.</p>
<p>You receive this newsletter because you are a member. <a href="https://garden-club.test/unsubscribe">Unsubscribe</a></p>
</body></html>
`,
    }),
  truth: {
    type: 'email',
    language: 'en',
    pages: 1,
    fields: {},
    triage: { category: 'newsletter', levels: ['low'] },
  },
};

const question = {
  name: 'question-francaise.eml',
  make: async () =>
    message({
      id: 'sample-question-5',
      from: { name: 'Zoé Modèle', address: 'zoe@atelier-modele.test' },
      to: { name: 'Service client', address: 'contact@mobilier-exemple.test' },
      subject: 'Où en est la livraison de ma commande 77812 ?',
      date: 'Thu, 05 Feb 2026 14:22:00 +0100',
      text: `Bonjour,

J'ai commandé une étagère le 20 janvier (commande 77812) et je n'ai pas encore reçu le colis. Pourriez-vous me dire
quand il sera livré, et s'il existe un numéro de suivi ?

Merci d'avance pour votre réponse.

Cordialement,
Zoé Modèle
`,
    }),
  truth: {
    type: 'email',
    language: 'fr',
    pages: 1,
    fields: {},
    triage: { category: 'delivery', levels: ['high', 'normal', 'low'] },
  },
};

export const emails = [complaint, support, order, newsletter, question];
