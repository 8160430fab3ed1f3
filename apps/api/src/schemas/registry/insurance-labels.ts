import type { Labels } from '../domain/schema-model.js';

/** Names under which papers of insurers print the same thing. */
export const INSURER: Labels = {
  en: ['insurer', 'insurance company', 'insurance carrier', 'carrier', 'underwriter', 'company', 'payer'],
  de: ['versicherer', 'versicherungsgesellschaft', 'versicherung', 'versicherungsunternehmen'],
  fr: ['assureur', 'compagnie d assurance', 'compagnie', 'societe d assurance'],
  es: ['aseguradora', 'compania aseguradora', 'entidad aseguradora', 'asegurador'],
  it: ['assicuratore', 'compagnia', 'compagnia di assicurazione', 'impresa di assicurazione'],
  pt: ['seguradora', 'companhia de seguros', 'segurador'],
  nl: ['verzekeraar', 'verzekeringsmaatschappij'],
};
export const POLICY_NUMBER: Labels = {
  en: ['policy #', 'policy number', 'certificate #', 'contract #', 'policy'],
  de: [
    'versicherungsschein #',
    'versicherungsscheinnummer',
    'policennummer',
    'policen #',
    'vertragsnummer',
    'vertrags #',
  ],
  fr: ['# de contrat', '# de police', 'police #', 'contrat #', 'numero de contrat', 'numero de police'],
  es: ['# de poliza', 'poliza #', 'numero de poliza', 'poliza'],
  it: ['# di polizza', 'polizza #', 'numero polizza', 'numero di polizza', 'polizza'],
  pt: ['# da apolice', 'apolice #', 'numero da apolice', '# de apolice', 'apolice'],
  nl: ['polisnummer', 'polis #', 'verzekeringsnummer'],
};
export const INSURED: Labels = {
  en: [
    'insured',
    'name of insured',
    'insured name',
    'policyholder',
    'policy holder',
    'named insured',
    'policyholder name',
    'claimant',
    'member name',
    'member',
    'subscriber',
    'subscriber name',
  ],
  de: ['versicherungsnehmer', 'versicherungsnehmerin', 'versicherter', 'versicherte person', 'name des versicherten'],
  fr: ['assure', 'nom de l assure', 'souscripteur', 'preneur d assurance', 'titulaire'],
  es: ['asegurado', 'tomador', 'tomador del seguro', 'nombre del asegurado', 'asegurada'],
  it: ['assicurato', 'contraente', 'nome dell assicurato'],
  pt: ['segurado', 'tomador do seguro', 'tomador', 'nome do segurado'],
  nl: ['verzekerde', 'verzekeringnemer', 'polishouder'],
};
export const DEDUCTIBLE: Labels = {
  en: ['deductible', 'excess', 'policy excess', 'self insured retention', 'retention'],
  de: ['selbstbeteiligung', 'selbstbehalt', 'sb'],
  fr: ['franchise'],
  es: ['franquicia', 'deducible'],
  it: ['franchigia', 'scoperto'],
  pt: ['franquia'],
  nl: ['eigen risico'],
};
