import type { Labels } from '../domain/schema-model.js';

/** Names under which papers of employers print who employs and who is employed. */
export const EMPLOYER: Labels = {
  en: ['employer', 'employer name', 'company', 'company name', 'organisation', 'organization'],
  de: ['arbeitgeber', 'firma', 'unternehmen'],
  fr: ['employeur', 'entreprise', 'societe', 'raison sociale'],
  es: ['empresa', 'empleador', 'razon social'],
  it: ['azienda', 'datore di lavoro', 'ditta', 'societa'],
  pt: ['empresa', 'entidade empregadora', 'empregador', 'entidade patronal'],
  nl: ['werkgever', 'bedrijf'],
};
export const EMPLOYEE: Labels = {
  en: ['employee name', 'employee', 'name of employee', 'paid to', 'name'],
  de: ['mitarbeiter', 'mitarbeiterin', 'arbeitnehmer', 'arbeitnehmerin', 'name des mitarbeiters', 'name'],
  fr: ['salarie', 'salariee', 'nom du salarie', 'employe', 'collaborateur', 'nom et prenom', 'nom'],
  es: ['trabajador', 'trabajadora', 'empleado', 'nombre del trabajador', 'nombre del empleado', 'nombre'],
  it: ['dipendente', 'lavoratore', 'cognome e nome', 'nome e cognome', 'nominativo', 'nome'],
  pt: ['trabalhador', 'colaborador', 'funcionario', 'nome do funcionario', 'nome do trabalhador', 'nome'],
  nl: ['werknemer', 'medewerker', 'naam werknemer', 'naam'],
};
export const EMPLOYEE_NUMBER: Labels = {
  en: ['employee #', 'employee id', 'employee number', 'staff #', 'staff id', 'payroll #', 'personnel #', 'emp id'],
  de: ['personalnummer', 'personal #', 'pers #', 'mitarbeiternummer', 'mitarbeiter #', 'persnr'],
  fr: ['matricule', 'numero de matricule', '# de salarie', '# salarie', 'matricule salarie'],
  es: ['# de empleado', '# empleado', 'codigo de empleado', '# de trabajador', 'numero de empleado', 'matricula'],
  it: ['matricola', 'codice dipendente', '# matricola'],
  pt: ['# de funcionario', '# funcionario', '# mecanografico', 'matricula', '# de trabalhador', '# do trabalhador'],
  nl: ['personeelsnummer', 'medewerkernummer', 'werknemersnummer', 'personeels #'],
};
export const DEPARTMENT: Labels = {
  en: ['department', 'dept', 'division', 'team'],
  de: ['abteilung', 'bereich'],
  fr: ['service', 'departement'],
  es: ['departamento', 'seccion'],
  it: ['reparto', 'dipartimento', 'ufficio'],
  pt: ['departamento', 'seccao'],
  nl: ['afdeling'],
};
export const JOB_TITLE: Labels = {
  en: ['job title', 'position', 'occupation', 'designation', 'role'],
  de: ['tätigkeit', 'position', 'berufsbezeichnung', 'funktion'],
  fr: ['emploi', 'fonction', 'poste', 'qualification'],
  es: ['categoria', 'puesto', 'categoria profesional', 'grupo profesional', 'cargo'],
  it: ['qualifica', 'mansione', 'livello'],
  pt: ['categoria', 'categoria profissional', 'cargo', 'funcao'],
  nl: ['functie'],
};
