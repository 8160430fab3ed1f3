import { ENDING_SENTENCES } from './letter-sentences.js';
import { layout, text, title, type TypeCues } from './cue-model.js';

/** A letter, or a form in its place, by which somebody ends a contract. */
export const TERMINATION: TypeCues = {
  type: 'termination',
  kindOf: 'letter',
  names: ['termination', 'cancellation', 'kundigung', 'resiliation', 'disdetta', 'resignation', 'opzegging'],
  cues: [
    layout('not every letter ends a contract', -3.4, () => 1),
    title(
      'the title of a termination',
      4.2,
      'notice of termination | termination notice | termination letter | letter of termination | contract termination',
      'termination of contract | termination of agreement | termination of my contract | termination of our contract',
      'notice of cancellation | cancellation notice | cancellation letter | cancellation request | cancellation form',
      'cancellation of contract | cancellation of my contract | contract cancellation | cancellation of my subscription',
      'cancellation of subscription | cancellation of membership | cancellation of my membership | notice to terminate',
      'notice to quit | notice of non renewal | non renewal notice | letter of resignation | resignation letter',
      'notice of resignation | opzegging | opzegging contract | opzegging abonnement | opzegging lidmaatschap',
      'beeindiging overeenkomst | opzegbrief | ontslagbrief',
    ),
    text('a sentence that ends a contract', 3.4, ...ENDING_SENTENCES),
    text(
      'from when, and that it be confirmed',
      1.2,
      'with effect from | effective as of | at the earliest possible date | next possible date | end of the notice period',
      'please confirm receipt | confirm the cancellation | confirm the termination | confirm in writing | last working day',
      'schriftliche bestatigung | bestatigen sie mir | bestatigen sie uns | nachstmoglichen zeitpunkt | fristgerecht',
      'prendra effet | a compter du | accuse de reception | confirmer par ecrit | con efectos desde | con efecto a partir',
      'confirmacion por escrito | con decorrenza | a decorrere dal | conferma scritta | com efeitos a partir',
      'confirmacao por escrito | met ingang van | schriftelijke bevestiging',
    ),
    text(
      'a clause about termination',
      -2.4,
      'by and between | hereinafter | whereas | in witness whereof | either party may terminate | governing law',
      'vertragsparteien | salvatorische klausel | gerichtsstand | entre les soussignes | premesso che',
    ),
    text(
      'an answer to a termination',
      -3,
      'confirm your cancellation | confirm your termination | received your cancellation | received your termination',
      'sorry to see you go | kundigungsbestatigung | bestatigen ihre kundigung | bestatigen wir ihre kundigung',
      'ihre kundigung haben wir erhalten | confirmons la resiliation | accusons reception de votre demande',
      'confirmamos su baja | confirmamos la baja | confermiamo la disdetta | confirmamos o cancelamento',
      'bevestigen wij uw opzegging',
    ),
  ],
};
