/** Words with which somebody ends a contract of his own; contracts say of both parties what they may do. */
export const ENDING_SENTENCES = [
  'i hereby terminate | we hereby terminate | i hereby cancel | we hereby cancel | hereby give notice of termination',
  'hereby give you notice of termination | hereby give notice to terminate | hereby give you notice to terminate',
  'am writing to cancel | are writing to cancel | am writing to terminate | are writing to terminate',
  'wish to cancel my | wish to cancel our | wish to terminate my | wish to terminate our | would like to cancel my',
  'would like to terminate our | please cancel my contract | please cancel my subscription | please cancel our contract',
  'please cancel my membership | please accept this letter as notice | please accept this letter as formal notice',
  'hereby tender my resignation | hereby resign from | will not be renewing | do not wish to renew',
  'kundige ich hiermit | kundigen wir hiermit | hiermit kundige ich | hiermit kundigen wir | kundige ich meinen',
  'kundige ich den | kundigen wir den | ich kundige | wir kundigen | widerrufe ich den vertrag',
  'je souhaite resilier | nous souhaitons resilier | je vous informe de ma decision de resilier | je resilie',
  'nous resilions | proceder a la resiliation | demande la resiliation | vous demande de bien vouloir resilier',
  'notifie la resiliation | decision de mettre fin | souhaite mettre fin a mon contrat | ma demission',
  'solicito la baja | solicito la cancelacion | deseo dar de baja | deseamos dar de baja | comunico mi decision de resolver',
  'resolver el contrato | rescindir el contrato | dar por terminado el contrato | procedan a dar de baja | no renovar el contrato',
  'comunico la disdetta | comunichiamo la disdetta | intendo disdire | intendo recedere | intendiamo recedere',
  'con la presente disdico | recedere dal contratto | disdire il contratto | volonta di recedere | rassegno le mie dimissioni',
  'venho por este meio denunciar | pretendo rescindir | pretendemos rescindir | solicito o cancelamento | denunciar o contrato',
  'rescindir o contrato | cessacao do contrato | venho solicitar a rescisao | apresento a minha demissao',
  'zeg ik hierbij | zeggen wij hierbij | hierbij zeg ik | hierbij zeggen wij | wil ik mijn abonnement opzeggen',
  'wil ik het contract opzeggen | hierbij beeindig ik',
] as const;

/** Words with which a customer complains. */
export const COMPLAINING_SENTENCES = [
  'i am writing to complain | we are writing to complain | wish to complain | want to complain | would like to complain',
  'make a complaint | make a formal complaint | lodge a complaint | lodge a formal complaint | raise a formal complaint',
  'nature of the complaint | nature of complaint | details of the complaint | details of complaint | your complaint about',
  'mochte ich mich beschweren | mochten wir uns beschweren | beschwere ich mich | reklamiere ich | reklamieren wir',
  'folgende mangel | grund der beschwerde | grund der reklamation | je souhaite porter reclamation',
  'je vous fais part de mon mecontentement | objet de la reclamation | motif de la reclamation | exprimer mon mecontentement',
  'deseo presentar una reclamacion | deseo presentar una queja | presento esta reclamacion | hechos reclamados',
  'motivo de la reclamacion | motivo de la queja | intendo presentare un reclamo | presento reclamo | presentare reclamo',
  'motivo del reclamo | oggetto del reclamo | venho apresentar uma reclamacao | venho por este meio reclamar',
  'motivo da reclamacao | wil ik een klacht indienen | dien ik een klacht in | aard van de klacht',
] as const;
