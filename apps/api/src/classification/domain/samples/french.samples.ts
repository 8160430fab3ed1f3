import type { WordedType } from '../cues/languages/language-cues.js';

/** Short invented documents, one a type. */
export const FRENCH_SAMPLES: Readonly<Record<WordedType, string>> = {
  invoice:
    'Menuiserie du Lac\nFACTURE\nFacture n° F-18   Date de facture : 02/06/2023\nPose de volets   360,00\nNet à payer 432,00 EUR',
  credit_note:
    'Menuiserie du Lac\nFACTURE D’AVOIR\nNuméro d’avoir : A-3   Facture d’origine : F-18\nMontant de l’avoir 50,00   Motif de l’avoir : retour',
  receipt:
    'Boulangerie Pinède\nTicket de caisse\nCaisse n° 2   Pain   4,20\nEspèces 5,00   Monnaie rendue 0,80\nMerci de votre visite, à bientôt',
  purchase_order:
    'Ateliers Sable\nBON DE COMMANDE\nNuméro de commande : 4500   Date de commande : 02/05/2024\nVeuillez nous livrer 40 charnières\nDate de livraison souhaitée : 20/05',
  insertion_order:
    'ORDRE D’INSERTION\nAnnonceur : Larkspur   Régie publicitaire : Tarn\nDate de parution : 3 juin   Emplacement : page 2\nCommission d’agence 15 %   campagne publicitaire',
  quote:
    'Peinture Morel\nDEVIS\nDevis n° 77   Validité du devis : 30 jours\nSuite à votre demande, nous vous proposons\nTotal 1 200,00   Bon pour accord',
  payment_reminder:
    'Menuiserie du Lac\nLETTRE DE RELANCE\nSauf erreur de notre part, notre facture demeure impayée.\nMontant impayé 432,00   Jours de retard 20\nNous vous prions de régler sous huitaine',
  bank_statement:
    'Banque du Lac\nRELEVÉ DE COMPTE\nTitulaire du compte : Ida Lund\nAncien solde 1 000,00\nDate opération   Date de valeur   prélèvement 20,00\nNouveau solde 980,00',
  bank_check:
    'Chèque bancaire\nPayez contre ce chèque non endossable à l’ordre de Ida Lund\nsomme en toutes lettres cent euros\npayable en France   Chèque n° 12',
  utility_bill:
    'Énergie du Lac\nFACTURE D’ÉLECTRICITÉ\nPoint de livraison 5512   Relevé de compteur   Nouvel index 20113\nConsommation kWh 2100   heures creuses   abonnement   acheminement',
  tax_form:
    'Direction générale des Finances publiques\nAVIS D’IMPOSITION\nNuméro fiscal 12 34   Revenu fiscal de référence 30 000   Nombre de parts 2\nprélèvement à la source   foyer fiscal',
  mortgage_form:
    'OFFRE DE PRÊT IMMOBILIER\nEmprunteur : Ida Lund   Montant du prêt 200 000   Durée du prêt 20 ans   TAEG 3,2 %\nhypothèque   assurance emprunteur   mensualité 1 100',
  insurance_claim:
    'DÉCLARATION DE SINISTRE\nNuméro de sinistre 77   Nom de l’assuré : Ida Lund\nDate du sinistre : 3 mars   Lieu du sinistre : Lyon\nCirconstances : fuite d’eau   témoins : aucun',
  insurance_policy:
    'CONTRAT D’ASSURANCE\nConditions particulières\nSouscripteur : Ida Lund   Numéro de police 55   Date d’effet 1er mai\nGaranties souscrites   Prime annuelle 300   responsabilité civile',
  financial_statement:
    'Ateliers Sable SARL\nCOMPTES ANNUELS\nBilan comptable au 31 décembre 2023\nActif immobilisé 500   Actif circulant 300   Capitaux propres 400\ndettes fournisseurs 100   Résultat net 50   exercice clos',
  contract:
    'CONTRAT DE PRESTATION DE SERVICES\nEntre les soussignés : Ateliers Sable, ci-après dénommée le client, d’une part, et Larkspur, d’autre part,\nIl a été convenu ce qui suit.\nArticle 1 Objet du contrat\nArticle 2 Durée du contrat, résiliation\nArticle 3 Droit applicable. Fait en deux exemplaires.',
  nda: 'ACCORD DE CONFIDENTIALITÉ\nContrat entre les soussignés. Il a été convenu ce qui suit. La partie divulgatrice remet des informations confidentielles à la partie réceptrice, qui s’engage à ne pas divulguer ces informations. Obligation de confidentialité. Droit applicable.',
  court_filing:
    'Tribunal judiciaire de Lyon\nJUGEMENT\nRG n° 24/100\nDemandeur : Ida Lund   Défendeur : Jean Morel\nAttendu que les faits sont établis\nPAR CES MOTIFS, le tribunal condamne. Le greffier',
  power_of_attorney:
    'PROCURATION\nJe soussigné Tom Brooks, le mandant, donne procuration à Ida Lund, le mandataire, pour me représenter et agir pour mon compte.\nBon pour pouvoir',
  legal_document:
    'ACTE NOTARIÉ\nPar-devant Maître Morel, notaire à Lyon, ont comparu les comparants.\nL’an deux mille vingt-quatre. Dont acte. Le présent acte est en vigueur.',
  medical_record:
    'Hôpital du Lac\nCOMPTE RENDU D’HOSPITALISATION\nPatient né en 1970   Motif d’hospitalisation : douleurs\nAntécédents : aucun\nExamen clinique normal\nDiagnostic principal : gastrite\nTraitement de sortie',
  lab_report:
    'Laboratoire du Lac\nRÉSULTATS D’ANALYSES\nDate de prélèvement 3/5   Valeurs de référence   Antériorités\nLeucocytes 6,1   Hématies 4,5   Plaquettes 250\nGlycémie 0,9   Biologiste',
  prescription:
    'Dr Eva Horn   Docteur en médecine   RPPS 100\nORDONNANCE\nAmoxi 500 mg, 3 comprimés par jour pendant 6 jours, matin et soir\nnon substituable   renouvelable',
  insurance_card:
    'Carte européenne d’assurance maladie\nNom Lund   Prénoms Ida\nNuméro d’identification de l’institution 1234   date d’expiration 12/2027\nassurance maladie',
  delivery_note:
    'Ateliers Sable\nBON DE LIVRAISON\nNuméro de bon de livraison 5512   Quantité livrée 40   colis 2   poids net 12 kg\nMarchandises reçues, reçu en bon état\nsignature du réceptionnaire',
  bill_of_lading:
    'LETTRE DE VOITURE INTERNATIONALE\nExpéditeur Sable   Transporteur Corvo   Destinataire Larkspur\nLieu de prise en charge Lyon   nombre de colis 4   poids brut 300 kg',
  customs_declaration:
    'DÉCLARATION EN DOUANE\nDéclarant Sable   Numéro EORI FR1   Pays d’origine CN\nCode marchandises 8415   Valeur en douane 900   masse nette 12\nBureau de douane Lyon   droits de douane',
  resume:
    'CURRICULUM VITAE\nIda Lund\nExpérience professionnelle 2015-2020 comptable\nFormation académique : baccalauréat, diplôme\nCompétences   Langues   Centres d’intérêt',
  payslip:
    'Ateliers Sable\nBULLETIN DE PAIE mai 2024\nMatricule 12   Convention collective   Emploi occupé\nSalaire brut 3 000   Cotisations salariales 600   CSG 200\nNet à payer avant impôt 2 200   congés payés',
  expense_report:
    'Ateliers Sable\nNOTE DE FRAIS\nMotif du déplacement : salon   kilomètres parcourus 300\nIndemnités kilométriques 150,00   Frais de repas 28,00   Hébergement 90,00\nTotal à rembourser 268,00   justificatifs joints',
  employment_reference:
    'CERTIFICAT DE TRAVAIL\nNous certifions que Mme Lund a été employée en qualité de comptable et a occupé le poste de 2015 à 2020. Elle nous quitte libre de tout engagement.\nPour servir et valoir ce que de droit',
  identity_document:
    'RÉPUBLIQUE FRANÇAISE\nCARTE NATIONALE D’IDENTITÉ\nNom LUND   Prénoms IDA   Né le 01.02.1980\nNationalité française   Lieu de naissance Lyon\nsignature du titulaire',
  government_form:
    'Cerfa n° 15000\nDEMANDE D’AUTORISATION\nIdentité du demandeur ____________\nCochez la case ☐ oui ☐ non   Pièces à joindre\nCadre réservé à l’administration   préfecture\nécrire en majuscules',
  certificate:
    'ATTESTATION DE FORMATION\nNous attestons : il est certifié que Ida Lund a suivi la formation avec succès.\nDélivré à Lyon   organisme certificateur   sceau',
  email:
    'De : Ida Lund\nEnvoyé : 3 mai 2024\nÀ : Jean Morel\nObjet : Rendez-vous\n\nBonjour, vous trouverez en pièce jointe le plan.\nBien cordialement\nEnvoyé de mon iPhone',
  letter:
    'Ateliers Sable   Lyon, le 3 mai 2024\nNos références : ab   Vos références : cd\nMadame, Monsieur,\nSuite à votre courrier, nous vous remercions.\nVeuillez agréer, Madame, Monsieur, nos salutations distinguées.',
  termination:
    'Jean Morel, 4 rue du Port, Lyon\nTarn Télécom\nLyon, le 3 mai 2024\nRésiliation de mon abonnement\nMadame, Monsieur,\nJe souhaite résilier mon contrat, numéro de contrat 55-771, à compter du 30 juin 2024.\nMerci de m’adresser une confirmation de la résiliation.\nVeuillez agréer, Madame, Monsieur, mes salutations distinguées.\nJean Morel',
  complaint:
    'Réclamation\nnuméro de commande 77   date d’achat : 2 mai 2024\nMadame, Monsieur,\nJe vous fais part de mon mécontentement : l’armoire livrée est un produit défectueux. Je demande le remboursement intégral.\nVeuillez agréer, Madame, Monsieur, mes salutations distinguées.',
  memo: 'NOTE DE SERVICE\nDestinataires : à l’attention de tout le personnel\nÉmetteur : direction\nLe personnel est informé qu’à compter du 3 mai les chefs de service se réunissent.',
  report:
    'RAPPORT FINAL\nSommaire\nTable des matières\nMéthodologie\nOrdre du jour   Étaient présents\nRecommandations\nBibliographie',
};
