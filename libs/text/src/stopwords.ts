const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Function words by ISO 639-1 language, lower case with their accents. */
export const STOPWORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: list(`
    a about above after again against all am an and any are as at be because been before being below between both but by
    can could did do does doing down during each few for from further had has have having he her here hers herself him
    himself his how i if in into is it its itself just me more most my myself no nor not now of off on once only or other
    our ours ourselves out over own same shall she should so some such than that the their theirs them themselves then
    there these they this those through to too under until up very was we were what when where which while who whom why
    will with would you your yours yourself yourselves`),
  de: list(`
    aber alle allem allen aller alles als also am an andere anderen anderer auch auf aus bei bin bis bist da damit dann
    das dass dasselbe dazu dein deine dem den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort
    du durch ein eine einem einen einer eines einige er es etwas euch euer eure für gegen gewesen hab habe haben hat hatte
    hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist jede jedem jeden jeder jedes
    jene jetzt kann kein keine keinem keinen keiner können könnte machen man manche mein meine meinem meinen meiner mich
    mir mit muss musste nach nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner sich sie sind so
    solche soll sollte sondern sonst über um und uns unser unsere unter viel vom von vor während war waren warst was weg
    weil weiter welche welcher wenn werde werden wie wieder will wir wird wirst wo wollen wollte würde würden zu zum zur
    zwar zwischen`),
  fr: list(`
    à ai ainsi alors as au aucun aussi autre aux avaient avais avait avec avez avoir avons ayant c ce ceci cela ces cet
    cette ceux chaque ci comme comment d dans de des donc dont du elle elles en encore entre es est et étaient étais était
    étant été être eu eux fait faire fois font il ils j je l la là le les leur leurs lui m ma mais me même mes moi moins
    mon n ne ni nos notre nous on ont ou où par parce pas peu peut plus pour pourquoi qu quand que quel quelle quelles
    quels qui s sa sans se sera serait ses si sien son sont sous soyez suis sur t ta te tes toi ton tous tout toute toutes
    très tu un une vers vos votre vous y`),
  es: list(`
    a al algo algunas algunos ante antes aquel aquella como con contra cual cuando de del desde donde durante e el él ella
    ellas ellos en entre era eran eres es esa esas ese eso esos esta está estaba están estar estas este esto estos fue
    fueron fui ha había habían han has hasta hay he la las le les lo los más me mi mis mucho muchos muy nada ni no nos
    nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque que qué quien quienes se sea ser si sí
    sido sin sobre son su sus también tanto te tenía tiene tienen todo todos tu tus un una uno unos usted ustedes y ya yo`),
  it: list(`
    a abbiamo ad agli ai al alla alle allo anche avere aveva avevano c che chi ci come con contro cui da dagli dai dal
    dalla dalle degli dei del dell della delle dello di dove e è ed era erano essere fa fu gli ha hai hanno ho i il in io
    l la le lei li lo loro lui ma me mi mia mie miei mio ne negli nei nel nella nelle nello noi non nostra nostro o ogni
    per perché però più po quale quando quanto quella quelle quello questa queste questi questo se sei si sia siamo siete
    sono sta stato su sua sue sugli sui sul sulla sulle suo suoi ti tra tu tua tuo tutti tutto un una uno vi voi vostra
    vostro`),
  pt: list(`
    a à ao aos aquela aquele aqueles aquilo as às até com como da das de dela dele deles depois do dos e é ela elas ele
    eles em entre era eram essa esse esta está estão estar estas estava este estes eu foi foram há isso isto já la lhe
    lhes lo mais mas me mesmo meu meus minha minhas muito na não nas nem no nos nós nossa nosso num numa o os ou para
    pela pelas pelo pelos por porque qual quando que quem são se seja sem ser será seu seus só sobre sua suas também te
    tem têm tenho ter teu tinha tua tudo um uma umas uns você vocês vos`),
  nl: list(`
    aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus een en er ge geen geweest
    haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je kan kon kunnen maar me meer men met mij
    mijn moet na naar niet niets nog nu of om omdat onder ons ook op over reeds te tegen toch toen tot u uit uw van veel
    voor want waren was wat we wel werd wezen wie wij wil worden wordt zal ze zei zelf zich zij zijn zo zonder zou`),
};

export const isStopword = (word: string, language: string): boolean =>
  Object.hasOwn(STOPWORDS, language) && (STOPWORDS[language]?.has(word) ?? false);
