import { COMPLAINING_SENTENCES } from './letter-sentences.js';
import { head, layout, ramp, text, title, type TypeCues } from './cue-model.js';

/** A letter or a form by which a customer complains; what a court calls a complaint is a court filing. */
export const COMPLAINT: TypeCues = {
  type: 'complaint',
  names: ['complaint', 'beschwerde', 'reklamation', 'reclamation', 'reclamo', 'klacht'],
  cues: [
    title(
      'the title of a complaint',
      4.6,
      'complaint form | customer complaint | customer complaint form | formal complaint | official complaint',
      'letter of complaint | complaint letter | complaint report | notice of defects | klacht | klachtenformulier',
      'klachtbrief | formele klacht',
    ),
    text('a sentence that complains', 4, ...COMPLAINING_SENTENCES),
    head(
      'what a form for complaints asks',
      1.4,
      'complaint # | complaint no | complaint number | complainant | desired outcome | outcome sought | resolution sought',
      'date of incident | product concerned | reklamationsnummer | beschwerdefuhrer | klachtnummer',
    ),
    text(
      'how it was, and what should be done',
      1,
      'not acceptable | unacceptable | disappointed | very dissatisfied | extremely dissatisfied | expect a refund',
      'full refund | put this right | resolve this matter | resolve the matter | within 14 days | unzufrieden | nicht akzeptabel',
      'inacceptable | mecontent | insatisfait | inaceptable | insatisfecho | inaccettabile | insoddisfatto | inaceitavel',
      'insatisfeito | ontevreden',
    ),
    layout('running text', 0.6, (page) => ramp(page.prose, 0.35, 0.7)),
    layout('the format of an e-mail', -4, (page) => page.isEmail),
    text(
      'the parties of a court',
      -4,
      'plaintiff | plaintiffs | defendant | defendants | district court | superior court | jury trial | klagerin',
      'beklagte | comes now | cause of action | causes of action | demandeur | convenuto | demandado',
    ),
    text(
      'what is claimed of an insurer, or owed',
      -2.5,
      'policy number | claim number | date of loss | versicherungsscheinnummer | schadennummer | numero de sinistre',
      'invoice number | overdue | payment reminder | zahlungserinnerung | gastos de reclamacion',
    ),
    text('an answer to a complaint', -3, 'received your complaint | regarding your complaint | ihre beschwerde vom'),
    text('two parties that agree', -2.5, 'by and between | in witness whereof | this agreement'),
  ],
};
