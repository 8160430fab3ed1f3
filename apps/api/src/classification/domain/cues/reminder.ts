import { head, layout, ramp, text, title, type TypeCues } from './cue-model.js';

export const PAYMENT_REMINDER: TypeCues = {
  type: 'payment_reminder',
  names: ['reminder', 'dunning', 'mahnung', 'zahlungserinnerung', 'relance', 'sollecito', 'recordatorio'],
  cues: [
    title(
      'the title of a reminder',
      4.6,
      'payment reminder | reminder | friendly reminder | first reminder | second reminder | final reminder',
      'final notice | final demand | overdue notice | past due notice | dunning letter | notice of overdue payment',
      'overdue account | notice before action | letter before action | account overdue',
    ),
    text(
      'a payment that is overdue',
      2,
      'is now overdue | overdue invoice | overdue amount | amount overdue | days overdue | past due amount',
      'has not been paid | have not received your payment | have not yet received payment | remains unpaid',
      'outstanding amount | outstanding balance | overdue balance | escaped your attention | total outstanding',
      'demeure impayee | reste impayee | impayee a ce jour | facture impayee | noch keinen zahlungseingang',
      'noch nicht beglichen | noch offen | ancora non pagata | risulta insoluta | ancora insoluta | non e pervenuto',
      'no hemos recibido el pago | se encuentra vencida | sigue pendiente | encontra se vencida | por liquidar',
    ),
    text(
      'what follows if it is not paid',
      1.4,
      'reminder fee | dunning charge | late payment interest | late fee | interest on arrears | legal action',
      'debt collection | collection agency | without further notice | please disregard this',
    ),
    head('columns of line items', -1.5, 'unit price | quantity | einzelpreis | prix unitaire | precio unitario'),
    layout('the strip of a till', -2, (page) => ramp(page.textAspect, 1.45, 1.9)),
  ],
};
