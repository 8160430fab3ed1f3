import { head, text, title, type TypeCues } from './cue-model.js';

export const INSURANCE_CLAIM: TypeCues = {
  type: 'insurance_claim',
  names: ['claim', 'claim form', 'insurance claim', 'schadensmeldung', 'cms 1500', 'ub 04', 'sinistre', 'siniestro'],
  cues: [
    title(
      'the title of a claim',
      4,
      'claim form | insurance claim | insurance claim form | notice of loss | health insurance claim form',
      'notice of claim | claim notice | claim notification | first notice of loss | claim report | claims report',
      'explanation of benefits | accident report | proof of loss | loss notice | schadensmeldung',
      'schadenmeldung | schadenanzeige | declaration de sinistre | constat amiable | parte de accidente',
      'declaracion de siniestro | denuncia di sinistro | modulo di denuncia | participacao de sinistro',
    ),
    text(
      'a claim',
      2,
      'claim number | claimant | date of loss | date of accident | claim no | description of loss',
      'cause of loss | schadennummer | schadentag | schadenhergang | schadensnummer | numero de sinistre',
      'date du sinistre | numero de siniestro | fecha del siniestro | data del sinistro | numero sinistro',
    ),
    head(
      'the number of a claim',
      1.4,
      'claim number | claim no | claim reference | schadennummer | schaden nr | numero de sinistre | n de sinistre',
      'numero de siniestro | numero sinistro | numero do sinistro',
    ),
    text(
      'what was lost, and who looks into it',
      1.6,
      'type of loss | location of loss | place of loss | date reported | estimated loss | estimated damage',
      'loss adjuster | claims adjuster | claims department | claims handler | schadenart | schadenhohe | schadenort',
      'nature du sinistre | lieu du sinistre | tipo de siniestro | lugar del siniestro | luogo del sinistro',
      'tipo di sinistro | local do sinistro',
    ),
    title('the title of an expense claim', -4, 'expense claim | expense claim form | expense report | travel claim'),
    text(
      'a policy',
      1,
      'policy number | policy no | insured | policyholder | adjuster | versicherungsnummer',
      'versicherungsscheinnummer | versicherungsnehmer | numero de contrat | assure | poliza | asegurado',
      'polizza | assicurato | apolice',
    ),
    text(
      'damage',
      0.8,
      'damage | damaged | injury | stolen | police report | witness | schaden | dommage | danos | danni',
    ),
    title('the title of an invoice', -3, 'invoice | rechnung | *rechnung | facture | rechnung des versicherers'),
    text('a contract', -2, 'this agreement | by and between | whereas'),
  ],
};

export const INSURANCE_POLICY: TypeCues = {
  type: 'insurance_policy',
  names: ['policy', 'insurance policy', 'versicherungsschein', 'certificate of insurance', 'poliza', 'polizza'],
  cues: [
    title(
      'the title of a policy',
      4,
      'insurance policy | policy declarations | certificate of insurance | certificate of liability insurance',
      'declarations page | policy schedule | versicherungsschein | versicherungspolice',
      'versicherungsbestatigung | police dassurance | attestation dassurance | conditions particulieres',
      'poliza de seguro | condiciones particulares | polizza di assicurazione | polizza | apolice de seguro',
    ),
    text(
      'what is covered',
      2,
      'coverage | coverages | limits of liability | sum insured | policy period | premium | annual premium',
      'exclusions | deductible | versicherungssumme | versicherungsbeginn | jahresbeitrag | selbstbeteiligung',
      'garanties | franchise | prime annuelle | suma asegurada | prima | franquicia | massimale | premio annuo',
      'premio',
    ),
    head(
      'a policy number',
      1.4,
      'policy number | policy no | named insured | insurer | versicherungsscheinnummer | versicherungsnehmer',
      'numero de police | souscripteur | numero de poliza | tomador | numero polizza | contraente',
    ),
    text('a claim', -1.5, 'date of loss | claim number | schadentag | claimant'),
    title('the title of an invoice', -3.5, 'invoice | rechnung | *rechnung | facture | rechnung des versicherers'),
    text('tax lines of an invoice', -1, 'rechnungswahrung | rechnungsnummer | invoice number'),
    text('two parties that agree', -2, 'this agreement | by and between | whereas'),
  ],
};

export const UTILITY_BILL: TypeCues = {
  type: 'utility_bill',
  names: ['utility bill', 'electricity bill', 'gas bill', 'water bill', 'phone bill', 'stromrechnung'],
  cues: [
    title(
      'the title of a utility bill',
      3.8,
      'electricity bill | gas bill | water bill | utility bill | energy statement | energy bill | stromrechnung',
      'gasrechnung | wasserrechnung | jahresverbrauchsabrechnung | verbrauchsabrechnung | facture delectricite',
      'facture de gaz | factura de electricidad | factura de la luz | factura de gas | bolletta',
      'bolletta energia | fatura de energia | conta de luz',
    ),
    text(
      'a meter',
      2.2,
      'meter number | meter reading | meter readings | previous reading | current reading | zahlernummer',
      'zahlerstand | numero de compteur | releve de compteur | numero de contador | lectura actual',
      'numero contatore | lettura',
    ),
    text(
      'consumption',
      2,
      'kwh | usage | kilowatt | therms | gallons used | consumption | verbrauch | consommation | consumo',
      'standing charge | grundpreis | arbeitspreis | netzentgelt | abschlag | cubic meters | tarif | unit rate',
    ),
    text(
      'charges for a supply',
      1.4,
      'electricity charges | gas charges | water charges | energy charges | supply charge | sewer charges',
      'distribution charge | delivery charges | current charges | termino de potencia | termino de energia',
      'abonnement | quota fissa | potencia contratada',
    ),
    head(
      'an account and period of supply',
      1,
      'service address | billing period | supply address | account number | customer number | lieferstelle',
      'vertragskonto | abrechnungszeitraum | point de livraison | cups | pod | punto de suministro',
    ),
    text(
      'what is to be paid and by when',
      0.6,
      'amount due | total due | due date | autopay | zahlbetrag | fallig | total a pagar',
    ),
    text('an order for air time', -2, 'advertiser | spots | flight dates'),
  ],
};
