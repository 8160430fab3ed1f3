import type { LetterProfile } from './letter-profiles.js';

/** The characters that make up most of a text, the commonest first. */
const SIMPLIFIED =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运';
const TRADITIONAL =
  '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運台灣';
const JAPANESE =
  '日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨会同事自社発者地業方場員立開手力問代明動京目通言理体田主題意不作用度強公持野以思家世多正安院心界教文元重近考画海売知集別物使品計死特私始朝運終台広住無真有口少町料工建空急止送切転研足究楽起着店病質待試族早映親験医仕去味写字答夜音注帰歌買悪図室歩風紙黒花春赤青館屋色走夏習駅洋旅服借飲肉飯昼茶弟牛魚犬漢当部政府性的成経現関係決定法全対数実保表戦市内相制化株式会議調査新聞結果最必要可能情報機械';
const HIRAGANA =
  'のいてしながとまにでするはれをたからうもりくさこっそんあきだよどわけみつせおやえめろちばげねほへふぞじべびゃょゅぎぶゆずござぐむひぬぜぱづぷぽ';
const KATAKANA =
  'ンスーイルトラリックアシジドレロタフマムコメテャカサキィデュィビパプバナグミニチハォエウオェゴョホボモベポダゼケソユセワネツヤブピギガズノヒ';
const HANGUL =
  '이다는에의가을하고은지를도로기한사대서리나어자인해시아정제일그들수있라으부전과상주만여보원장비스구유조경동러했게습니까요면것않등와연세공선문년신성국안계중업용물관방적분법무발내진소간체최회드때안생습통위결실표마오당미거두재건교개모질행음양화심없또할된되며치속더게각같우';
/** Punctuation of these scripts, as they have it in common. */
const PUNCTUATION = '、。，「」：！？（）・“”；《》『』';

/** Shares of a text; what they leave is for all other characters together. */
type Part = readonly [characters: string, share: number];

/** Shares within a part fall with the rank, as they do in texts (Zipf). */
function profileOf(parts: readonly Part[]): LetterProfile {
  const profile = new Map<string, number>();
  for (const [characters, share] of parts) {
    const weights = [...new Set(characters)].map((character, rank) => [character, 1 / (rank + 15)] as const);
    const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [character, weight] of weights)
      if (!profile.has(character)) profile.set(character, Math.log((share * weight) / total));
  }
  return profile;
}

/** WHATWG labels of encodings in which a character takes two bytes or more, and what their texts look like. */
export const EAST_ASIAN: ReadonlyMap<string, LetterProfile> = (() => {
  const japanese = profileOf([
    [HIRAGANA, 0.5],
    [KATAKANA, 0.12],
    [JAPANESE, 0.2],
    [PUNCTUATION, 0.08],
  ]);
  const chinese = (characters: string): LetterProfile =>
    profileOf([
      [characters, 0.65],
      [PUNCTUATION, 0.1],
    ]);
  return new Map([
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['gb18030', chinese(SIMPLIFIED)],
    ['big5', chinese(TRADITIONAL)],
    ['euc-kr', profileOf([[HANGUL, 0.8]])],
  ]);
})();
