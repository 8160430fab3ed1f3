// Mails that orders are put into, where no other data is there: seven matters in six languages.
const MAILS = [
  [
    'Invoice charged twice',
    'Hello,\n\nyou have charged invoice no. 48213 twice. Please refund the duplicate payment of 120.50 EUR to my card by 27 November 2026. I have attached the statement.\n\nKim Novak',
  ],
  [
    'Checkout is down',
    'Hi,\n\nour checkout has been down since this morning and nobody can pay. Customers get error 502 on every order. This is critical for us, please fix it immediately.\n\nRegards\nSam Okafor',
  ],
  [
    'Kündigung',
    'Guten Tag,\n\nhiermit kündige ich meinen Vertrag Nr. 77120 fristgerecht zum 31. Dezember 2026. Bitte bestätigen Sie mir die Kündigung schriftlich.\n\nMit freundlichen Grüßen\nJana Berg',
  ],
  [
    'Commande non livrée',
    'Bonjour,\n\nma commande n° 55120 devait arriver lundi et je n’ai rien reçu. Pouvez-vous me dire où se trouve le colis ? Merci de répondre avant vendredi.\n\nClaire Petit',
  ],
  [
    'No puedo entrar en mi cuenta',
    'Hola:\n\nno puedo entrar en mi cuenta desde ayer, la contraseña no funciona. ¿Pueden restablecer el acceso, por favor?\n\nLuis Ortega',
  ],
  [
    'Reclamo',
    'Buongiorno,\n\nsono molto delusa dal vostro servizio: la lampada è arrivata rotta e nessuno risponde. Vorrei un rimborso di 45,90 EUR.\n\nGiulia Riva',
  ],
  [
    'Pedido de orçamento',
    'Bom dia,\n\ngostaríamos de receber um orçamento para 40 licenças e saber o prazo de entrega.\n\nRui Costa',
  ],
  [
    'Garden',
    'The roses of Ms Novak came late this year, and the beans early. Could you look at the arch by the gate when you are there?',
  ],
];

export const ownMails = () => MAILS.map(([subject, text]) => ({ subject, text }));
