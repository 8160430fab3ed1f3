import type { CueSheet } from './cue-sheet.js';

export const FRENCH: CueSheet = {
  language: 'fr',
  categories: {
    billing: {
      strong: `
        facture*, facturation, prélèvement*, (débité|facturé|payé|prélevé) (deux fois|en double), avoir,
        relance de paiement, solde (dû|impayé), impayé*, preuve de paiement, TVA, relevé de compte, échec du paiement,
        mode de paiement`,
      weak: `
        paiement*, payer, payé, montant*, frais, reçu, remboursement*, virement, tarif*, prix, abonnement,
        carte bancaire, carte de crédit, IBAN`,
    },
    technical_support: {
      strong: `
        message* d'erreur, bug*, plante*, panne*, en panne,
        ne (fonctionne*|marche*|démarre*|charge*|répond*) (pas|plus),
        problème* (technique*|de connexion|informatique*), support technique, dysfonctionnement*, hors service,
        dépannage, incompatibilit*`,
      weak: `
        erreur*, logiciel*, matériel, serveur*, réseau*, imprimante*, ordinateur*, appareil*, base de données,
        application*, mise à jour, version*, configur*, install*, navigateur*, VPN, wifi, sauvegarde*, système*,
        plateforme*, API, intégration*`,
    },
    sales: {
      strong: `
        demande de devis, devis, liste de prix, grille tarifaire, essai gratuit, démonstration, service commercial,
        intéressé* par (vos|votre), remise .. volume, offre commerciale, proposition commerciale,
        devenir (partenaire|revendeur)`,
      weak: `offre*, remise*, catalogue*, licence*, acheter, achat*, brochure*, produits, tarif*, fonctionnalités`,
    },
    complaint: {
      strong: `
        réclamation*, plainte*, me plaindre, inacceptable, inadmissible, mécontent*, déçu*, insatisf*,
        (mauvais*|horrible|piètre|lamentable) (service|expérience|qualité|accueil), dédommag*, indemnis*, plus jamais,
        scandaleux, médiateur`,
      weak: `frustr*, énerv*, colère, mauvais*, responsable, ridicule`,
    },
    cancellation: {
      strong: `
        annul* .. (commande|abonnement|contrat|réservation|rendez vous), résili*, mettre fin (à|au),
        droit de rétractation, ne pas renouveler, désabonn* .. service, rétractation`,
      weak: `annul*, préavis, renouvellement, fin de contrat`,
    },
    order: {
      strong: `
        ma commande, notre commande, numéro de commande, bon de commande, confirmation de commande,
        passer [une] commande, suivi de commande, commande numéro`,
      weak: `commande*, commander, article*, quantité*, en stock, disponib*, référence`,
    },
    delivery: {
      strong: `
        (colis|livraison|paquet) .. (perdu|retard|endommagé|abîmé|manquant|reçu|arrivé),
        pas [encore] (reçu|arrivé|livré) .. (colis|commande|paquet), numéro de suivi, suivi [du|de] colis,
        délai* de livraison, date de livraison, adresse de livraison, où est (mon|ma)`,
      weak: `livraison*, livr*, expédi*, colis, transporteur*, envoi, douane*, entrepôt`,
    },
    returns: {
      strong: `
        retourner .. (article|produit|colis|commande), retour (produit|article|marchandise),
        échang* .. (article|produit|taille), bon de retour, étiquette de retour, produit (défectueux|cassé|endommagé),
        article (défectueux|cassé|endommagé), mauvais (article|produit), mauvaise taille, demande de remboursement,
        sous garantie`,
      weak: `retour*, échange*, remboursement*, rembours*, garantie*, défectueu*, cassé*, endommagé*, remplacement*`,
    },
    security: {
      strong: `
        hameçonnage, phishing, rançongiciel, ransomware, logiciel malveillant, virus, piraté*, pirat*,
        violation* (de|des) données, fuite de données, faille* de sécurité, incident de sécurité,
        (accès|connexion|activité*) (non autorisé*|suspect*|frauduleu*), compromis*, fraude*, cyber*, vulnérabilit*,
        intrusion*, mesures de sécurité`,
      weak: `
        sécurité, sécuris*, suspect*, chiffrement, pare feu, antivirus, protection des données, menace*,
        confidentialité`,
    },
    legal: {
      strong: `
        avocat*, tribunal*, action en justice, mise en demeure, poursuites, litige*, RGPD, service juridique,
        accord de confidentialité, conditions générales, propriété intellectuelle, huissier, clause*`,
      weak: `contrat*, juridique*, légal*, accord*, conformité, signature*, signer, avenant*`,
    },
    recruitment: {
      strong: `
        candidature*, lettre de motivation, curriculum vitae, mon CV, entretien d'embauche, offre d'emploi, poste de,
        poste vacant, stage*, recrut*, candidat*, postuler`,
      weak: `CV, poste, entretien, salaire*, emploi, carrière*, embauche*, ressources humaines`,
    },
    account: {
      strong: `
        mot de passe, réinitialis* .. (mot|compte), (impossible|pas) .. (connecter|identifier),
        compte (bloqué|suspendu|désactivé|verrouillé),
        (supprimer|créer|fermer|activer|modifier) (mon|notre|un|le) compte, code de vérification,
        double authentification, changement d'adresse, identifiant*`,
      weak: `compte, comptes, connexion*, connecter, profil*, accès, inscription*, authentification, utilisateur*`,
    },
    feedback: {
      strong: `
        suggestion*, retour d'expérience, votre avis, mon avis, bravo, félicitations pour, continuez ainsi,
        enquête de satisfaction, sondage*, je recommande, excellent travail, idée d'amélioration`,
      weak: `amélior*, avis, note, opinion*, suggér*, proposition*, idée*`,
    },
    newsletter: {
      strong: `
        newsletter*, lettre d'information, infolettre, se désabonner, vous désabonner, désinscri*,
        voir (ce|cet) .. (navigateur|ligne), vous recevez (ce|cet), communiqué de presse, webinaire*, dans ce numéro`,
      weak: `édition, événement*, inscrivez vous, en savoir plus, lire la suite, exclusi*, promotion*`,
    },
    spam: {
      strong: `
        vous avez gagné, loterie, réclamez votre, millions (d'euros|de dollars), viagra, casino, perte de poids,
        gagner de l'argent, cliquez ici, 100 % gratuit, héritage .. millions, offre limitée, argent facile`,
      weak: `gratuit*, gagn*, cadeau*, bonus, crédit*, bitcoin, garanti*, promo*`,
    },
    personal: {
      strong: `
        joyeux anniversaire, bon anniversaire, maman, papa, ma chérie, mon chéri, bisous, bises, je t'aime,
        tu me manques, comment vas tu, comment ça va, à ce soir, on se voit, gros bisous`,
      weak: `
        anniversaire, week end, vacances, enfants, famille, dîner, déjeuner, fête, mariage, amis, voyage, tu, toi`,
    },
    auto_reply: {
      strong: `
        réponse automatique, message automatique, absent* du bureau, je suis (absent*|en congé*|actuellement absent*),
        en congés jusqu*, ne pas répondre à ce (message|mail|courriel), ne répondez pas à ce,
        message .. non distribué, échec de la remise, nous avons bien reçu votre (message|demande|mail),
        votre ticket a été`,
      weak: `absence, mon retour, noreply`,
    },
    general: { weak: `information*, question*, demande*, réunion*, ci joint, rapport*, projet*, renseignement*` },
  },
  signals: {
    outage: `
      panne*, en panne, hors service, hors ligne,
      (service*|serveur*|système*|site|réseau|plateforme) .. (indisponible*|inaccessible*|interrompu*|arrêt|tombé*|
      coupé*|down),
      indisponib*, interruption*, coupure*, à l'arrêt, injoignable, inaccessible*, plus de (réseau|connexion|
      courant)`,
    everyone: `
      (tous|toutes|plusieurs|nombreux|nombreuses) .. (utilisateur*|client*|employé*|collaborateur*|service*|site*|
      bureau*|équipe*|magasin*|appareil*|patient*),
      tout le monde, personne ne peut, (toute|tout) (l'entreprise|l'équipe|le bureau|le service|la société|le réseau),
      toute l'(entreprise|équipe), généralisé*`,
    blocked: `
      (impossible|incapable*) (de|d'),
      (ne|n') (peux|peut|pouvons|peuvent|pouvait|arrive|arrivons|parviens|parvenons) (pas|plus|pas à|
      plus à) .. (accéder|travailler|connecter|ouvrir|utiliser|payer|envoyer|recevoir|imprimer),
      bloqué*, bloqu*, empêch*, plus accès, pas accès, aucun accès, paralys*`,
    fault: `
      erreur*, bug*, plante*, plantage*, panne*, problème*, dysfonctionnement*, défaillan*,
      ne (fonctionne*|marche*|démarre*|répond*|charge*|reçois|s'affiche) (pas|plus), échec*, échou*, défaut*,
      défectueu*, incorrect*, anomalie*, incohéren*, cassé*, difficulté*, incident*, manquant*, inattendu*,
      divergence*, écart*, surchauff*, corromp*`,
    degraded: `
      lent*, lenteur*, ralenti*, retard*, latence, intermittent*, instab*, performance* (faible*|médiocre*|dégradée*),
      dégrad*, coupures`,
    recurring: `
      encore une fois, à nouveau, de nouveau, répét*, récurrent*, persist*, toujours pas, continu* (à|de), fréquent*,
      à plusieurs reprises, depuis (des|plusieurs|quelques|hier|la|le), régulièrement, sans cesse, malgré`,
    cause: `
      cause*, raison*, dû à, due à, provient de, lié* à, probablement, peut être, soupçonn*, pourquoi,
      déjà (essayé|tenté|redémarré|vérifié), (ai|avons) (essayé|tenté|redémarré|vérifié), redémarr*, tentative*,
      après (la|une|le) (mise|mise à jour|redémarrage), enquêt*, investig*, suite à`,
    data_loss: `
      perte* de données, données .. (perdu*|supprimé*|effacé*|corrompu*),
      fichier* .. (perdu*|supprimé*|disparu*|effacé*), supprimé* par erreur`,
    security: `
      violation*, piraté*, pirat*, rançongiciel, ransomware, malware, logiciel* malveillant*, hameçonnage, phishing,
      virus, non autorisé*, intrusion*, cyber*, compromis*, fuite*, exposé*, volé*, vol de, fraud*, suspect*,
      vulnérabilit*, faille*, attaque*, menace*, usurpation`,
    sensitive: `
      données (médicales|personnelles|sensibles|confidentielles|clients|de santé|des patients), RGPD, confidentialité,
      conformité, dossiers médicaux, informations (sensibles|confidentielles|personnelles)`,
    critical: `
      critique*, grave*, sérieu*, urgence*, crise*, catastroph*, majeur*,
      important* (impact|perturbation*|retard*|perte*), crucial*, vital*, priorité (haute|absolue|maximale|élevée),
      haute priorité, alarmant*, dangereu*, considérable*`,
    business: `
      (affect*|impact*|perturb*|entrav*|interromp*|menac*|nui*|compromet*) .. (activité*|opération*|production*|
      productivité|revenu*|vente*|client*|travail|projet*|entreprise|réputation|patient*|confiance),
      perte* (de revenu*|de client*|de chiffre*|financière*), chiffre d'affaires, productivité,
      production (arrêtée|à l'arrêt), pénalité*, flux de travail`,
    overcharge: `
      (débité|facturé|prélevé|payé)* (deux fois|en double|à tort|en trop), double (prélèvement|paiement|facturation),
      erreur de facturation, montant (incorrect|erroné), facture (incorrecte|erronée), frais (inattendus|injustifiés),
      surfactur*`,
    legal: `
      avocat*, tribunal*, justice, mise en demeure, poursuites, plainte contre, huissier,
      protection des consommateurs, DGCCRF, rupture de contrat, porter plainte, action en justice`,
    safety: `
      bless*, incendie*, feu, fumée, électrocut*, fuite de gaz, explosion*, danger, accident*, hospitalis*,
      intoxication, évacu*, inondation*, sécurité des patients`,
    immediate: `
      urgent*, urgence, urgemment, immédiat*, immédiatement, tout de suite, sans (délai|attendre|tarder),
      dès que possible, au plus vite, au plus tôt, dans les plus brefs délais, le plus (vite|rapidement) possible,
      asap, aujourd'hui, ce soir, dans l'heure, dans les (24|48|deux|trois|prochaines) heures, plus attendre,
      le plus tôt possible`,
    soon: `
      rapid*, rapidement, vite, bientôt, prompt*, demain, cette semaine, important*, prioritaire*, essentiel*,
      dans les meilleurs délais, nécessaire*, pressant*`,
    deadline: `
      date limite, échéance*, avant (lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|la fin|le),
      d'ici (lundi|mardi|mercredi|jeudi|vendredi|demain|la fin), au plus tard, délai*, expire*,
      dernier (rappel|délai|jour|avis), en retard de paiement, jusqu'au`,
    unhurried: `
      pas urgent*, rien d'urgent, pas (pressé*|prioritaire*|critique*),
      quand vous (aurez|avez) (le temps|un moment|une minute), quand tu (auras|as) (le temps|un moment),
      à votre convenance, prenez votre temps, faible priorité, mineur*, petite question, simple question,
      juste une question, pour information, à titre d'information, pour info, si possible, par curiosité, un jour,
      aucune action, pas besoin de répondre`,
    escalation: `
      (deuxième|troisième|quatrième|2e|3e|seconde) (fois|relance|demande|rappel|message),
      toujours (pas|aucune|rien|en attente), sans (réponse|nouvelle*|retour|suite),
      aucune (réponse|nouvelle|solution), déjà (appelé|écrit|contacté|signalé|relancé), à plusieurs reprises,
      (parler|voir) .. responsable, ignoré*, j'attends (depuis|toujours), relance`,
    ask: `
      (pourriez|pouvez|pourrais|peux|voudriez) (vous|tu) [svp|s'il vous plaît], s'il vous plaît, s'il te plaît,
      merci de [bien vouloir], veuillez,
      (je|nous) (voudrais|souhaite|souhaitons|souhaiterais|aimerais|aimerions|demande|demandons|sollicite|cherche|
      cherchons|recherche|recherchons),
      (j'ai|avons|ai) besoin (de|d'|que), prière de, demande (de|d'), serais reconnaissant*, apprécier*,
      besoin d'(aide|assistance), aide*, assistance`,
    inquiry: `
      (information*|renseignement*|détail*|précision*) (sur|concernant|à propos|relati*|au sujet),
      (plus|davantage) (d'information*|de détail*|de renseignement*),
      informations (complémentaires|supplémentaires|détaillées), renseign*, documentation*, guide*, conseil*,
      recommandation*, instructions, intéressé*, devis, tarif*, disponib*, options, fonctionnalités, comment,
      savoir (si|plus|comment), en savoir plus, exemples, étapes`,
    change: `
      chang*, modifi*, modification*, ajust*, mettre à (jour|niveau), mise à niveau, migr*, implément*,
      mise en (place|œuvre), intégr*, déploy*, ajout*, nouvelle* fonctionnalité*, configur*, adapt*, étend*,
      extension*, remplac*, déplacer, révis*`,
    improvement: `
      amélior*, optimis*, renforc*, modernis*, stratégi*, marque*, marketing, croissance, campagne*, efficac*,
      efficien*, augment*`,
    question: `
      comment, quel*, quand (est|sera|puis), où (est|puis|sont), pourquoi, combien, est ce que, est il possible,
      y a t il, qui (est|peut), je me demand*, une question, question* sur, puis je, peut on, pouvons nous, avez vous,
      proposez vous`,
    inform: `
      pour information, à titre d'information, ci joint*, en pièce jointe, veuillez (noter|trouver),
      nous avons le plaisir de, (je|nous) (vous) (informe|informons|confirme|confirmons),
      (a|ont) été (approuvé*|confirmé*|expédié*|résolu*|mis à jour|reporté*), comme (convenu|discuté|demandé),
      compte rendu, rappel que`,
    thanks: `
      merci (beaucoup|pour votre (aide|réponse|rapidité|réactivité)|encore|infiniment), mille mercis,
      je vous remercie pour (votre|l'), problème (résolu|réglé),
      (fonctionne|marche) (maintenant|à nouveau|de nouveau|parfaitement), tout est (réglé|rentré|bon)`,
    positive: `
      excellent*, parfait*, super, génial*, formidable*, merveilleu*, fantastique*, satisfait*, ravi*, heureu*,
      content*, bravo, félicitations, impression*, agréable*, efficace*, aimable*, utile*, recommande, adore,
      magnifique*, rapide et`,
    negative: `
      déçu*, déception*, mécontent*, insatisf*, mauvais*, mal, pire, horrible*, terrible*, affreu*, frustr*, énerv*,
      agac*, malheureusement, regrett*, inquiét*, préoccup*, problème*, erreur*, panne*, cassé*, défectueu*, retard*,
      lent*, perdu*, manqu*, difficulté*, plainte*, gên*, perturb*, inutil*, dommage*, triste`,
    angry: `
      inacceptable*, inadmissible*, scandaleu*, honteu*, furieu*, colère, ridicule*, arnaque*, escroc*, ras le bol,
      marre, plus jamais, incompéten*, lamentable*, exige, exigeons, voleurs, menteurs, foutez`,
  },
  forms: {
    greeting: `
      bonjour, bonsoir, cher, chère, chers, chères, madame, monsieur, messieurs, mesdames, salut, coucou,
      à qui de droit, à l'attention`,
    closing: `
      cordialement, bien cordialement, très cordialement, sincèrement, bien à vous, bien à toi, salutations,
      meilleures salutations, sincères salutations, respectueusement, amicalement, bonne journée, bonne soirée, merci,
      merci d'avance, merci beaucoup, à bientôt, bises, bisous, je vous prie d'agréer, veuillez agréer,
      veuillez recevoir, dans l'attente`,
    pleasantry: `
      j'espère que .. (bien|allez|va|message),
      merci (d'avance|par avance|de votre (aide|attention|compréhension|patience)|pour votre (aide|temps|attention|
      compréhension|patience|message|assistance)),
      je vous remercie (d'avance|par avance|de votre|pour votre), dans l'attente de, n'hésitez pas à,
      je reste à votre disposition, restons à votre disposition, je m'appelle, bonne (journée|année|semaine),
      comment allez vous, avec (mes|nos) remerciements, veuillez agréer`,
    lead: `
      je vous (écris|contacte) [pour|afin de|car|au sujet de|concernant],
      je me permets de [vous] (écrire|contacter) [pour|afin de],
      je (souhaite|voudrais|tiens à) vous (informer|signaler|faire part) [que|de],
      nous (souhaitons|voudrions|tenons à) vous (informer|signaler) [que|de], veuillez noter [que],
      comme (convenu|discuté|vous le savez), je (pense|crois|sais|suppose) que, malheureusement, par ailleurs,
      en outre, de plus, donc, et, mais, pour information, (pourriez|pouvez) vous [svp], veuillez [bien],
      merci de [bien vouloir], vous trouverez (ci joint|en pièce jointe), il y a,
      nous avons le plaisir de vous (informer|annoncer) [que|de]`,
    directive: `
      veuillez, merci de, (pourriez|pouvez|pourrais|peux|voudriez) (vous|tu), prière de, s'il vous plaît,
      s'il te plaît, vous (devez|devrez|devriez), il faut, (doit|doivent) être,
      (envoyez|appelez|confirmez|vérifiez|contactez|transmettez|répondez|signez|faites|donnez), n'oubliez pas,
      je vous demande de, nous vous prions de`,
    before_date: `
      avant, avant le, d'ici, d'ici le, jusqu'au, jusqu'à, au plus tard, au plus tard le, date limite, échéance,
      expire, expire le, pour le, dernier délai, limite`,
    disclaimer: `
      (ce|cet) (message|courriel|mail|email|courrier) .. (confidentiel*|destiné*|contient), confidentiel* et,
      pas le destinataire, destinataire (prévu|visé), pensez à l'environnement`,
    footer: `
      se désabonner, envoyé de mon, envoyé depuis, tous droits réservés, message d'origine, message transféré,
      message original`,
  },
};
