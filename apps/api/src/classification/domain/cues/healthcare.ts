import { head, layout, pattern, ramp, text, title, type TypeCues } from './cue-model.js';

export const MEDICAL_RECORD: TypeCues = {
  type: 'medical_record',
  names: [
    'medical record',
    'discharge summary',
    'patient',
    'arztbrief',
    'entlassungsbericht',
    'compte rendu',
    'historia clinica',
    'cartella clinica',
  ],
  cues: [
    title(
      'the title of a medical record',
      3.8,
      'discharge summary | medical record | progress note | progress notes | history and physical',
      'clinical summary | visit summary | after visit summary | consultation report | operative report',
      'radiology report | patient history | medical history | arztbrief | entlassungsbrief | entlassungsbericht',
      'befundbericht | compte rendu dhospitalisation | compte rendu de consultation | historia clinica',
      'informe de alta | informe medico | lettera di dimissione | cartella clinica | referto | relatorio medico',
      'prontuario | sumario de alta',
    ),
    text(
      'a patient',
      1.8,
      'patient | patient name | mrn | medical record number | patienten | patient id | paciente | paziente',
      'geb am | attending physician | referring physician | admission date | discharge date | aufnahmedatum',
    ),
    text(
      'complaint, history and findings',
      2,
      'chief complaint | history of present illness | past medical history | physical examination',
      'review of systems | vital signs | blood pressure | heart rate | anamnese',
      'korperlicher untersuchungsbefund | motif de consultation | antecedents | examen clinique',
      'motivo de consulta | antecedentes | exploracion fisica | anamnesi | esame obiettivo | queixa principal',
      'exame fisico | impression | findings',
    ),
    text(
      'diagnosis and plan',
      1.8,
      'diagnosis | diagnoses | assessment and plan | assessment | treatment plan | follow up | diagnose',
      'diagnosen | therapie | epikrise | diagnostic | traitement | diagnostico | tratamiento | diagnosi',
      'terapia | procedimento | tratamento',
    ),
    text(
      'allergies and medication',
      1.2,
      'allergies | nkda | medications | current medications | medikation | allergien | alergias | allergie',
      'medicacion | farmaci | medicamentos',
    ),
    pattern('diagnosis codes (ICD-10)', 1, /\b[A-TV-Z]\d{2}\.\d{1,2}\b/),
    text('a bill for treatment', -1, 'amount due | invoice number | please pay'),
  ],
};

export const LAB_REPORT: TypeCues = {
  type: 'lab_report',
  names: ['lab report', 'lab results', 'laborbefund', 'analyses', 'analitica', 'blood test'],
  cues: [
    title(
      'the title of a laboratory report',
      4,
      'laboratory report | lab report | lab results | laboratory results | test results | pathology report',
      'laborbefund | laborbericht | laborergebnisse | resultats danalyses | compte rendu danalyses',
      'resultados de laboratorio | analitica | referto di laboratorio | esami di laboratorio',
      'resultado de exames | laudo',
    ),
    text(
      'reference ranges',
      2.6,
      'reference range | reference interval | ref range | normal range | referenzbereich | normbereich',
      'normwerte | valeurs de reference | valores de referencia | valori di riferimento',
      'intervallo di riferimento | biological reference',
    ),
    text(
      'a specimen',
      1.6,
      'specimen | collected | date collected | specimen type | accession | serum | plasma | probe',
      'probenmaterial | entnahme | prelevement | muestra | campione | amostra',
    ),
    text(
      'measured substances',
      1.6,
      'hemoglobin | haemoglobin | hamoglobin | hematocrit | leukocytes | leukozyten | glucose | cholesterol',
      'creatinine | kreatinin | platelets | thrombozyten | triglycerides | tsh | hemoglobine | hemoglobina',
      'emoglobina | creatinina | leucocitos | leucociti | wbc | rbc',
    ),
    pattern(
      'units of laboratory values',
      1.4,
      /\b(?:mg\/dL|g\/dL|mmol\/L|µmol\/L|umol\/L|U\/L|IU\/L|mIU\/L|ng\/mL|pg\/mL|10\^3\/|x10E|fL|mEq\/L)\b/i,
    ),
  ],
};

export const PRESCRIPTION: TypeCues = {
  type: 'prescription',
  names: ['prescription', 'rezept', 'ordonnance', 'receta', 'ricetta', 'receita'],
  cues: [
    title(
      'the title of a prescription',
      4,
      'prescription | rx | rezept | kassenrezept | privatrezept | ordonnance | receta | receta medica | ricetta',
      'ricetta medica | receita medica | receituario',
    ),
    text(
      'how a medicine is taken',
      2,
      'take one tablet | once daily | twice daily | by mouth | tablets | capsules | sig | refills | dispense',
      'tabletten | einnahme | taglich | comprimes | fois par jour | comprimidos | cada 8 horas | compresse',
      'volte al giorno | posologie | posologia | dosierung',
    ),
    text(
      'a prescriber',
      1.4,
      'prescriber | dea | npi | m d | physician | arzt | vertragsarzt | medecin | medico | pharmacy | apotheke',
      'pharmacie | farmacia | do not substitute | aut idem',
    ),
    text('a patient', 0.8, 'patient | patient name | versicherter | paciente | paziente'),
    pattern('a strength of a medicine', 1, /\b\d{1,4}\s?(?:mg|mcg|µg|ml)\b/i),
    layout('few words', 0.6, (page) => ramp(page.words, 220, 120)),
    head('a price', -1, 'subtotal | total due | cash'),
  ],
};
