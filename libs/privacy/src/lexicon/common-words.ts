/** English words that begin sentences and titles without being names, folded; function words come from @app/text. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `able above accept access according across act action add additional after again against ago agree ahead air allow almost
  alone along already also although always amazing among another any anybody anyone anything apart appear apply approve
  around arrive ask assist attach attached available away baby back bad based basically beautiful because become before begin
  behind believe below beside best better between beyond big bit black blue book born both bottom bought boy brand break
  bring brown build busy buy call came can cancel cannot car care carry case catch cause certain certainly change charge
  cheap check child children choose clean clear click close clothes cold collect come coming complete completely concern
  confirm congratulations connect consider consult contact continue copy correct cost could couldn't count couple course cover
  create cross current currently cut daily damn dark data day days deal dear death decide deep definitely depend describe
  design despite detail details develop did didn't die different difficult direct directed discover discuss do does doesn't dog done
  don't door doubt down draw drive drop during each early earth easy eat eight either eleven else employ empty end enjoy enough
  enter entire error especially even evening ever every everybody everyone everything everywhere exactly example except
  excuse expect expensive explain eye eyes face fact fail fair fall far fast feel few field fight file fill final finally
  find fine finish fire five fix fly follow following food for force forget form forward found four free fresh friend
  friends full fun funny further future game gave get gift girl give given giving glad go goes going gold gone good goodbye got
  great green ground grow guess guest guys had hair half hand hands happen happy hard has hasn't hate have haven't having head
  hear heard heart heavy held help here hers high him himself history hit hold home honestly hot hour hours how however huge hundred
  hurry husband i'd i'll i'm i've idea if imagine immediately in include including indeed inside instead into is isn't it its itself
  join just keep key kill kind knew know known large last late lately later laugh law lead learn least leave left less let
  let's letter life light like likely line list listen little live local long look looking lose lost lot loud love low lucky
  lunch mad made main major make making man many marry matter maybe me mean means meet member men mention message middle might
  mind mine minute minutes miss missing moment money month months more morning most move much must my myself named near nearly
  necessary need needs neither never nevertheless next nice night nine no nobody none nor normal not nothing notice now nowhere
  obviously of off offer often oh ok okay old on once one ones online only open or original originally other others our out
  outside over own paid paper part pass past pay people perfect perhaps person pick picture piece place plan play
  point poor popular possible power prepare present press pretty probably process produce program proud provide public pull
  push put quick quickly quite raise reach read ready real really reason recent recently record red regarding regular relax
  remember remove rent repeat reply research rest result review rich right ring rise road room round run sad safe said same
  save saw say says see seem seen seven several shall she shop short should show shut sick side sign similar simple simply since
  single sit situation six size sleep slow small smart so some somebody someone something sometimes somewhere soon sorry sort
  sound source speak special spend stand start started starting stay step still stop story straight strange strong stuff
  such sudden suddenly sure surely surprise take taken talk tell ten than that that's the their them themselves then there
  there's therefore these they they're thing things think third this those though thought thousand three through throughout
  thus tickets time times tired to today together told tomorrow tonight too took top touch toward town track travel tree trip
  trouble true trust try turn twelve twenty two type under understand unfortunately unless unlike until up upon us use used
  usually various very via visit voice wait walk wall want wants war was wasn't watch water way we we'll we're we've wear
  website wedding week weekend weeks welcome well went were weren't what what's whatever when whenever where where's wherever whether
  which while white who who's whole whom whose why wide wife will win window wish with within without woman women won won't
  wonder wonderful word words work working world worry worse worst would wow write wrong wrote yeah year years yes
  yesterday yet you you'd you'll you're you've young your yours yourself zero ladies gentlemen folks everybody
  based featuring starring written produced founded born located`
    .trim()
    .split(/\s+/),
);
