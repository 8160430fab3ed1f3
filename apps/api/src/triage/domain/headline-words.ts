const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/**
 * Words that a headline does without, by language: articles, forms of be and have, subject and possessive pronouns,
 * pointing words. Never a negation, a modal or a preposition: without those it would say something else.
 */
export const HEADLINE_DROPPED: Readonly<Record<string, ReadonlySet<string>>> = {
  en: list(`the a an am is are was were be been being has have had will would that this these those i we you he she it they
    my our your his her its their me us them there as so just also please very some any`),
  de: list(`der die das den dem des ein eine einen einem einer eines ist sind war waren wird werden wurde wurden hat haben
    hatte hatten bin ich wir sie ihr ihnen es er mein meine meinem meinen meiner unser unsere unseren unserem unserer ihre
    ihren ihrem ihrer dass dies diese dieser dieses diesen auch bitte sehr so derzeit`),
  fr: list(
    `je j nous vous il elle ils elles est sont était étaient mon ma mes notre nos votre vos aussi très également`,
  ),
  es: list(`yo nosotros usted ustedes es son está están era eran mi mis nuestro nuestra nuestros nuestras su sus también
    muy`),
  it: list(`io noi voi lei è sono era erano mio mia miei nostro nostra nostri vostro vostra anche molto`),
  pt: list(`eu nós você vocês é são está estão era eram meu minha nosso nossa nossos nossas seu sua também muito`),
  nl: list(`de het een is zijn was waren wordt worden werd werden heeft hebben had heb ik wij we u je jullie hij ze mijn
    onze ons uw dat dit deze die ook erg`),
};

/** Words that begin what stands before the main clause and only says when, why or by whom; none that makes a condition. */
export const HEADLINE_OPENERS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: list(`as after following since while although because due given in with on per based effective further pursuant`),
  de: list(`wie`),
  fr: list(`après comme depuis suite conformément selon étant puisque`),
  es: list(`tras después como desde debido según dado`),
  it: list(`dopo come dal seguito secondo dato poiché`),
  pt: list(`após depois como conforme desde devido dado segundo`),
  nl: list(`zoals`),
};
