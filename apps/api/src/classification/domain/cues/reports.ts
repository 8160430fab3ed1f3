import { layout, pattern, ramp, text, title, type TypeCues } from './cue-model.js';

export const REPORT: TypeCues = {
  type: 'report',
  names: [
    'report',
    'bericht',
    'rapport',
    'informe',
    'relazione',
    'relatorio',
    'study',
    'whitepaper',
    'minutes',
    'paper',
  ],
  cues: [
    title(
      'the title of a report',
      2.8,
      'report | annual report | quarterly report | progress report | final report | technical report',
      'white paper | case study | meeting minutes | minutes of | bericht | *bericht | protokoll | rapport',
      'rapport annuel | compte rendu | proces verbal | informe | informe anual | acta de la reunion | relazione',
      'relazione annuale | verbale | relatorio | ata da reuniao',
    ),
    title(
      'sections of a report',
      2,
      'executive summary | abstract | introduction | table of contents | contents | conclusion | conclusions',
      'methodology | methods | results | discussion | references | appendix | recommendations | background',
      'related work | zusammenfassung | einleitung | inhaltsverzeichnis | inhalt | fazit | ergebnisse',
      'literaturverzeichnis | resume | sommaire | resultats | resumen ejecutivo | introduccion | conclusiones',
      'indice | introduzione | conclusioni | sommario | introducao | conclusao',
    ),
    pattern(
      'figures and tables with numbers',
      1,
      /\b(?:Figure|Fig\.|Table|Abbildung|Abb\.|Tabelle|Tableau|Figura|Tabla|Tabella|Tabela)\s?\d{1,3}\b/,
    ),
    pattern('numbered sections', 0.6, /^\s*\d{1,2}(?:\.\d{1,2})?\.?\s+\p{Lu}\p{Ll}{3,}/mu),
    layout('running text', 1, (page) => ramp(page.prose, 0.4, 0.8) * ramp(page.words, 150, 500)),
    layout('several pages', 0.8, (page) => ramp(page.pages, 2, 6)),
    text(
      'two parties that agree',
      -3,
      'by and between | this agreement | in witness whereof | parties hereto | hereby agree',
    ),
    text('a public form', -1.5, 'omb no | internal revenue service | registrant'),
    text('a patient', -1.5, 'patient name | specimen | reference range'),
  ],
};

export const PRESENTATION: TypeCues = {
  type: 'presentation',
  names: ['slides', 'presentation', 'deck', 'prasentation'],
  cues: [
    layout('the format of a presentation', 7, (page) => /presentation|powerpoint/.test(page.mediaType)),
    title(
      'parts of a talk',
      1.4,
      'agenda | questions | thank you | q a | next steps | outline | key takeaways | ubersicht | vielen dank',
      'ordre du jour',
    ),
    layout(
      'several pages with few words',
      0.8,
      (page) => ramp(page.pages, 3, 8) * ramp(page.words / Math.max(1, page.pages), 90, 40),
    ),
  ],
};
