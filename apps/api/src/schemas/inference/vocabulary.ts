import type { Concept, FieldFamily, FieldType } from '../domain/schema-model.js';

/** Words for the ends of a period, folded, in seven languages. */
const START = new Set(
  (
    'from start starts starting begin begins beginning commencement since first opening von ab beginn anfang start debut depuis du premier ' +
    'desde inicio primero dal inizio primo inicial vanaf begin eerste'
  ).split(' '),
);
const END = new Set(
  (
    'to end ends ending until till through thru last closing expiry expiration bis ende ende schluss fin jusqu au dernier hasta final ultimo ' +
    'al fine termine ate fim termino tot eind einde laatste'
  ).split(' '),
);
/** Words that say only that it is a day. */
const DAY = new Set(
  'date dates day days on at datum tag tage am jour jours fecha fechas dia dias data date giorno giorni dag'.split(' '),
);

const FIRST_DAY =
  /\b(?:first|opening|start\w*|begin\w*|earliest) (?:day|date)\b|\berste[rn]? tag\b|\bpremier jour\b|\bprimer dia\b|\bprimo giorno\b|\bprimeiro dia\b|\beerste dag\b/;
const LAST_DAY =
  /\b(?:last|final|closing|end\w*|latest) (?:day|date)\b|\bletzte[rn]? tag\b|\bdernier jour\b|\bultimo (?:dia|giorno)\b|\blaatste dag\b/;

export type Side = 'start' | 'end';

const oneOf = (start: boolean, end: boolean): Side | null => (start === end ? null : start ? 'start' : 'end');

/** Which end of a period words name; null where they name none or both. */
export const sideIn = (words: readonly string[]): Side | null =>
  oneOf(
    words.some((word) => START.has(word)),
    words.some((word) => END.has(word)),
  );
export const sideInDescription = (text: string): Side | null => oneOf(FIRST_DAY.test(text), LAST_DAY.test(text));

/** What a period is a period of: "flight from" is of a flight. */
export const periodOf = (words: readonly string[]): string[] =>
  words.filter((word) => !START.has(word) && !END.has(word) && !DAY.has(word));

export interface Hint {
  readonly words: RegExp;
  readonly types: readonly FieldType[];
  readonly concept: Concept;
  readonly family: FieldFamily;
}

const clause = (concept: Concept, types: readonly FieldType[], words: RegExp): Hint => ({
  concept,
  types,
  words,
  family: 'clauses',
});

/** What agreements say in sentences, in seven languages. Only for schemas of agreements: forms have a "term" too. */
export const CLAUSE_HINTS: readonly Hint[] = [
  clause(
    'contract-parties',
    ['list'],
    /\b(?:contracting )?part(?:y|ies)\b|\bvertragspartei(?:en)?\b|\bparties contractantes\b|\bpartes?\b|\bparti\b|\bpartijen\b/,
  ),
  clause(
    'governing-law',
    ['string'],
    /\b(?:governing|applicable) law\b|\blaw\b|\bjurisdiction\b|\brecht(?:swahl)?\b|\bloi applicable\b|\bdroit applicable\b|\bley aplicable\b|\blegge applicabile\b|\blei aplicavel\b|\btoepasselijk recht\b/,
  ),
  clause(
    'effective-date',
    ['date'],
    /\b(?:effective|commencement) date\b|\beffective\b|\binkrafttreten\b|\bvertragsbeginn\b|\bdate d effet\b|\bfecha (?:de )?entrada en vigor\b|\bdecorrenza\b|\bingangsdatum\b/,
  ),
  clause(
    'agreement-date',
    ['date'],
    /\b(?:agreement|contract|execution|signing|signature) date\b|\bdated\b|\bvertragsdatum\b|\bdate du contrat\b|\bfecha del contrato\b|\bdata del contratto\b|\bcontractdatum\b/,
  ),
  clause(
    'expiration-date',
    ['date'],
    /\b(?:expir(?:y|ation)|termination) date\b|\bvertragsende\b|\bdate d expiration\b|\bfecha de vencimiento\b|\bdata di scadenza\b/,
  ),
  clause(
    'renewal-term',
    ['string'],
    /\brenewal\b|\bverlangerung\b|\brenouvellement\b|\brenovacion\b|\brinnovo\b|\brenovacao\b|\bverlenging\b/,
  ),
  clause(
    'notice-period',
    ['string'],
    /\bnotice period\b|\bkundigungsfrist\b|\bpreavis\b|\bpreaviso\b|\bpreavviso\b|\baviso previo\b|\bopzegtermijn\b/,
  ),
  clause(
    'term',
    ['string'],
    /\bterm\b|\bduration\b|\blaufzeit\b|\bduree\b|\bduracion\b|\bplazo\b|\bdurata\b|\bduracao\b|\bprazo\b|\blooptijd\b/,
  ),
];

/** Of these at least one stands in a schema of agreements; the others stand in forms too. */
export const AGREEMENT_CONCEPTS: ReadonlySet<Concept> = new Set<Concept>([
  'contract-parties',
  'governing-law',
  'renewal-term',
  'notice-period',
]);

/** Values that are known by their form or their part in the document, where no schema of ours has the name. */
export const HINTS: readonly Hint[] = [
  { words: /\biban\b/, types: ['string'], concept: 'iban', family: 'identifiers' },
  { words: /\bbic\b|\bswift\b/, types: ['string'], concept: 'bic', family: 'identifiers' },
  {
    words: /\bcurrency\b|\bwahrung\b|\bdevise\b|\bmoneda\b|\bvaluta\b|\bmoeda\b/,
    types: ['string'],
    concept: 'currency',
    family: 'money',
  },
  {
    words:
      /\b(?:vat|tax|gst) (?:id\b|#|registration\b|reg\b)|\bust id\b|\bsteuernummer\b|\bpartita iva\b|\bnif\b|\bcif\b|\bsiret\b/,
    types: ['string'],
    concept: 'tax-id',
    family: 'identifiers',
  },
  {
    words: /\b(?:tele)?phone\b|\bmobile\b|\bfax\b|\btelefon\w*\b|\bportable\b|\bcelular\b|\bcellulare\b/,
    types: ['string'],
    concept: 'phone',
    family: 'identifiers',
  },
  {
    words:
      /\b(?:gross|grand|invoice|order|contract) (?:amount|total|sum)\b|\btotal (?:gross|amount|due|price|cost|value)\b|\bgesamt(?:betrag|summe|preis)\b|\bbrutto(?:betrag|summe)?\b|\bmontant (?:total|brut|ttc)\b|\bimporte (?:total|bruto)\b|\bimporto (?:totale|lordo)\b|\bvalor (?:total|bruto)\b|^total\b/,
    types: ['money', 'number'],
    concept: 'total',
    family: 'money',
  },
];

/** Words of numbers and codes that somebody assigned, folded. */
export const NUMBERED =
  /#|\b(?:id|ids|identifier|code|codes|reference|ref|sku|key|serial|isbn|ean|gtin|kennzeichen|kennung|aktenzeichen|zeichen|codigo|codice|clave|matricula|plate|barcode|docket|kenmerk|folio|registration|licen[cs]e)\b|nummer\b|\bnumer[oa]?\b/;

/** Words of people and bodies that take a part in something, folded. */
export const ROLE =
  /\b(?:name|names|company|firm|organi[sz]ation|person|party|customer|client|vendor|supplier|seller|buyer|purchaser|payer|payee|merchant|issuer|advertiser|sponsor|agency|agent|broker|employer|employee|tenant|landlord|lessor|lessee|owner|holder|patient|physician|doctor|hospital|insured|insurer|carrier|shipper|consignee|consignor|sender|recipient|contractor|consultant|borrower|lender|debtor|creditor|bank|applicant|author|contact|manager|witness|claimant|plaintiff|defendant|attorney|guarantor|licensor|licensee|kunde|lieferant|verkaufer|kaufer|firma|mieter|vermieter|auftraggeber|auftragnehmer|versicherte[rn]?|patientin|arzt|absender|empfanger|inhaber|nom|societe|entreprise|vendeur|acheteur|fournisseur|locataire|bailleur|assure|destinataire|expediteur|nombre|empresa|proveedor|vendedor|comprador|arrendador|arrendatario|asegurado|paciente|titular|destinatario|remitente|nome|azienda|ditta|fornitore|cliente|venditore|acquirente|locatore|conduttore|assicurato|paziente|mittente|fornecedor|comprador|segurado|naam|klant|leverancier|koper|verkoper|huurder|verhuurder|verzekerde)\b/;
