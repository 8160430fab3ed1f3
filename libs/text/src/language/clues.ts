/**
 * Groups of letters that are typical of one language among its neighbours, as regular expressions over one lower-case
 * word. They follow from spelling and word formation (`-ung`, `-ción`, `lh`), not from counts over a corpus.
 */
const CLUES: Readonly<Record<string, string>> = {
  ca: `ny(?=$|[aeiou]) l·l ció$ cions$ t[gj]es?$ [aeiou]ix tat$ ment$ ts$ ues$ itat ència ança$ eix uï|aï ns$ quest`,
  cs: `ř ů ě ou$ ých$ ého$ ovat$ ní$ ství ch$ ím$ ové$ nost`,
  da: `tion hed(?:en|er|s)?$ æ ede$ øj ej nd ld (?<=[aeiouyøå])[dgb](?=e|$) ig(?:e|t)?$ ^ud sel af hv gt lige?$
    erne$ ende`,
  de: `sch ung(?:en|s)?$ keit lich cht tz pf heit (?<=.{2})en$ ß ei ^ge.*t$ ie chen ^ver ^ein st$ ck zw
    (?<=.{3})er$ isch eu ü ^be`,
  en: `ing$ th [^aeiou]ed$ tion(?:s|al)?$ ness$ ough wh [^s]ck ly$ ee (?<=.)sh igh ea ould y$ ow ^un ment$ ou ies$
    's$ ity$ [^aeiou]s$ able$ ^w ive$`,
  es: `ción$ ciones$ ñ ll dad(?:es)?$ ue[a-z] ie[a-z] ando$ iendo$ aron$ ía ó$ miento [^aeiou]or(?:es)?$ anza$ aba
    ero$ illo$ ^h[au] z$ encia$ sión$ os$ ito$ [^q]ue[^aeiou] ario$ able$`,
  fi: `ää yy kk ss[aä] st[aä]$ ll[aä]$ n$ uu ii aa is inen uo yö ksi`,
  fr: `eaux?$ eux$ oi tions?$ ement$ ée?s?$ euse aux$ ou ai (?<=.)que$ eu è ê ç ^[dlnsj]' ant$ ez$ ent$ é ette ois$
    age$ esse$ eur ence$ ois aient$ ine$`,
  hr: `ije nj lj đ ć ost om$ im$ anje`,
  hu: `sz gy ő ű ny ek$ ok$ ban$ ben$ nak$ nek$ ség ság ás és tt zs cs`,
  it: `zion[ei] gli cch zz tt[oaie]$ gg ità$ ett[oaie] ss[oi] [aei]re$ ando$ endo$ sc[ie] gn ò$ ì$ ù$ ch[ie] uo
    mente$ i$ [^aeiou]o$ ato$ ata$ nz ll[aeio] ^(?:d?ell|d?all|nell|sull|un|l|d)' ivo$ bb pp vv aggi ore$ iamo$
    anno$`,
  nb: `sjon het(?:en|er|s)?$ kj skj øy ei tt$ ene$ kk (?<=[aeiouyøå])[tkp](?=e|$) hv ø asjon lig(?:e|het)?$ ut ett
    nn gj stj bokm isk else av øk dd`,
  nl: `ij aa ee oo uu sch heid$ lijk oe ui cht (?<=.{3})en$ ^ge.*[dt]$ ^ver tj eu isch ie ou dt$ je$ ing(?:en)?$ v
    z ijn gr er$ oor aar te$ ^be eer [^aeiou]st$ dd kk`,
  pl: `sz cz rz ł ą ę ie ów$ ych$ ego$ ść ć$ ki$ dz wi owa nie ny$ w`,
  pt: `ção$ ções$ ão$ ões$ lh nh dade ou$ ei [ae]m$ vel$ gem$ ç ã õ eiro eira mento ando$ endo$ inho ência ância
    ss[aeo] izar$ ava iam$ [oa]u ais$ eis$ is$ ado ido$ [^aeiou]or(?:es)?$ oso$ os$`,
  ro: `ul$ ului$ ilor$ ea$ ește țiun ă ț ș î oa ii$ tă$ ele$ esc ţi ţ ş uri$ are$ ând$ lor$ ie$ at[ăe]$ ului ru$
    iu$ eaz`,
  sk: `ľ ô ť ov$ ého$ ých$ nie$ osť ia$ ie ovať ä ĺ|ŕ sť cie$ ej$ om$`,
  sl: `nj lj ost ega$ jo$ ih$ sko em$ ov`,
  sv: `ä ö ck tion het sk ande arna$ orna$ ar$ or$ ade$ lig ning å (?<=[aeiouyåäö])[tkp](?=e|a|$) ng är för a$
    skt?$ tt och v`,
  tr: `ı ğ ş lar ler mak$ mek$ dır|dir|dur|dür yor lik|lık|luk|lük ın nın|nin ü ö sı k$ y ece|aca da$|de$ ki`,
};

const COMPILED = Object.entries(CLUES).map(([language, patterns]) => ({
  language,
  patterns: patterns.split(/\s+/).map((pattern) => new RegExp(pattern, 'u')),
}));

/** How many clues of each language one word shows. */
export function cluesOf(word: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { language, patterns } of COMPILED) {
    const count = patterns.filter((pattern) => pattern.test(word)).length;
    if (count > 0) counts.set(language, count);
  }
  return counts;
}
