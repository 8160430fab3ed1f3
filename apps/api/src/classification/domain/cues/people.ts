import { head, layout, pattern, ramp, text, title, type TypeCues } from './cue-model.js';

export const RESUME: TypeCues = {
  type: 'resume',
  names: ['resume', 'cv', 'curriculum vitae', 'lebenslauf'],
  cues: [
    title('the title of a résumé', 3.6, 'curriculum vitae | resume | cv | lebenslauf | hoja de vida | europass'),
    title(
      'sections of a résumé',
      2.4,
      'work experience | professional experience | employment history | experience | work history',
      'professional summary | career objective | berufserfahrung | beruflicher werdegang',
      'experience professionnelle | experiences professionnelles | experiencia laboral',
      'experiencia profesional | esperienza professionale | esperienze lavorative | experiencia profissional',
    ),
    title(
      'a section on education',
      1.8,
      'education | academic background | ausbildung | bildungsweg | formation | educacion | formacion academica',
      'istruzione | istruzione e formazione | formacao academica | studium',
    ),
    title(
      'sections on skills, languages and interests',
      1.8,
      'skills | technical skills | languages | interests | hobbies | references | certifications | publications',
      'kenntnisse | sprachkenntnisse | fahigkeiten | competences | langues | centres dinteret | habilidades',
      'idiomas | competenze | lingue | competencias',
    ),
    text(
      'degrees',
      0.8,
      'bachelor | master | university | gpa | b sc | m sc | phd | mba | universitat | hochschule | diplom',
      'universite | universidad | laurea | universita | licenciatura | universidade',
    ),
    pattern(
      'spans of years',
      1,
      /\b(?:19|20)\d{2}\s?[-–—]\s?(?:(?:19|20)\d{2}|present|today|heute|now|aujourd|actual|oggi|atual)/i,
    ),
    layout('ways to reach a person', 0.5, (page) => page.emails > 0 && page.phones > 0),
    text('a contract', -3, 'this agreement | by and between | whereas'),
    text('amounts to be paid', -2, 'amount due | subtotal | invoice number'),
  ],
};

export const PAYSLIP: TypeCues = {
  type: 'payslip',
  names: [
    'payslip',
    'pay stub',
    'paystub',
    'payroll',
    'gehaltsabrechnung',
    'lohnabrechnung',
    'bulletin de paie',
    'nomina',
    'busta paga',
    'pay statement',
  ],
  cues: [
    title(
      'the title of a payslip',
      4.4,
      'payslip | pay slip | pay stub | pay statement | earnings statement | statement of earnings | payroll',
      'gehaltsabrechnung | lohnabrechnung | entgeltabrechnung | verdienstabrechnung | bezugemitteilung',
      'bulletin de paie | bulletin de salaire | fiche de paie | nomina | recibo de nomina | busta paga',
      'cedolino paga | recibo de vencimento | holerite | loonstrook',
    ),
    text(
      'gross and net pay',
      2.6,
      'gross pay | net pay | gross earnings | take home pay | net wages | bruttolohn | nettolohn | gesamtbrutto',
      'auszahlungsbetrag | gesetzliches netto | salaire brut | net a payer | salaire net | total devengado',
      'liquido a percibir | salario bruto | netto in busta | salario liquido | netto del mese',
    ),
    text(
      'deductions',
      1.8,
      'deductions | total deductions | federal tax | fica | medicare | national insurance | paye | withholding',
      '401k | sozialversicherung | krankenversicherung | rentenversicherung | lohnsteuer | cotisations | csg',
      'deducciones | seguridad social | trattenute | inps | descontos',
    ),
    head(
      'a pay period',
      1.8,
      'pay period | pay date | period ending | period beginning | check date | abrechnungsmonat',
      'abrechnungszeitraum | periode de paie | periodo de liquidacion | mese di retribuzione',
    ),
    text(
      'figures of the year to date',
      1.6,
      'ytd | year to date | jahreswerte | cumul annuel | acumulado | progressivo',
    ),
    text(
      'an employee and hours',
      1,
      'employee | employee id | employee name | employee no | hours | overtime | regular | rate',
      'personalnummer | steuerklasse | matricule | heures | trabajador | dipendente | matricola',
    ),
    text(
      'a tax authority',
      -2,
      'internal revenue service | omb no | department of the treasury | wage and tax statement',
    ),
    text('a contract', -3, 'this agreement | by and between | whereas'),
  ],
};

export const EMPLOYMENT_REFERENCE: TypeCues = {
  type: 'employment_reference',
  names: ['arbeitszeugnis', 'reference letter', 'employment reference'],
  cues: [
    title(
      'the title of a reference',
      4.4,
      'letter of reference | reference letter | letter of recommendation | employment reference',
      'employment verification | arbeitszeugnis | zwischenzeugnis | arbeitsbescheinigung',
      'certificat de travail | attestation demploi | lettre de recommandation | certificado laboral',
      'carta de recomendacion | lettera di referenze',
    ),
    text(
      'words that judge work',
      2,
      'was employed | has been employed | recommend | to whom it may concern | stets zu unserer',
      'vollsten zufriedenheit | war in der zeit vom | a ete employe | ha trabajado | ha lavorato | wish him',
      'wish her all the best | wunschen ihm | wunschen ihr',
    ),
    layout('one or two pages', 0.3, (page) => ramp(page.pages, 4, 2)),
    text('a contract', -2.5, 'this agreement | by and between | whereas'),
    text('a loan', -2, 'lender | borrower | fannie mae'),
  ],
};
