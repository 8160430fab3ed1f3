const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/**
 * The most frequent short words of languages beyond those with a stop list, enough to tell them from their neighbours.
 * Lower case, ISO 639-1.
 */
export const FUNCTION_WORDS: Readonly<Record<string, readonly string[]>> = {
  be: list('і не на што гэта як яго з у для ён яна быў пра таксама але'),
  bg: list('и на да се за от че не са във със като до по този тази което които ще съм беше или но'),
  ca: list(`els amb per dels aquest aquesta són està seva seu seves seus però més també molt molta fins quan perquè
    i del al una un que es ha han van vaig aquests aquestes on ser fer va tot tots hi nosaltres ells jo sense sobre entre`),
  cs: list(
    'a se v na je že s z do o ve to jako za by po jsou pro jeho který která které ale jsem bylo byl být nebo když však také jen už',
  ),
  da: list(`og i at det er en til af på for med der den de ikke som et har var fra han kan vil blev efter jeg også være
    have hvad meget nogle noget mere over skal siger eller sig sin hun men om så ud op kun hvor mig dig os`),
  et: list('ja on ei et see oli ka kui ning või aga tema mis ta oma selle'),
  eu: list('eta da ez du bat dute ere izan dira zen baina hau bere'),
  fi: list('ja on ei että se hän oli mutta myös kun niin ovat tai jo joka mitä minä sinä hänen ole vain sen'),
  hr: list('i je se na da su za od nije bi što koji koja koje kao ali ili bio samo'),
  hu: list('a az és hogy nem is egy volt meg de ez csak már van azt ki mint el még'),
  hi: list('और का की के है में से को ने यह हैं पर भी नहीं था थी कि एक हो गया कर लिए साथ इस वह'),
  is: list('og að er í á sem það til en við um ekki hann var með fyrir'),
  lt: list('ir yra kad tai su iš buvo į ne kaip bet jis'),
  lv: list('un ir ka no ar uz bija par nav kas bet viņš'),
  mr: list('आणि आहे आहेत होते होता या नाही तर हे ते ही की मध्ये केली केला'),
  nb: list(`og i å det er en til av på for med som den de ikke et har var fra han kan vil ble etter jeg også være ha hva
    mye noen noe mer over skal sier eller seg sin hun men om så ut opp bare hvor meg deg oss enn nå hadde både`),
  pl: list(
    'w i na z nie do to że się o jest jak po od za przez co dla ale był była było są tym który które oraz tak czy już może',
  ),
  ro: list(`și şi în la de că nu cu o un pe este care din pentru sunt mai a al ai ale au fost să se lui dar sau după prin ce
    când acest această`),
  ru: list('и в не на что с по как это за но из он она они его к для был была было от или бы так же вы все мы еще уже'),
  sk: list(
    'a sa v na je že s z do o vo to ako za by po sú pre jeho ktorý ktorá ktoré ale som bolo bol byť alebo keď však tiež len už',
  ),
  sl: list('in je se na da so za ni bi ki kot ali bil tudi pa v z ter'),
  sr: list('и је се на да су за од није би што који која као али или био само у'),
  sq: list('dhe të në për që me nga një është nuk ka por'),
  sv: list(`och i att det är en till av på för med som den de inte ett har var från han kan vill blev efter jag också vara
    ha vad mycket några något mer över ska säger eller sig sin hon men om så ut upp bara där mig dig oss än nu hade`),
  tr: list('ve bir bu da de için ile olarak çok daha gibi olan var ama ne kadar sonra o en değil mi mı ki'),
  uk: list(
    'і в не на що з та як це за але із він вона вони його до для був була було від або б так же ви всі ми ще вже є у й',
  ),
};
