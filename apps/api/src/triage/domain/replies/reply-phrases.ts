/** Sentences of a reply in one language. `{…}` is filled from facts of the mail, `[…]` is left for a person. */
export interface ReplyPhrases {
  readonly greeting: string;
  readonly greetingUnnamed: string;
  readonly thanks: string;
  readonly sorry: string;
  readonly reference: string;
  readonly amount: string;
  readonly urgent: string;
  readonly deadline: string;
  readonly steps: {
    readonly fault: string;
    readonly cancellation: string;
    readonly money: string;
    readonly goods: string;
    readonly offer: string;
    readonly application: string;
    readonly access: string;
    readonly careful: string;
    readonly question: string;
    readonly other: string;
  };
  readonly closing: string;
}

/** By ISO 639-1 language; English stands in where a language has none. */
export const REPLY_PHRASES: Readonly<Record<string, ReplyPhrases>> = {
  en: {
    greeting: 'Dear {name},',
    greetingUnnamed: 'Hello,',
    thanks: 'Thank you for your message.',
    sorry: 'We are sorry for the trouble this has caused you.',
    reference: 'It concerns {value}.',
    amount: 'You mention the amount of {value}.',
    urgent: 'We understand that this is urgent and are treating it accordingly.',
    deadline: 'We have noted your deadline: “{value}”.',
    steps: {
      fault: 'We are looking into the fault. [What was found, what happens next and when]',
      cancellation: 'We have received your wish to cancel. [Confirmation, and the date from which it holds]',
      money: 'We are checking the payment. [Result of the check, and correction if any]',
      goods: 'We are checking where things stand. [State of the order or shipment, and what happens next]',
      offer: 'We are glad of your interest. [Offer, or a proposal for a conversation]',
      application: 'We have received your application. [Next step of the selection, and its date]',
      access: 'We are checking your access. [Result, and what you need to do]',
      careful:
        'We take this seriously and have passed it on for review. [Who is in charge, and by when you will hear from them]',
      question: 'To your question: [answer]',
      other: '[Answer to the request, and the next step]',
    },
    closing: 'Kind regards\n[Name]',
  },
  de: {
    greeting: 'Guten Tag {name},',
    greetingUnnamed: 'Guten Tag,',
    thanks: 'vielen Dank für Ihre Nachricht.',
    sorry: 'Es tut uns leid, dass Sie dadurch Unannehmlichkeiten haben.',
    reference: 'Es geht um {value}.',
    amount: 'Sie nennen den Betrag {value}.',
    urgent: 'Wir verstehen, dass es eilt, und behandeln es entsprechend.',
    deadline: 'Ihre Frist haben wir vermerkt: „{value}“.',
    steps: {
      fault: 'Wir gehen der Störung nach. [Was gefunden wurde, was als Nächstes geschieht und wann]',
      cancellation: 'Ihre Kündigung ist bei uns eingegangen. [Bestätigung und das Datum, ab dem sie gilt]',
      money: 'Wir prüfen die Zahlung. [Ergebnis der Prüfung und gegebenenfalls Korrektur]',
      goods: 'Wir prüfen den Stand. [Stand der Bestellung oder Sendung und nächster Schritt]',
      offer: 'Wir freuen uns über Ihr Interesse. [Angebot oder Vorschlag für ein Gespräch]',
      application: 'Ihre Bewerbung ist bei uns eingegangen. [Nächster Schritt der Auswahl und Termin]',
      access: 'Wir prüfen Ihren Zugang. [Ergebnis und was Sie tun müssen]',
      careful:
        'Wir nehmen das ernst und haben es zur Prüfung weitergegeben. [Wer zuständig ist und bis wann Sie hören]',
      question: 'Zu Ihrer Frage: [Antwort]',
      other: '[Antwort auf das Anliegen und nächster Schritt]',
    },
    closing: 'Mit freundlichen Grüßen\n[Name]',
  },
  fr: {
    greeting: 'Bonjour {name},',
    greetingUnnamed: 'Bonjour,',
    thanks: 'nous vous remercions de votre message.',
    sorry: 'Nous sommes désolés de la gêne occasionnée.',
    reference: 'Il concerne {value}.',
    amount: 'Vous mentionnez le montant de {value}.',
    urgent: 'Nous comprenons que c’est urgent et le traitons comme tel.',
    deadline: 'Nous avons noté votre échéance : « {value} ».',
    steps: {
      fault: 'Nous examinons la panne. [Ce qui a été constaté, la suite et le délai]',
      cancellation: 'Votre demande de résiliation nous est parvenue. [Confirmation et date d’effet]',
      money: 'Nous vérifions le paiement. [Résultat et correction éventuelle]',
      goods: 'Nous vérifions où en sont les choses. [État de la commande ou de l’envoi et suite]',
      offer: 'Nous vous remercions de votre intérêt. [Offre ou proposition d’entretien]',
      application: 'Votre candidature nous est parvenue. [Prochaine étape et date]',
      access: 'Nous vérifions votre accès. [Résultat et ce que vous devez faire]',
      careful: 'Nous prenons cela au sérieux et l’avons transmis pour examen. [Qui s’en charge et dans quel délai]',
      question: 'À votre question : [réponse]',
      other: '[Réponse à la demande et prochaine étape]',
    },
    closing: 'Cordialement\n[Nom]',
  },
  es: {
    greeting: 'Hola, {name}:',
    greetingUnnamed: 'Hola:',
    thanks: 'Gracias por su mensaje.',
    sorry: 'Lamentamos las molestias ocasionadas.',
    reference: 'Se trata de {value}.',
    amount: 'Usted menciona el importe de {value}.',
    urgent: 'Entendemos que es urgente y lo tratamos como tal.',
    deadline: 'Hemos anotado su plazo: «{value}».',
    steps: {
      fault: 'Estamos examinando la avería. [Qué se ha encontrado, qué sigue y cuándo]',
      cancellation: 'Hemos recibido su solicitud de baja. [Confirmación y fecha de efecto]',
      money: 'Estamos comprobando el pago. [Resultado y corrección, si la hay]',
      goods: 'Estamos comprobando el estado. [Estado del pedido o del envío y siguiente paso]',
      offer: 'Nos alegra su interés. [Oferta o propuesta de conversación]',
      application: 'Hemos recibido su candidatura. [Siguiente paso de la selección y fecha]',
      access: 'Estamos comprobando su acceso. [Resultado y qué debe hacer]',
      careful: 'Lo tomamos en serio y lo hemos pasado a revisión. [Quién se ocupa y hasta cuándo]',
      question: 'En cuanto a su pregunta: [respuesta]',
      other: '[Respuesta a la petición y siguiente paso]',
    },
    closing: 'Un saludo\n[Nombre]',
  },
  it: {
    greeting: 'Buongiorno {name},',
    greetingUnnamed: 'Buongiorno,',
    thanks: 'grazie per il suo messaggio.',
    sorry: 'Siamo spiacenti per il disagio.',
    reference: 'Riguarda {value}.',
    amount: 'Lei indica l’importo di {value}.',
    urgent: 'Comprendiamo che è urgente e lo trattiamo come tale.',
    deadline: 'Abbiamo annotato la sua scadenza: «{value}».',
    steps: {
      fault: 'Stiamo esaminando il guasto. [Che cosa è emerso, come si procede e quando]',
      cancellation: 'Abbiamo ricevuto la sua disdetta. [Conferma e data di decorrenza]',
      money: 'Stiamo verificando il pagamento. [Esito ed eventuale correzione]',
      goods: 'Stiamo verificando la situazione. [Stato dell’ordine o della spedizione e passo seguente]',
      offer: 'La ringraziamo per l’interesse. [Offerta o proposta di colloquio]',
      application: 'Abbiamo ricevuto la sua candidatura. [Passo seguente della selezione e data]',
      access: 'Stiamo verificando il suo accesso. [Esito e che cosa deve fare]',
      careful: 'Prendiamo la cosa sul serio e l’abbiamo inoltrata per una verifica. [Chi se ne occupa ed entro quando]',
      question: 'Alla sua domanda: [risposta]',
      other: '[Risposta alla richiesta e passo seguente]',
    },
    closing: 'Cordiali saluti\n[Nome]',
  },
  pt: {
    greeting: 'Olá, {name},',
    greetingUnnamed: 'Olá,',
    thanks: 'obrigado pela sua mensagem.',
    sorry: 'Lamentamos o transtorno causado.',
    reference: 'Trata-se de {value}.',
    amount: 'Menciona o valor de {value}.',
    urgent: 'Entendemos que é urgente e estamos a tratar o assunto como tal.',
    deadline: 'Anotámos o seu prazo: «{value}».',
    steps: {
      fault: 'Estamos a analisar a falha. [O que foi encontrado, o que se segue e quando]',
      cancellation: 'Recebemos o seu pedido de cancelamento. [Confirmação e data de efeito]',
      money: 'Estamos a verificar o pagamento. [Resultado e correção, se houver]',
      goods: 'Estamos a verificar a situação. [Estado da encomenda ou do envio e próximo passo]',
      offer: 'Agradecemos o seu interesse. [Proposta ou sugestão de conversa]',
      application: 'Recebemos a sua candidatura. [Próximo passo da seleção e data]',
      access: 'Estamos a verificar o seu acesso. [Resultado e o que precisa de fazer]',
      careful: 'Levamos o assunto a sério e encaminhámo-lo para análise. [Quem é responsável e até quando]',
      question: 'Quanto à sua pergunta: [resposta]',
      other: '[Resposta ao pedido e próximo passo]',
    },
    closing: 'Com os melhores cumprimentos\n[Nome]',
  },
  nl: {
    greeting: 'Beste {name},',
    greetingUnnamed: 'Goedendag,',
    thanks: 'bedankt voor uw bericht.',
    sorry: 'Het spijt ons dat u hier last van hebt.',
    reference: 'Het gaat om {value}.',
    amount: 'U noemt het bedrag van {value}.',
    urgent: 'Wij begrijpen dat het dringend is en behandelen het ook zo.',
    deadline: 'Wij hebben uw termijn genoteerd: “{value}”.',
    steps: {
      fault: 'Wij onderzoeken de storing. [Wat er is gevonden, wat er volgt en wanneer]',
      cancellation: 'Wij hebben uw opzegging ontvangen. [Bevestiging en ingangsdatum]',
      money: 'Wij controleren de betaling. [Uitkomst en eventuele correctie]',
      goods: 'Wij gaan na wat de stand is. [Stand van de bestelling of zending en volgende stap]',
      offer: 'Wij zijn blij met uw interesse. [Aanbod of voorstel voor een gesprek]',
      application: 'Wij hebben uw sollicitatie ontvangen. [Volgende stap en datum]',
      access: 'Wij controleren uw toegang. [Uitkomst en wat u moet doen]',
      careful: 'Wij nemen dit serieus en hebben het doorgegeven voor onderzoek. [Wie het behandelt en tot wanneer]',
      question: 'Op uw vraag: [antwoord]',
      other: '[Antwoord op het verzoek en volgende stap]',
    },
    closing: 'Met vriendelijke groet\n[Naam]',
  },
};
