import { fold } from './tokens.js';

/** Legal forms that end (or, in France, begin) the name of a company. */
const LEGAL =
  /(?:^|[\s,(])(?:sdn\.?\s?bhd|s\/b|bhd|gmbh(?:\s?&\s?co\.?\s?kg)?|mbh|ag|kg|ohg|gbr|ug|e\.?\s?k|e\.?\s?v|a\.?\s?g|se|ltd|limited|inc|incorporated|llc|l\.l\.c|llp|l\.p|lp|plc|corp|corporation|co|company|pte|pty|pvt|sarl|s\.a\.r\.l|sas|sasu|sa|s\.a|s\.?p\.?a|s\.?r\.?l|s\.?l|s\.l\.u|b\.?v|n\.?v|bvba|vof|oy|oyj|ab|as|a\/s|aps|lda|ltda|kft|zrt|sp\.?\s?z\s?o\.?\s?o|s\.?r\.?o|d\.o\.o|kk|k\.k|foundation|association|university|pac)\.?(?=$|[\s,);:])/iu;
const TRADE =
  /\b(?:restaurant|restoran|cafe|kopitiam|bakery|bakeries|pharmacy|farmasi|hotel|supermarket|hypermarket|mart|minimarket|store|stores|shop|stationery|hardware|trading|enterprise|enterprises|services|bistro|grill|bank|clinic|hospital|petrol|station|market|boutique|electronics|books|apotheke|bäckerei|restaurante|ristorante|tienda|perniagaan|syarikat|kedai|group|holdings|industries|technologies|solutions|systems|committee|senate|congress)\b/iu;
/** Titles of documents and greetings, which stand where a name might. */
const TITLE =
  /^(?:[\W_]*)(?:(?:original|copy|duplicate|simplified|proforma|pro forma|commercial|full|cash|gst|vat|official|sales|project|payment|customer|credit|debit|final)\s+)*(?:tax\s+)?(?:invoice|receipt|bill|statement|quotation|order|purchase order|delivery note|cash sales?|cash bill|sales|credit note|debit note|check|ticket|rechnung|gutschrift|quittung|lieferschein|facture d['’]avoir|avoir|nota di credito|nota de cr[eé]dito|abono|factura rectificativa|fattura immediata|creditnota|creditfactuur|payment reminder|zahlungserinnerung|(?:\d\. )?mahnung|rappel(?: de paiement)?|sollecito(?: di pagamento)?|recordatorio(?: de pago)?|betalingsherinnering|bon de livraison|albar[aá]n|documento di trasporto|credit memo|stornorechnung|rechnungskorrektur|ausgangsrechnung|fatura\/recibo|facture|recu|ticket de caisse|factura|recibo|fattura|scontrino|ricevuta|fatura|factuur|bon|kassenbon|beleg|warenrechnung|kostenrechnung|thank you|welcome|adjustment note|page|seite|copy|original|duplicate|reprint|customer copy|contract|agreement|orders?)\b.{0,24}$/iu;
const CONTACT =
  /^(?:t|f|p|m|h|tf)\s?[:.)]\s?\W*\d|(?:^|[\s(])(?:tel|phone|telephone|telefon|telefoon|fax|mobile|hotline|care ?l[il]ne|\w*careline|e-?mail|www\.|http|whatsapps?|careline|contact|h\/?p|website|tél)\b|\S+@\S+\.\S+|www\.|\.com\b|^[+(]?\d[\d\s()-]{7,}$|\b0\d{1,2}-\d{7,8}\b|\b1[38]00[\s-]\d/iu;
const REGISTRATION =
  /\d{9,}|\babn\W{0,3}\d{2}(?:\s?\d{3}){3}\b|\bsire[nt]\W{0,3}\d{3}(?:\s?\d{3}){2}\b|(?:\b(?:gst|sst|vat|tin|brn?|roc|co|company|business|reg|regn|registration|licen[cs]e|co\.?\s?reg|ust|steuer|hrb|tax|siret|siren|rcs|kvk|nif|cif|btw|iban|bic|abn|gstin|cin|uen|gln|ssm|sst)\b[\s.:#-]*(?:(?:id|no|nr|reg|number|registration|idnr|code|gst)\b[\s.:#()-]*)*[A-Z]{0,3}[\s.:#()-]*\d{3})|^\W*no\.?\W*\d{6,}\W*$|^\W*(?:no\.?\W*)?\d{4,}\s?-\s?[A-Z]\W*$|^\(?\s*\d{4,}\s?-\s?[A-Z]\s?\)?$|^\(?\d{5,}[-\s]?[A-Z0-9]?\)?$|^\(?[A-Z]{2}\d{6,}(?:-[A-Z0-9])?\)?$/iu;
const STREET =
  /\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|way|court|suite|ste|floor|unit|block|building|bldg|plaza|square|highway|hwy|po box|p\.?o\.? box|p\.o\.|parkway|pkwy|jalan|jln|lorong|lrg|taman|tmn|kampung|kg|bandar|lot|persiaran|lebuh|wisma|menara|kawasan|seksyen|pusat|ground|level|no|bukit|off|straße|strasse|platz|weg|allee|gasse|postfach|rue|avenue|place|chemin|quai|impasse|allée|esplanade|lungomare|largo|ronda|bp|cedex|cs|via|viale|piazza|corso|calle|avenida|avda|plaza|paseo|rua|travessa|praca|straat|laan|gracht|plein|kade|singel|dijk|postbus|apt|apartment|mall)\b\.?|(?:str\.|straße|strasse|weg|platz|straat|laan|gasse)(?=\s*\d|\s|,|$)/iu;
const POSTCODE =
  /(?:^|[\s,(])(?:[A-Z]{1,2}[- ]?)?\d{4,6}(?:-\d{3,4})?(?=$|[\s,.)])|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b\d{4}\s?[A-Z]{2}\b/u;

/** Short forms are words of several languages in small letters ("as", "se"); as a form they are capitals. */
export const hasLegalForm = (text: string): boolean => {
  const form = LEGAL.exec(text)?.[0].replace(/[^\p{L}]/gu, '') ?? '';
  return form.length > 2 || /\p{Lu}/u.test(form);
};
/** "SDN BHD" in a line of its own ends the name in the line above. */
export const isOnlyLegalForm = (text: string): boolean =>
  hasLegalForm(text) &&
  text
    .replace(LEGAL, ' ')
    .replace(LEGAL, ' ')
    .replace(/[^\p{L}\p{N}]/gu, '').length <= 2;
/** "Herrn" in a line of its own belongs to the name in the next. */
export const isSalutation = (text: string): boolean =>
  /^(?:herrn?|frau|familie|firma|eheleute|mr|mrs|ms|mme|m|monsieur|madame|messrs|sig|sr|sra|señor|señora|dhr|mevr)\.?$/i.test(
    text.trim(),
  );
/** What only says that this is a paper of some kind, such as the second word of "Laboratory report". */
const PAPER =
  /^(?:reports?|results?|records?|forms?|certificates?|bericht|befund|bescheinigung|rapport|résultats?|informe|resultados?|certificado|referto|certificato|relatório)$/iu;
export const isDocumentTitle = (text: string): boolean => TITLE.test(text.trim()) || PAPER.test(text.trim());
export const isContactLine = (text: string): boolean => CONTACT.test(text);
export const isRegistrationLine = (text: string): boolean => REGISTRATION.test(text);

const REGISTERED =
  /^\W*(?:co(?:mpany)?|business|reg\w*|roc|brn?|gst|sst)\b[\s.]*(?:reg\w*[\s.]*)?(?:id|no|nr|number)\b/i;
const DATE_LINE = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/;
/** "4 March 2025", "March 4, 2025", and a period that begins with such a day. */
const WRITTEN_DATE = /^(?:\d{1,2}\.?\s+\p{L}{3,10}\.?|\p{L}{3,10}\.?\s+\d{1,2},)\s+\d{4}(?=$|\s*[-–])/u;
const LABELLED = /^[^:]{2,40}:\s/;

const DUTCH_POSTCODE = /^\d{4}\s?[A-Z]{2}\s+\p{L}/u;
/** How letters begin, and sentences: neither is a name. */
const GREETING =
  /^(?:sehr geehrte|liebe[rs]?|dear|mesdames|madame, monsieur|madame,? monsieur|monsieur,|geachte|beste|gentil[ei]|egregi|spettabile|estimad[oa]s?|(?:kind|best|warm) regards|regards|yours (?:sincerely|faithfully|truly)|sincerely|mit freundlichen|hochachtungsvoll|freundliche grüße|cordialement|bien cordialement|salutations|atentamente|un (?:cordial )?saludo|saludos|distinti saluti|cordiali saluti|com os melhores|atenciosamente|cumprimentos|met vriendelijke|hoogachtend|muy señor|exmos?\.?\s?(?:senhor|sr)|caro)(?=[\s,.]|$)/iu;
const SENTENCE = /^(?:\S+\s+){3,}\S*\p{Ll}{4}[.!]$/u;

/** "18 Spring Bank" is a street. */
const ON_A_BANK = /^\d{1,4}[a-z]?\s.*\bbank\b/i;

/** What a line is for certain, with its fit; the first that holds counts. */
const NAME_TESTS: readonly (readonly [(line: string) => boolean, number])[] = [
  [(line) => line.length > 110 || line.split(/\s+/).length > 12 || /:\s*$/.test(line), 0],
  [(line) => isDocumentTitle(line) || /\S+@\S+|www\.|https?:/i.test(line) || DATE_LINE.test(line), 0],
  [(line) => WRITTEN_DATE.test(line), 0],
  [(line) => GREETING.test(line) || (SENTENCE.test(line) && !hasLegalForm(line)), 0.05],
  [(line) => REGISTERED.test(line), 0.05],
  [(line) => DUTCH_POSTCODE.test(line), 0.15],
  [(line) => isOnlyLegalForm(line), 0.2],
  [(line) => LABELLED.test(line) && !hasLegalForm(line.slice(line.indexOf(':') + 1)), 0.2],
  [(line) => hasLegalForm(line) && /\d/.test(line) && STREET.test(line) && POSTCODE.test(line), 0.5],
  [(line) => hasLegalForm(line), 1],
  [(line) => CONTACT.test(line), 0.05],
  [(line) => REGISTRATION.test(line), 0.1],
  [(line) => addressFit(line) >= 0.6, 0.15],
  [(line) => /^\p{Ll}/u.test(line), 0.3],
  [(line) => TRADE.test(fold(line)) && !ON_A_BANK.test(line), 0.85],
  [(line) => !/\p{Lu}/u.test(line), 0.25],
  [(line) => line.split(/\s+/).length > 7, 0.3],
  [(line) => /\d/.test(line), 0.5],
];

/** 0..1: how much a line looks like the name of a company or person. */
export function nameFit(text: string): number {
  const line = text.trim();
  const letters = line.replace(/[^\p{L}]/gu, '').length;
  const digits = line.replace(/[^\p{N}]/gu, '').length;
  if (letters < 2 || digits > letters) return 0;
  return NAME_TESTS.find(([test]) => test(line))?.[1] ?? 0.65;
}

const YEAR_AT_END = /(?<=\p{L})\s(?:19|20)\d{2}$/u;
const HOUSE = /^\W*(?:no\.?\s*)?\d+[A-Za-z]?(?:[-/&]\s?\d*[A-Za-z]?)*[\s,.]|\s\d{1,4}[a-z]?$/i;
const ADDRESS_WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [STREET, 0.4],
  [POSTCODE, 0.4],
  [HOUSE, 0.25],
  [/,/, 0.2],
  [/\d[.,]\d{2}$/, -0.6],
  [REGISTRATION, -0.6],
  [/^\W*\p{L}[\p{L}. ]{1,12}:\s*\S{1,12}$/u, -0.6],
];

/** "Total amount due on August 3, 2014": a year looks like a postcode, and no address begins like this. */
const SUM_LABEL =
  /^\W*(?:(?:total )?(?:amount|balance) (?:due|payable|to pay)|total amount|(?:gesamt|rechnungs)betrag|montant (?:total|à payer)|importe total|totale (?:da pagare|fattura)|valor total)\b/iu;

/** 0..1: how much a line looks like a part of a postal address. */
export function addressFit(text: string): number {
  const line = text.trim();
  if (line.length < 3 || line.length > 160 || !/\p{L}/u.test(line)) return 0;
  if (CONTACT.test(line) || /\d{1,2}:\d{2}/.test(line) || WRITTEN_DATE.test(line) || SUM_LABEL.test(line)) return 0;
  // "Winter Festival 2026" ends in a year, not in the number of a house.
  const placed = STREET.test(line) ? line : line.replace(YEAR_AT_END, '');
  const fit = ADDRESS_WEIGHTS.reduce((sum, [pattern, weight]) => sum + (pattern.test(placed) ? weight : 0), 0);
  return Math.max(0, Math.min(1, fit));
}

const PLACE_LABEL =
  /\b(?:address|office|adresse|anschrift|sitz|siege|siège|direcci[oó]n|domicilio|indirizzo|sede|morada|adres)\b/iu;

/** "Site: 1066", "GST No.": the label of something else. Parts of addresses have labels too: "Lot No: 5". */
export const isOtherLabel = (text: string): boolean => {
  const label = /^\W*(\p{L}[\p{L}. ]{1,24}?)\s?:/u.exec(text)?.[1];
  return REGISTERED.test(text) || (label !== undefined && !STREET.test(label) && !PLACE_LABEL.test(label));
};

/** Lines that end an address: contacts, registrations, titles, dates, tables. */
export const endsAddress = (text: string): boolean =>
  isContactLine(text) ||
  isDocumentTitle(text) ||
  isRegistrationLine(text) ||
  /\d{1,2}:\d{2}|\d\.\d{2}\b/.test(text) ||
  /^\W*$/.test(text);

/** Registration numbers, internal ids and remarks behind a name are not part of it. */
export function trimName(text: string): string {
  const labelled = /^(?:#?\d{3,}\s+|[^:]{2,24}:\s+)(?=\p{L}.{3})/u.exec(text.trim())?.[0] ?? '';
  let name = text
    .trim()
    .slice(labelled.length)
    .replace(/[\s,;:|*_·-]+$/u, '')
    .replace(/^[\s,;:|*_·-]+/u, '');
  name = name.replace(
    /\s*[([]?\s*(?:co\.?|reg\.?|company|roc|brn)[\s.]*(?:reg\.?)?\s*(?:no\.?)?\s*[:.]?\s*\(?\d{4,}.*$/i,
    '',
  );
  if (!YEAR_AT_END.test(name)) name = name.replace(/\s*\(?\s*\d{4,}\s?-?\s?[A-Z]?\s*\)?\s*(?:\([^)]*\))?\s*$/u, '');
  name = name.replace(/\s*\(\s*[A-Z]{0,2}\d{4,}[^)]*\)?.*$/u, '');
  name = name.replace(
    /\s+(?:tax\s+)?(?:invoice|receipt|statement|bill|rechnung|facture|factura|fattura|factuur)$/i,
    '',
  );
  return name.replace(/[\s,;:|*_-]+$/u, '');
}

/** Recognition takes l, I and O inside words for digits. */
export const withLetters = (name: string): string =>
  name
    .replace(/(?<=\p{Ll})1(?=\p{Ll})/gu, 'l')
    .replace(/(?<=\p{L})1(?=\p{Lu})|(?<=\p{Lu}\.)1(?=\.\p{Lu})/gu, 'I')
    .replace(/(?<=\p{Ll})0(?=\p{Ll})/gu, 'o')
    .replace(/(?<=\p{Lu})0(?=\p{Lu}|\.(?:\s|$))/gu, 'O');

/**
 * Recognition reads commas as full stops; between the parts of an address a comma is meant, but for streets that are written
 * short ("Hauptstr. 5"). Between a number and a word no space is needed.
 */
export const withCommas = (address: string): string =>
  address.replace(/(?<=\p{L}{4}|\p{N})(?<!str|blvd|bldg|avda|pkwy) ?\.(?=\s+\S)|(?<=\p{N})\.(?=\p{L}{3})/giu, ',');
