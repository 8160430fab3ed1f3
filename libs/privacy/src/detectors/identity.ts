import {
  isAhv,
  isBsn,
  isCodiceFiscale,
  isCpf,
  isDni,
  isNhsNumber,
  isNir,
  isPersonnummer,
  isPesel,
  isSteuerId,
  isUsSsn,
  isVerhoeff,
} from '../checksums.js';
import type { PiiText } from '../pii-text.js';
import type { PiiEntity } from '../privacy-model.js';
import { findForms, type PiiForm } from './pattern-detector.js';

const NATIONAL = 'NATIONAL_ID' as const;

/** Where digits alone could be anything, the checksum is not enough and the context is required (score 0). */
const FORMS: readonly PiiForm[] = [
  {
    type: 'US_SSN',
    digits: 9,
    pattern: /(?<![\d.-])\d{3}-\d{2}-\d{4}(?![\d-])/g,
    isValid: isUsSsn,
    score: 0.85,
    context: /\bssn\b|social security|social sec/,
    contextScore: 0.99,
  },
  {
    type: 'US_SSN',
    digits: 9,
    pattern: /(?<![\d.-])(?:\d{9}|\d{3} \d{2} \d{4})(?![\d-])/g,
    isValid: isUsSsn,
    score: 0,
    context: /\bssn\b|social security|social sec/,
    contextScore: 0.9,
  },
  {
    type: NATIONAL,
    digits: 6,
    pattern: /\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g,
    score: 0.85,
    context: /national insurance|\bnino?\b|ni number/,
  },
  {
    type: NATIONAL,
    digits: 10,
    pattern: /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g,
    isValid: isNhsNumber,
    score: 0,
    context: /\bnhs\b|patient (?:no|number|id)/,
  },
  {
    type: NATIONAL,
    digits: 11,
    pattern: /(?<!\d)\d{2} ?\d{3} ?\d{3} ?\d{3}(?!\d)/g,
    isValid: isSteuerId,
    score: 0,
    context: /steuer-?id|idnr|identifikationsnummer|steuernummer|tax id/,
  },
  {
    type: NATIONAL,
    digits: 14,
    pattern: /(?<!\d)[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?!\d)/g,
    isValid: isNir,
    score: 0.9,
    context: /securite sociale|\bnir\b|insee|\bnss\b/,
  },
  {
    type: NATIONAL,
    digits: 7,
    pattern: /\b(?:\d{8}|[XYZ]-?\d{7})[- ]?[A-HJ-NP-TV-Z]\b/g,
    isValid: isDni,
    score: 0.85,
    context: /\bdni\b|\bnie\b|\bnif\b|documento/,
  },
  {
    type: NATIONAL,
    digits: 1,
    pattern: /\b[A-Za-z]{6}\w{2}[A-Za-z]\w{2}[A-Za-z]\w{3}[A-Za-z]\b/g,
    isValid: isCodiceFiscale,
    score: 0.98,
  },
  { type: NATIONAL, digits: 11, pattern: /(?<![\d.])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/g, isValid: isCpf, score: 0.97 },
  { type: NATIONAL, digits: 11, pattern: /(?<!\d)\d{11}(?!\d)/g, isValid: isCpf, score: 0, context: /\bcpf\b/ },
  {
    type: NATIONAL,
    digits: 9,
    pattern: /(?<![\d.])\d{4}[. ]?\d{2}[. ]?\d{3}(?!\d)/g,
    isValid: isBsn,
    score: 0,
    context: /\bbsn\b|burgerservice|sofi-?nummer/,
  },
  {
    type: NATIONAL,
    digits: 12,
    pattern: /(?<!\d)[2-9]\d{3} \d{4} \d{4}(?! ?\d)/g,
    isValid: isVerhoeff,
    score: 0.8,
    context: /aadha?ar|uidai/,
    contextScore: 0.99,
  },
  {
    type: NATIONAL,
    digits: 12,
    pattern: /(?<!\d)[2-9]\d{11}(?!\d)/g,
    isValid: isVerhoeff,
    score: 0,
    context: /aadha?ar|uidai/,
  },
  {
    type: NATIONAL,
    digits: 4,
    pattern: /\b[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]\b/g,
    score: 0.6,
    context: /\bpan\b|permanent account/,
  },
  {
    type: NATIONAL,
    digits: 11,
    pattern: /(?<!\d)\d{11}(?!\d)/g,
    isValid: isPesel,
    score: 0.55,
    context: /pesel/,
    contextScore: 0.99,
  },
  { type: NATIONAL, digits: 13, pattern: /(?<!\d)756\.?\d{4}\.?\d{4}\.?\d{2}(?!\d)/g, isValid: isAhv, score: 0.95 },
  {
    type: NATIONAL,
    digits: 10,
    pattern: /(?<![\d-])(?:19|20)?\d{6}[-+]\d{4}(?![\d-])/g,
    isValid: isPersonnummer,
    score: 0.8,
    context: /personnummer|person-?nr/,
  },
  {
    type: NATIONAL,
    words: ['licen', 'permit'],
    pattern:
      /(?:driver'?s?|driving)[ -]?(?:licen[cs]e|permit)[^\n\d]{0,30}?\b([A-Z]{0,3}[- ]?\d[\dA-Z -]{3,16}\d[A-Z]{0,2})\b/gi,
    isValid: (raw) => raw.replace(/\D/g, '').length >= 5,
    score: 0.85,
  },
  {
    type: NATIONAL,
    words: ['ident', 'id card', 'id number', 'national id', 'hrerschein', 'ausweis'],
    pattern:
      /(?:identity card|id card|national id(?:entity)?|ID number|identification number|f(?:ü|ue)hrerschein(?:nummer)?|personalausweis(?:nummer)?|ausweisnummer|carte d'identit[ée])[^\n\d]{0,24}?\b((?=\w*\d)[A-Z0-9][A-Z0-9-]{5,17})\b/gi,
    score: 0.75,
  },
  {
    type: 'PASSPORT',
    words: ['pass', 'pasaporte', 'paspoort'],
    pattern:
      /(?:passport|reisepass|passeport|pasaporte|passaporto|passaporte|paspoort)[^\n\d]{0,28}?\b((?=[A-Z]*\d)[A-Z0-9]{6,9})\b/gi,
    isValid: (raw) => raw.replace(/\D/g, '').length >= 4,
    score: 0.9,
  },
  {
    type: 'PASSPORT',
    digits: 15,
    pattern: /\b[A-Z0-9<]{9}\d[A-Z]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{14}\d{2}\b/g,
    score: 0.98,
  },
];

const LEAST_DIGITS = 3;

/** National identity, tax and health numbers, driving licences and passports. */
export const findIdentityNumbers = (view: PiiText): PiiEntity[] =>
  view.digitGroups.some((group) => group.digits >= LEAST_DIGITS) ? findForms(view, FORMS) : [];
