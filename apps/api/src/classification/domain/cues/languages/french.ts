import type { LanguageTable } from './language-cues.js';

export const FRENCH: LanguageTable = {
  invoice: {
    title: 'Facture | Facture d’acompte | Facture de solde | Facture définitive | Note d’honoraires | Facture proforma',
    labels: 'Numéro de facture | Date de facture | Facture n° | Date d’échéance | Adresse de facturation',
    words: 'Net à payer | Total TTC | Total HT | à régler avant | conditions de règlement | pénalités de retard',
  },
  credit_note: {
    title: 'Avoir | Facture d’avoir | Note de crédit | Note d’avoir',
    labels: 'Numéro d’avoir | Avoir n° | Facture d’origine | Montant de l’avoir',
    words: 'motif de l’avoir | à votre crédit | remboursement | annule et remplace la facture',
  },
  receipt: {
    title: 'Reçu | Ticket de caisse | Reçu de paiement | Quittance | Ticket client | Note de restaurant',
    labels: 'Espèces | Monnaie rendue | Caisse n° | Carte bancaire | Caissier | Ticket n°',
    words: 'merci de votre visite | à bientôt | nombre d’articles | payé par carte | service compris | carte bleue',
  },
  purchase_order: {
    title: 'Bon de commande | Commande d’achat | Commande fournisseur | Ordre d’achat',
    labels: 'Numéro de commande | Date de commande | Commande n° | Date de livraison souhaitée',
    words:
      'veuillez nous livrer | nous vous passons commande | conditions de livraison | bon pour commande | acheteur | Fournisseur',
  },
  insertion_order: {
    title: 'Ordre d’insertion | Bon de commande publicitaire | Ordre de publicité | Ordre de diffusion',
    labels: 'Annonceur | Date de parution | Emplacement | Régie publicitaire | Période de diffusion',
    words: 'campagne publicitaire | coût pour mille | commission d’agence | spots | insertion | mandataire',
  },
  quote: {
    title: 'Devis | Offre de prix | Proposition commerciale | Devis estimatif',
    labels: 'Devis n° | Numéro de devis | Date du devis | Validité du devis | Valable jusqu’au',
    words:
      'bon pour accord | nous vous proposons | suite à votre demande | durée de validité | sous réserve d’acceptation',
  },
  payment_reminder: {
    title:
      'Rappel de paiement | Relance | Première relance | Deuxième relance | Dernière relance | Lettre de relance | Mise en demeure | Dernier rappel | Premier rappel | Facture impayée',
    labels:
      'Montant impayé | Solde restant dû | Échéance dépassée | Jours de retard | Intérêts de retard | Facture impayée',
    words:
      'sauf erreur de notre part | demeure impayée | n’avons pas reçu votre règlement | sous huitaine | recouvrement | ne pas tenir compte de ce courrier',
  },
  bank_statement: {
    title: 'Relevé de compte | Relevé bancaire | Extrait de compte | Relevé des opérations',
    labels:
      'Ancien solde | Nouveau solde | Titulaire du compte | Date de valeur | Solde créditeur | Solde débiteur | Date opération',
    words: 'virement | prélèvement | retrait | frais bancaires | total des mouvements',
  },
  bank_check: {
    title: 'Chèque | Chèque bancaire | Chèque de banque',
    labels: 'Payez contre ce chèque | à l’ordre de | payable en France | somme en toutes lettres | Chèque n°',
    words: 'non endossable | compensable à | sauf au profit d’une banque | signature du tireur',
  },
  utility_bill: {
    title: 'Facture d’électricité | Facture de gaz | Facture d’eau | Facture d’énergie | Échéancier de mensualisation',
    labels:
      'Point de livraison | Relevé de compteur | Numéro de compteur | Consommation kWh | Période de consommation | Ancien index | Nouvel index',
    words:
      'abonnement | heures creuses | contribution tarifaire | acheminement | relevé réel | relevé estimé | heures pleines',
  },
  tax_form: {
    title:
      'Déclaration de revenus | Déclaration des revenus | Avis d’imposition | Déclaration de TVA | Avis d’impôt | Taxe foncière | Liasse fiscale',
    labels:
      'Numéro fiscal | Revenu fiscal de référence | Nombre de parts | Référence de l’avis | Revenu imposable | Impôt sur le revenu',
    words:
      'Direction générale des Finances publiques | centre des impôts | prélèvement à la source | foyer fiscal | cotisation | Trésor public',
  },
  mortgage_form: {
    title:
      'Offre de prêt immobilier | Demande de prêt immobilier | Prêt hypothécaire | Demande de crédit immobilier | Fiche d’information standardisée européenne',
    labels:
      'Emprunteur | Montant du prêt | Taux débiteur | Durée du prêt | TAEG | Apport personnel | Tableau d’amortissement',
    words: 'hypothèque | mensualité | assurance emprunteur | bien immobilier | garantie | frais de dossier',
  },
  insurance_claim: {
    title:
      'Déclaration de sinistre | Constat amiable | Constat amiable d’accident | Déclaration d’accident | Demande d’indemnisation',
    labels:
      'Numéro de sinistre | Date du sinistre | Lieu du sinistre | Circonstances | Dégâts apparents | Nom de l’assuré',
    words: 'témoins | véhicule A | montant estimé des dommages | lésé | dépôt de plainte | sinistre',
  },
  insurance_policy: {
    title:
      'Police d’assurance | Contrat d’assurance | Conditions particulières | Attestation d’assurance | Conditions générales d’assurance',
    labels:
      'Souscripteur | Numéro de police | Date d’effet | Garanties souscrites | Prime annuelle | Échéance principale',
    words: 'responsabilité civile | plafond de garantie | assureur | risques garantis | cotisation annuelle',
  },
  financial_statement: {
    title:
      'Compte de résultat | Comptes annuels | États financiers | Tableau des flux de trésorerie | Comptes consolidés | Bilan comptable | Bilan actif | Bilan passif',
    labels:
      'Actif | Passif | Capitaux propres | Actif circulant | Actif immobilisé | Chiffre d’affaires | Résultat net',
    words: 'amortissements | dettes fournisseurs | exercice clos | résultat d’exploitation | charges financières',
  },
  contract: {
    title:
      'Contrat | Contrat de prestation de services | Contrat de travail | Contrat de bail | Contrat de vente | Accord-cadre | Contrat de licence | Convention de partenariat',
    labels:
      'Entre les soussignés | Il a été convenu ce qui suit | ci-après dénommé | ci-après dénommée | d’une part | d’autre part | Objet du contrat',
    words:
      'résiliation | droit applicable | tribunal compétent | durée du contrat | fait en deux exemplaires | force majeure',
  },
  nda: {
    title:
      'Accord de confidentialité | Engagement de confidentialité | Accord de non-divulgation | Convention de confidentialité',
    labels: 'informations confidentielles | partie divulgatrice | partie réceptrice | partie destinataire',
    words: 'obligation de confidentialité | ne pas divulguer | strictement confidentielles | secret professionnel',
  },
  court_filing: {
    title: 'Assignation | Jugement | Requête | Injonction de payer | Au nom du peuple français | Ordonnance de référé',
    labels: 'Demandeur | Défendeur | Numéro de rôle | RG n° | Attendu que | Plaise au tribunal',
    words: 'tribunal judiciaire | cour d’appel | par ces motifs | greffier | tribunal de commerce | condamne | débouté',
  },
  power_of_attorney: {
    title:
      'Procuration | Pouvoir | Mandat de représentation | Procuration générale | Mandat de protection future | Pouvoir spécial',
    labels: 'Je soussigné donne pouvoir | le mandant | le mandataire | donne procuration | bon pour pouvoir',
    words: 'en mon nom | me représenter | bon pour acceptation | agir pour mon compte | révoquer',
  },
  legal_document: {
    title:
      'Testament | Acte notarié | Acte de vente | Attestation sur l’honneur | Règlement intérieur | Acte de propriété | Statuts de la société',
    labels: 'par-devant Maître | notaire à | l’an deux mille | dernières volontés | le présent acte | article premier',
    words: 'légataire | alinéa | Journal officiel | capital social | dont acte | comparants | en vigueur',
  },
  medical_record: {
    title:
      'Compte rendu médical | Compte rendu d’hospitalisation | Dossier médical | Lettre de sortie | Compte rendu opératoire | Compte rendu de consultation | Certificat médical',
    labels:
      'Antécédents | Motif d’hospitalisation | Examen clinique | Traitement de sortie | Patient né | Diagnostic principal | Diagnostic retenu',
    words: 'hospitalisé | médecin traitant | service de | tension artérielle | au total',
  },
  lab_report: {
    title:
      'Résultats d’analyses | Analyses médicales | Compte rendu d’analyses | Analyses biologiques | Bilan sanguin | Examens de biologie médicale',
    labels: 'Valeurs de référence | Valeurs usuelles | Date de prélèvement | Prescripteur | Biologiste | Antériorités',
    words: 'hémoglobine | leucocytes | hématies | plaquettes | créatinine | glycémie | cholestérol | hématologie',
  },
  prescription: {
    title: 'Ordonnance médicale | Prescription médicale | Ordonnance de médicaments | Ordonnance',
    labels: 'Docteur en médecine | RPPS | N° ADELI | renouvelable | posologie | à renouveler',
    words: 'matin et soir | par jour pendant | gélule | non substituable | pharmacie | boîte de | comprimés par jour',
  },
  insurance_card: {
    title:
      'Carte Vitale | Carte européenne d’assurance maladie | Carte de tiers payant | Carte d’assuré | Carte mutuelle',
    labels: 'Numéro de sécurité sociale | Numéro d’identification de l’institution | Bénéficiaires | Numéro d’adhérent',
    words: 'assurance maladie | mutuelle | tiers payant | organisme complémentaire | date d’expiration',
  },
  delivery_note: {
    title:
      'Bon de livraison | Bordereau de livraison | Liste de colisage | Bon d’expédition | Bon de réception | Note de livraison',
    labels: 'Numéro de bon de livraison | BL n° | Quantité livrée',
    words: 'marchandises reçues | reçu en bon état | colis | signature du réceptionnaire | palettes | poids net',
  },
  bill_of_lading: {
    title:
      'Connaissement | Lettre de voiture | Lettre de transport aérien | Lettre de voiture internationale | Lettre de transport maritime',
    labels: 'Chargeur | Transporteur | Port de chargement | Port de déchargement | Lieu de prise en charge | Notifier',
    words: 'poids brut | fret payable | conteneur | navire | nombre de colis | marchandises dangereuses | Expéditeur',
  },
  customs_declaration: {
    title:
      'Déclaration en douane | Déclaration d’importation | Déclaration d’exportation | Document administratif unique | Certificat de circulation',
    labels:
      'Bureau de douane | Valeur en douane | Pays d’origine | Code marchandises | Nomenclature | Déclarant | Numéro EORI',
    words: 'douane | droits de douane | masse brute | masse nette | valeur statistique',
  },
  resume: {
    title: 'Curriculum vitae | CV | Profil professionnel',
    labels:
      'Expérience professionnelle | Expériences professionnelles | Compétences | Langues | Centres d’intérêt | Formation académique | Parcours scolaire',
    words: 'diplôme | baccalauréat | permis B | langue maternelle | bilingue | maîtrise de',
  },
  payslip: {
    title: 'Bulletin de paie | Fiche de paie | Bulletin de salaire',
    labels:
      'Salaire brut | Net à payer avant impôt | Net imposable | Cotisations salariales | Convention collective | Matricule | Emploi occupé',
    words: 'CSG | retraite complémentaire | congés payés | Urssaf | heures supplémentaires | part patronale | mutuelle',
  },
  expense_report: {
    title:
      'Note de frais | Frais de déplacement | Demande de remboursement de frais | État de frais | Ordre de mission',
    labels:
      'Motif du déplacement | Indemnités kilométriques | Frais de repas | Hébergement | Total à rembourser | Salarié',
    words:
      'kilomètres parcourus | péage | justificatifs joints | avance reçue | validé par | hôtel | barème kilométrique',
  },
  employment_reference: {
    title:
      'Certificat de travail | Attestation de travail | Attestation d’emploi | Lettre de recommandation | Attestation employeur',
    labels:
      'certifie avoir employé | a été employé | a occupé le poste | certifions que | libre de tout engagement | est employée',
    words:
      'pour servir et valoir ce que de droit | en qualité de | contrat à durée indéterminée | donné entière satisfaction | nous a quittés',
  },
  identity_document: {
    title:
      'Carte nationale d’identité | Passeport | Permis de conduire | Titre de séjour | République française | Carte de séjour',
    labels:
      'Nationalité | Lieu de naissance | Date de naissance | Autorité de délivrance | Date d’expiration | Prénoms | Taille',
    words: 'Né le | Nom d’usage | signature du titulaire | Sexe | délivré le | Domicile',
  },
  government_form: {
    title:
      'Formulaire de demande | Demande de carte grise | Déclaration préalable | Demande d’aide | Cerfa | Demande de logement | Demande d’inscription | Demande d’autorisation',
    labels:
      'Cerfa n° | Cadre réservé à l’administration | Identité du demandeur | Cochez la case | Pièces à joindre | Le demandeur',
    words: 'préfecture | mairie | écrire en majuscules | à remplir par | service instructeur | cadre réservé',
  },
  certificate: {
    title:
      'Certificat | Acte de naissance | Acte de mariage | Acte de décès | Extrait Kbis | Attestation de formation | Diplôme | Certificat d’origine',
    labels:
      'certifie que | atteste que | a suivi la formation | il est certifié | officier de l’état civil | délivré à',
    words:
      'délivré pour servir | extrait du registre | sceau | organisme certificateur | avec succès | certifié conforme',
  },
  email: {
    title: 'Message transféré | Message d’origine',
    labels: 'Envoyé de mon iPhone | a écrit | Envoyé le | Pièces jointes',
    words: 'ci-joint | vous trouverez en pièce jointe | bien cordialement | ce message est confidentiel',
  },
  letter: {
    title: 'Lettre | Lettre recommandée | Lettre de motivation',
    labels: 'Madame, Monsieur | Cher Monsieur | Chère Madame | Nos références | Vos références',
    words:
      'veuillez agréer | salutations distinguées | je vous prie d’agréer | sentiments les meilleurs | suite à votre courrier',
  },
  termination: {
    title:
      'Résiliation | Lettre de résiliation | Résiliation de contrat | Demande de résiliation | Résiliation de mon contrat | Résiliation de mon abonnement | Lettre de démission',
    labels: 'numéro de contrat | préavis | date de résiliation | numéro d’abonné | échéance du contrat',
    words:
      'lettre recommandée avec accusé de réception | cesser les prélèvements | confirmation de la résiliation | à l’échéance | loi Chatel',
  },
  complaint: {
    title: 'Réclamation | Lettre de réclamation | Formulaire de réclamation | Réclamation client | Plainte client',
    labels:
      'numéro de réclamation | motif de la réclamation | numéro de commande | date d’achat | référence du produit',
    words:
      'mon mécontentement | remboursement intégral | dans les plus brefs délais | produit défectueux | geste commercial',
  },
  memo: {
    title: 'Note de service | Note interne | Note d’information | Circulaire interne',
    labels: 'Destinataires | À l’attention de tout le personnel | Émetteur | Pour information',
    words: 'le personnel est informé | à compter du | chefs de service | merci de veiller',
  },
  report: {
    title:
      'Rapport | Compte rendu | Procès-verbal | Rapport annuel | Rapport d’activité | Rapport d’expertise | Rapport final | Compte rendu de réunion',
    labels: 'Sommaire | Table des matières | Ordre du jour | Étaient présents',
    words: 'recommandations | méthodologie | bibliographie',
  },
};
