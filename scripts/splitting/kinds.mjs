import { PHRASES } from './phrases.mjs';

// Kinds of documents as printed pages. Each draws into `page`, a pen on a PDF that flows over pages.

const rows = (w, language, count) =>
  Array.from({ length: count }, () => [
    w.text(language, 3).slice(0, 34),
    String(1 + w.whole(40)),
    w.money(),
    w.money(),
  ]);

function head(page, { w, issuer, look }) {
  const lines = [issuer.street, issuer.city, issuer.contact];
  page.line(issuer.name, { bold: true, size: look.titleSize - 1, align: look.head });
  for (const line of w.chance(0.8) ? lines : lines.slice(0, 2))
    page.line(line, { size: look.size - 1, align: look.head });
  page.gap(14);
}

/** What the document speaks of: names of its own, and what its kind always says. */
const topicOf = ({ w, issuer }, kind) => [
  w.name(issuer.language),
  w.name(issuer.language),
  ...(w.chance(0.85) ? (PHRASES[issuer.language][kind] ?? []) : []),
];

function addressed(page, { w, t, issuer }) {
  page.line(`${w.name(issuer.language)} ${w.name(issuer.language)}`);
  page.line(`${w.name(issuer.language)} ${1 + w.whole(90)}`);
  page.line(`${10_000 + w.whole(80_000)} ${w.name(issuer.language)}`);
  page.gap(16);
  return t;
}

function sums(page, { w, t }) {
  page.gap(6);
  page.pairs([
    [t.net, w.money()],
    [`${t.tax} ${w.pick([7, 19, 20, 21, 22])}%`, w.money()],
    [t.total, w.money()],
  ]);
}

const goods = (t) => [t.description, t.quantity, t.price, t.amount];

/** Some papers print their whole head on every page. */
function everyPage(page, so, pairs) {
  if (!so.w.chance(0.25)) return;
  page.onNext = () => {
    head(page, so);
    page.pairs(pairs);
  };
}

export function invoice(page, so) {
  const { w, t, issuer, facts } = so;
  everyPage(page, so, [
    [t.number, facts.number],
    [t.date, facts.date],
  ]);
  head(page, so);
  if (w.chance(0.85)) addressed(page, so);
  page.title(t.invoice);
  page.pairs([
    [t.number, facts.number],
    [t.date, facts.date],
    [t.customer, w.digits(5)],
    ...(w.chance(0.5) ? [[t.orderNumber, facts.order]] : []),
  ]);
  page.gap(8);
  page.table(goods(t), rows(w, issuer.language, w.pick([2, 4, 7, 14, 34, 60])), w.chance(0.3) ? t : null);
  sums(page, so);
  page.line(w.text(issuer.language, 12));
  page.line(`IBAN DE${w.digits(20)}   ${issuer.taxId}`);
}

export function order(page, so) {
  const { w, t, issuer, facts } = so;
  everyPage(page, so, [[t.orderNumber, facts.order]]);
  head(page, so);
  page.title(t.order);
  page.pairs([
    [t.orderNumber, facts.order],
    [t.orderDate, facts.date],
  ]);
  addressed(page, so);
  page.table(goods(t), rows(w, issuer.language, w.pick([3, 8, 30])), null);
  page.pairs([[t.total, w.money()]]);
}

export function deliveryNote(page, so) {
  const { w, t, issuer, facts } = so;
  head(page, so);
  page.title(t.delivery);
  page.pairs([
    [t.deliveryNumber, w.id()],
    [t.orderNumber, facts.order],
    [t.orderDate, facts.date],
  ]);
  page.gap(8);
  page.table(
    [t.description, t.quantity],
    rows(w, issuer.language, w.pick([3, 8, 30])).map((row) => row.slice(0, 2)),
    null,
  );
  page.line(`${t.signed}: ____________________`);
}

export function statement(page, so) {
  const { w, t, issuer, facts } = so;
  everyPage(page, so, [[t.date, facts.date]]);
  head(page, so);
  page.title(t.statement);
  page.pairs([
    [t.account, w.digits(10)],
    [t.date, facts.date],
    [t.opening, w.money()],
  ]);
  const booked = Array.from({ length: w.pick([8, 25, 60, 90]) }, () => [
    w.date(so.look),
    w.text(issuer.language, 3).slice(0, 32),
    w.money(),
    w.money(),
  ]);
  page.table([t.orderDate, t.description, t.amount, t.closing], booked, w.chance(0.5) ? t : null);
  page.pairs([[t.closing, w.money()]]);
}

export function payslip(page, so) {
  const { w, t, issuer, facts } = so;
  head(page, so);
  page.title(t.payslip);
  page.pairs([
    [t.employee, w.digits(6)],
    [t.name, `${w.name(issuer.language)} ${w.name(issuer.language)}`],
    [t.period, facts.date],
  ]);
  page.table(
    [t.description, t.amount],
    Array.from({ length: 6 + w.whole(8) }, () => [w.text(issuer.language, 2).slice(0, 30), w.money()]),
    null,
  );
  page.pairs([
    [t.gross, w.money()],
    [t.deductions, w.money()],
    [t.netPay, w.money()],
  ]);
}

export function letter(page, so) {
  const { w, t, issuer, facts } = so;
  head(page, so);
  addressed(page, so);
  page.line(facts.date, { align: 'right' });
  if (w.chance(0.5)) page.pairs([[t.reference, facts.number]]);
  page.line(`${t.subject}: ${w.text(issuer.language, 5)}`, { bold: true });
  page.line(t.dear);
  const topic = [w.name(issuer.language), w.name(issuer.language)];
  for (let count = w.pick([2, 3, 9]); count > 0; count--) page.prose(w.text(issuer.language, 70, topic));
  page.line(t.closingWords);
  page.gap(24);
  page.line(`${w.name(issuer.language)} ${w.name(issuer.language)}`);
}

export function contract(page, so) {
  const { w, t, issuer } = so;
  const topic = topicOf(so, 'contract');
  if (w.chance(0.3)) {
    page.gap(200);
    page.title(t.contract);
    page.line(issuer.name, { align: 'centre' });
    page.next();
  } else page.title(t.contract);
  page.prose(
    `${t.between} ${issuer.name}, ${issuer.street}, ${issuer.city} ${t.and} ${w.name(issuer.language)} ${w.name(issuer.language)}.`,
  );
  for (let clause = 1, count = 5 + w.whole(16); clause <= count; clause++) {
    page.line(`${clause}. ${w.text(issuer.language, 3).slice(0, 30)}`, { bold: true });
    for (let part = 1, parts = 1 + w.whole(3); part <= parts; part++)
      page.prose(`${clause}.${part} ${w.text(issuer.language, 50, topic)}`);
  }
  signatures(page, so);
  for (let annex = 1, count = w.pick([0, 1, 1, 3]); annex <= count; annex++) annexOf(page, so, annex, topic);
}

/** Often a page of its own, with who signs and where they can be reached. */
function signatures(page, { w, t, issuer, facts }) {
  if (w.chance(0.5)) page.next();
  page.gap(20);
  for (let party = 0; party < 2; party++) {
    if (w.chance(0.6)) {
      page.line(party === 0 ? issuer.name : `${w.name(issuer.language)} ${w.name(issuer.language)}`, {
        bold: w.chance(0.5),
      });
      page.line(
        `${w.name(issuer.language)} ${1 + w.whole(90)}, ${10_000 + w.whole(80_000)} ${w.name(issuer.language)}`,
      );
      if (w.chance(0.5))
        page.line(
          `${t.phone} +${w.digits(9)}   ${w.name(issuer.language)}@${w.name(issuer.language)}.test`.toLowerCase(),
        );
    }
    page.pairs([
      [t.name, w.chance(0.5) ? `${w.name(issuer.language)} ${w.name(issuer.language)}` : '____________'],
      [t.place, w.chance(0.5) ? `${w.name(issuer.language)}, ${w.date({ dates: 'slashes' })}` : '____________'],
      [t.signed, '____________'],
      ...(w.chance(0.2) ? [[t.reference, facts.number]] : []),
    ]);
    page.gap(20);
  }
}

function annexOf(page, { w, t, issuer }, number, topic) {
  const isWide = w.chance(0.25);
  page.next(isWide ? { layout: 'landscape' } : {});
  page.title(`${t.annex} ${w.chance(0.5) ? number : 'ABC'.charAt(number - 1)}`);
  if (w.chance(0.5)) page.table(goods(t), rows(w, issuer.language, w.pick([5, 20, 45])), null);
  else for (let count = 2 + w.whole(6); count > 0; count--) page.prose(w.text(issuer.language, 60, topic));
}

export function report(page, so) {
  const { w, t, issuer } = so;
  const topic = topicOf(so, 'report');
  const chapters = 2 + w.whole(5);
  page.gap(120);
  page.line(issuer.name, { align: 'centre' });
  page.title(t.report);
  page.line(String(2019 + w.whole(8)), { align: 'centre' });
  page.next();
  if (w.chance(0.5)) {
    page.title(t.contents);
    for (let chapter = 1; chapter <= chapters; chapter++)
      page.line(`${chapter}  ${w.text(issuer.language, 4).slice(0, 40)} ........ ${2 + chapter * 2}`);
    page.next();
  }
  for (let chapter = 1; chapter <= chapters; chapter++) {
    if (chapter > 1) page.next();
    page.title(
      `${w.chance(0.5) ? `${t.chapter} ` : ''}${chapter}${w.chance(0.5) ? '' : '.'} ${w.text(issuer.language, 3).slice(0, 26)}`,
    );
    for (let count = 2 + w.whole(9); count > 0; count--) page.prose(w.text(issuer.language, 80, topic));
    if (w.chance(0.4))
      page.table(
        [t.description, t.amount, t.total],
        rows(w, issuer.language, 5 + w.whole(12)).map((row) => row.slice(0, 3)),
        null,
      );
  }
}

export function minutes(page, so) {
  const { w, t, issuer, facts } = so;
  page.title(t.minutes);
  page.pairs([
    [t.date, facts.date],
    [t.present, Array.from({ length: 4 }, () => w.name(issuer.language)).join(', ')],
  ]);
  page.line(t.agenda, { bold: true });
  for (let point = 1, count = 3 + w.whole(6); point <= count; point++) {
    page.line(`${point}. ${w.text(issuer.language, 4).slice(0, 40)}`, { bold: true });
    page.prose(w.text(issuer.language, 60));
  }
}

export function certificate(page, so) {
  const { w, t, issuer, facts } = so;
  if (w.chance(0.6)) head(page, so);
  page.gap(40);
  page.title(t.certificate);
  page.prose(`${t.certifies} ${w.name(issuer.language)} ${w.name(issuer.language)} ${w.text(issuer.language, 40)}`);
  page.pairs([
    [t.place, `${w.name(issuer.language)}, ${facts.date}`],
    [t.signed, '__________'],
  ]);
}

export function resume(page, { w, t, issuer }) {
  page.title(`${w.name(issuer.language)} ${w.name(issuer.language)}`);
  page.line(t.resume);
  page.line(`${w.name(issuer.language)}@${w.name(issuer.language)}.test   +${w.digits(10)}`.toLowerCase());
  for (const part of [t.experience, t.education]) {
    page.line(part, { bold: true });
    for (let count = 2 + w.whole(6); count > 0; count--) {
      page.line(`${2000 + w.whole(20)} - ${2010 + w.whole(15)}   ${w.name(issuer.language)}`);
      page.prose(w.text(issuer.language, 30));
    }
  }
}

export function form(page, { w, t, issuer, facts }) {
  page.title(t.application);
  page.line(`${t.reference} ${facts.number}`, { align: 'right' });
  for (let section = 1, count = 2 + w.whole(6); section <= count; section++) {
    page.line(`${t.section} ${section}: ${w.text(issuer.language, 3).slice(0, 30)}`, { bold: true });
    page.pairs([
      [t.name, w.name(issuer.language)],
      [t.birth, facts.date],
      [t.address, `${w.name(issuer.language)} ${w.whole(99)}`],
    ]);
    for (let line = 0, lines = w.whole(9); line < lines; line++)
      page.line(`${w.text(issuer.language, 5).slice(0, 50)}: ______________`);
  }
}

export function insurance(page, so) {
  const { w, t, issuer, facts } = so;
  head(page, so);
  const topic = topicOf(so, 'insurance');
  page.title(t.insurance);
  page.pairs([
    [t.policy, facts.number],
    [t.name, `${w.name(issuer.language)} ${w.name(issuer.language)}`],
    [t.date, facts.date],
  ]);
  for (let count = 1 + w.whole(10); count > 0; count--) page.prose(w.text(issuer.language, 60, topic));
}

export function medical(page, so) {
  const { w, t, issuer, facts } = so;
  head(page, so);
  const topic = topicOf(so, 'medical');
  page.title(t.medical);
  page.pairs([
    [t.patient, `${w.name(issuer.language)} ${w.name(issuer.language)}`],
    [t.birth, facts.date],
  ]);
  page.line(t.diagnosis, { bold: true });
  for (let count = 1 + w.whole(8); count > 0; count--) page.prose(w.text(issuer.language, 55, topic));
  page.line(t.closingWords);
}

/** What belongs to the document before it: terms on the back, a time sheet, a page that is a picture or empty. */
export function attachment(page, so) {
  const { w, t, issuer, facts } = so;
  const kind = w.pick(['terms', 'terms', 'timesheet', 'picture', 'blank']);
  page.onNext = null;
  page.next();
  if (kind === 'terms') {
    const topic = topicOf(so, 'terms');
    page.title(t.terms);
    for (let clause = 1, count = 6 + w.whole(12); clause <= count; clause++)
      page.prose(`${clause}. ${w.text(issuer.language, 40, topic)}`, { size: 7.5 });
  } else if (kind === 'timesheet') {
    page.title(t.timesheet);
    page.line(`${t.number} ${facts.number}`);
    page.table(
      [t.orderDate, t.name, t.quantity],
      Array.from({ length: 10 + w.whole(20) }, () => [
        w.date(so.look),
        w.name(issuer.language),
        String(1 + w.whole(9)),
      ]),
      null,
    );
  } else if (kind === 'picture') page.line(`${t.annex} ${w.text(issuer.language, 4)}`);
}

export const KINDS = {
  invoice,
  order,
  deliveryNote,
  statement,
  payslip,
  letter,
  contract,
  report,
  minutes,
  certificate,
  resume,
  form,
  insurance,
  medical,
};
/** Which of them come with attachments. */
export const ATTACHED = new Set(['invoice', 'order', 'insurance']);
