/** Common given names of many cultures, folded (`José` is `jose`), one culture or region a line group. */
const NAMES = `
  james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald
  steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric
  jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry
  tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter christian keith roger terry austin
  sean gerald carl dylan harold jordan jesse bryan lawrence arthur gabriel bruce logan billy joe alan juan elijah willie
  albert wayne randy mason vincent liam roy bobby caleb bradley russell lucas philip phillip eugene louis howard johnny
  craig travis derek shane stanley leonard dale rodney clifford marcus oscar theodore clarence ernest melvin jay neil
  ian graham nigel colin trevor stuart gareth alistair alasdair hamish angus duncan callum fraser ewan gavin darren
  barry geoffrey clive rupert hugh simon toby oliver harry archie alfie freddie leo oscar max jake connor declan brendan
  niall cormac padraig ciaran eoin rory finn seamus tom tim jim bob bill mike dave steve chris matt dan ben sam alex nick
  tony andy greg jeff joel luke owen hunter jared corey chad todd dustin blake cody curtis dean derrick earl edwin
  elliot evan floyd franklin fred garrett gilbert glenn gordon grant herbert herman isaac ivan jackson jasper lance lee
  leon leroy lester lewis lloyd malcolm marvin maurice miles mitchell morgan norman perry preston quentin ralph ray reginald
  rex ross ruben sidney spencer ted tracy tristan troy vernon victor warren wesley winston xavier
  mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly
  emily donna michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura cynthia amy kathleen angela
  shirley brenda emma anna pamela nicole samantha katherine christine helen debra rachel carolyn janet maria catherine
  heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan
  cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances jean alice judy isabella
  julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla alexis lori
  marie jane anne ellen elaine sheila fiona moira ailsa eilidh morag isla kirsty catriona siobhan aoife niamh sinead orla
  roisin gemma chloe lucy molly ella ava mia poppy daisy ruby lily sophie georgia imogen harriet beatrice eleanor florence
  phoebe zoe jade leah holly paige abby allison alicia anita audrey bonnie brooke caroline cassandra cecilia claire clara
  claudia colleen connie courtney crystal daphne dawn edith eileen elena erica erin esther eva faith gail gina ginger
  gwen hazel heidi hope irene iris ivy jackie jamie jenny jill jo joanna joanne josephine juanita kate katie kathy kim
  kristen lillian lois loretta lorraine louise lynn mabel maggie marcia marjorie maureen melanie miranda miriam monica
  naomi nina nora norma pauline peggy penny phyllis priscilla regina rhonda rita roberta rosa rosemary sally sherry sonia
  stella sue susanna suzanne sylvia tammy tanya tara tiffany tina valerie vanessa vera veronica vivian wanda wendy yvonne
  hans klaus jurgen wolfgang dieter manfred uwe gunter gunther helmut horst bernd rainer heinz karl stefan andreas thomas
  matthias sebastian florian tobias lukas jonas felix maximilian moritz niklas fabian philipp dominik jan tim nico lennart
  jorg gerhard werner friedrich wilhelm ludwig otto kurt ernst rolf ralf sven torsten thorsten dirk holger frank heiko
  marko jens kai lars olaf axel detlef volker wolfram reinhard rudiger siegfried ulrich ursula monika petra sabine renate
  helga karin brigitte ingrid erika gisela christa elke birgit gabriele susanne martina anja silke katrin kathrin nadine
  stefanie melanie sandra claudia ute heike angelika johanna lena leonie marie hanna mia lea annika franziska anneliese
  hildegard gertrud irmgard waltraud edeltraud mareike wiebke antje imke ulrike dagmar cornelia jutta doris kerstin
  jean pierre michel andre philippe rene louis alain jacques bernard marcel daniel roger robert paul claude christian
  henri georges nicolas francois laurent frederic olivier sebastien julien antoine maxime alexandre guillaume mathieu
  matthieu thibault romain clement hugo theo enzo quentin baptiste valentin damien benoit yves gilles thierry didier
  pascal eric stephane christophe emmanuel fabrice gerard lucien emile etienne marcel armand gaston jeanne marguerite
  francoise monique catherine nathalie isabelle jacqueline anne sylvie martine nicole christiane valerie sandrine
  stephanie veronique celine chantal patricia brigitte julie aurelie camille manon lea chloe ines elodie emilie
  laetitia virginie delphine amelie audrey marion mathilde pauline charlotte clemence oceane helene genevieve
  solange yvette simone odette colette mireille josiane gaelle maelle noemie margaux
  giuseppe giovanni antonio mario luigi francesco angelo vincenzo pietro salvatore carlo franco domenico bruno paolo
  michele giorgio aldo sergio luciano marco andrea matteo lorenzo alessandro davide simone federico luca stefano roberto
  riccardo fabio massimo alberto claudio daniele emanuele enrico filippo gabriele giacomo gianluca gianni guido leonardo
  maurizio mauro nicola renato romano silvio tommaso umberto valerio vittorio raffaele rocco gino ugo dario edoardo
  giulia chiara francesca federica sara martina valentina alessia silvia elisa ilaria elena paola laura anna giovanna
  rosa angela giuseppina teresa lucia carmela caterina francesca antonietta carla elena concetta rita margherita franca
  paola beatrice bianca camilla carlotta cristina daniela donatella eleonora emanuela gabriella ginevra giorgia ludovica
  luisa mariangela michela mirella monica nadia ornella patrizia raffaella roberta rossella sabrina serena simona sofia
  stefania tiziana veronica viola virginia fabiola loredana
  antonio jose manuel francisco juan david javier daniel carlos jesus alejandro miguel rafael pedro pablo angel sergio
  fernando jorge luis alberto alvaro diego adrian raul enrique ivan ruben ramon vicente andres joaquin santiago eduardo
  victor roberto jaime ignacio marcos mario salvador ricardo emilio julian tomas agustin gonzalo hector hugo julio
  martin mateo nicolas oscar rodrigo rogelio ruben sebastian cesar gustavo ernesto felipe esteban guillermo arturo armando
  gerardo leonel mauricio octavio orlando ramiro rene rolando saul ulises fermin
  carmen maria josefa isabel dolores pilar teresa ana francisca laura antonia mercedes cristina marta lucia elena rosario
  raquel sara paula beatriz nuria silvia julia irene patricia montserrat andrea rocio monica alba angela sonia alicia
  sandra susana marina yolanda natalia margarita eva claudia esther ines veronica noelia concepcion consuelo encarnacion
  guadalupe xochitl yesenia ximena valeria camila mariana gabriela daniela alejandra fernanda adriana lorena maribel
  araceli blanca catalina esperanza estela graciela inmaculada jimena leticia lourdes luz marisol milagros nieves olga
  paloma rebeca remedios soledad trinidad
  joao antonio manuel pedro paulo tiago rui nuno luis miguel ricardo bruno goncalo diogo rafael andre filipe hugo
  fernando jorge joaquim vasco duarte afonso guilherme gustavo thiago matheus mateus caio vinicius leonardo renan
  felipe fabio marcelo marcio mauricio murilo otavio rodrigo wagner wellington luan igor kaua davi breno enzo joaquina
  maria ana joana ines catarina sofia beatriz leonor matilde carolina mariana rita sara marta filipa teresa isabel
  helena lurdes fatima fernanda juliana camila larissa leticia bruna amanda aline vitoria bianca rafaela gabrielle
  luana thais raissa julieta isabela melissa rebeca lavinia estela
  jan piet kees cornelis hendrik willem johannes gerrit jacob pieter dirk klaas maarten jeroen bas daan sem lars thijs
  bram ruben sander tom tim rob wouter joost sjoerd koen niels stijn pim teun gijs jasper joris rutger ruud marcel
  edwin arjan bart frans geert hans henk jaap joop mark martijn michiel nico peter remco rene ronald sebastiaan theo ton
  wim bert guus freek floris
  johanna anna wilhelmina cornelia hendrika sanne lotte fleur anouk femke marieke marloes ilse esmee eva iris julia
  lieke lisa maud merel mirthe naomi nienke noor roos sophie tess anneke annemarie els greet ineke ingrid jolanda
  karin lies linda marja marijke mieke monique petra ria saskia sietske tineke wilma willemijn yvonne
  lars anders johan erik karl per nils jan mikael peter magnus fredrik bjorn bengt bo sven gunnar ake stig leif
  kjell ulf goran hakan mats stefan jonas marcus mattias martin daniel oskar viktor axel gustav hugo emil filip
  ludvig isak albin elias rasmus joakim henrik kristoffer niklas patrik robin tobias tommy kent ingemar rune
  anna eva maria karin kristina lena kerstin sara emma ingrid marie birgitta malin jenny annika ulla elin linnea
  astrid hanna ida johanna josefin julia klara sofia matilda moa ebba wilma maja ellen alva saga freja agnes gunilla
  monica inger margareta elisabeth birgit britt camilla cecilia charlotta frida helena jessica lina lovisa pernilla
  ole jens niels hans jorgen soren kim michael henrik thomas morten rasmus mads mikkel kasper jesper christian anders
  jeppe kristian simon frederik magnus oliver emil noah valdemar malthe villads anton bent carsten claus erling finn
  flemming gert ib johannes john jonathan kurt leif lasse mogens ove palle poul preben steen svend torben ulrik viggo
  mette anne kirsten hanne anna helle susanne lene maria marianne inge karen lone bente camilla pia louise charlotte
  emilie sofie ida freja clara laura josefine signe cecilie katrine maja line trine rikke sanne tina gitte dorte birthe
  bodil ellen else grethe inga jytte karin lis lise lisbeth nanna rigmor ruth tove ulla vibeke
  kjetil knut arne odd oyvind terje tor trond svein rune roar geir frode espen eirik even hakon harald ivar jarle
  jo kare kjartan magne ola olav oystein petter ragnar sigurd sindre stale steinar tarjei thor torbjorn tore truls vegard
  ingrid kari liv marit anne berit solveig randi turid hilde nina silje marte tonje torill unni wenche sigrid gro hege
  juhani johannes mikael antero tapani tapio kalevi olavi matti timo pekka jari mika antti juha heikki jukka markku
  seppo kari hannu pertti jorma ari esa ilkka janne petri sami tero ville jussi teemu tuomas eero eino erkki aarne
  lauri onni paavo pentti risto sakari sauli toivo tommi urho vaino veikko
  maria helena johanna anneli kaarina marjatta hannele liisa anna tuula aino kaisa leena minna paivi pirjo riitta ritva
  sanna satu seija sirkka sirpa taina tarja terhi tiina tuija ulla veera eeva eila elina emilia hanna heli helmi iida
  jaana katja kirsi laura maarit mari marja merja mervi noora outi
  jan petr jiri josef pavel tomas martin jaroslav miroslav zdenek vaclav michal karel lukas jakub milan ondrej david
  vladimir radek stanislav roman libor ales vojtech marek filip daniel matej adam antonin bohumil bohuslav dalibor
  dominik frantisek ivo jindrich ladislav lubomir ludek oldrich otakar premysl rostislav rudolf vit vlastimil zbynek
  jana marie eva hana anna vera lenka alena lucie katerina petra jitka martina veronika zdenka ludmila jarmila michaela
  ivana monika tereza zuzana jaroslava marketa barbora dana irena kristyna blanka bozena dagmar denisa drahomira
  eliska gabriela helena iveta jirina klara kveta libuse lida milada miluse nikola olga pavla renata romana sarka
  simona sona stanislava svetlana vendula vlasta
  piotr krzysztof andrzej tomasz jan pawel michal marcin stanislaw jakub adam marek lukasz grzegorz mateusz wojciech
  mariusz dariusz zbigniew jerzy maciej rafal robert kamil jacek dawid ryszard henryk szymon przemyslaw bartosz
  kazimierz artur jaroslaw slawomir sebastian bartlomiej boguslaw boleslaw bronislaw cezary czeslaw dominik edward
  eugeniusz filip franciszek gustaw ignacy igor janusz jozef karol konrad leszek lech ludwik miroslaw norbert olaf
  oskar radoslaw roman stefan tadeusz wieslaw witold wladyslaw zdzislaw zygmunt
  anna maria katarzyna malgorzata agnieszka krystyna barbara ewa elzbieta zofia teresa magdalena joanna janina monika
  danuta jadwiga aleksandra halina irena beata marta dorota helena karolina jolanta iwona marianna natalia alicja
  bozena celina czeslawa edyta genowefa grazyna hanna izabela julia justyna kamila kinga lidia lucyna marzena
  milena oliwia patrycja paulina renata sylwia urszula wanda weronika wiktoria wioletta zuzanna
  laszlo istvan jozsef janos zoltan sandor gabor ferenc attila peter tamas zsolt tibor andras csaba imre lajos gyorgy
  balazs gyula mihaly karoly robert bela adam akos arpad benedek bence denes dezso domonkos elemer endre erno geza
  gergely gergo jeno kalman kristof krisztian levente mate matyas miklos norbert oszkar pal rezso szabolcs szilard
  vilmos viktor
  maria erzsebet katalin ilona eva anna zsuzsanna margit judit agnes andrea julianna ildiko eszter aniko krisztina
  monika piroska edit gabriella melinda szilvia timea bernadett borbala brigitta dora emese emoke erika etelka gizella
  gyongyi hajnalka henrietta ibolya iren izabella jolan kinga klara magdolna marta nikolett noemi orsolya reka roza sari
  szabina terez tunde veronika viktoria viola virag vivien zsofia
  andrei andrej alexandru mihai ion gheorghe vasile constantin nicolae cristian florin marian adrian marius ionut
  gabriel stefan daniel bogdan catalin cosmin dan dorin dragos dumitru emil eugen george horia iulian laurentiu liviu
  lucian mircea octavian ovidiu petru radu razvan sorin traian tudor valentin victor viorel vlad
  maria elena ioana andreea mihaela ana cristina alina daniela gabriela mariana adriana alexandra simona raluca
  camelia carmen corina crina diana doina dorina felicia florentina georgeta iuliana lavinia lidia liliana loredana
  luminita madalina magdalena mirela monica nicoleta oana roxana ruxandra silvia sorina steluta valentina viorica
  aleksandr alexander sergei sergey andrei andrey dmitri dmitry alexei alexey ivan mikhail maxim maksim nikolai nikolay
  vladimir igor oleg pavel yuri yury viktor anatoly boris konstantin evgeny yevgeny denis roman artem anton ilya kirill
  stanislav vadim valery vasily vyacheslav gennady georgy grigory leonid oleksandr mykola petro taras bohdan ihor
  volodymyr serhiy andriy yaroslav timur ruslan rustam marat rinat arkady eduard fyodor gleb lev matvey
  nikita semyon stepan timofey vitaly zakhar
  anna maria elena yelena olga natalia natalya tatiana tatyana irina svetlana ekaterina yekaterina anastasia yulia
  julia marina ludmila lyudmila galina nadezhda vera lyubov valentina oksana victoria viktoria daria darya ksenia
  polina alina alla antonina larisa lidia nina raisa tamara zinaida zoya oleksandra iryna olena yana evgenia yevgenia
   inna kira margarita nelly nonna regina rimma sofia varvara yaroslava vanda
  marko nikola milan ivan petar jovan stefan aleksandar dragan zoran goran dejan nenad vladimir bojan milos luka filip
  ante josip tomislav zvonimir kresimir darko davor domagoj hrvoje igor mario mate mirko neven robert slaven stipe
  tihomir vedran zeljko zlatko branko slobodan srdjan predrag radovan ratko rade vuk uros nemanja ognjen
  ana marija jelena ivana mirjana ljiljana snezana gordana jasna vesna biljana dragana milica jovana katarina
  tamara sanja tanja maja nada nevena olivera petra ruzica sladjana slavica svetlana tatjana zorica
  janez franc anton marko matej luka andrej tomaz bostjan gregor ales rok jure miha primoz peter stanko borut
  branko bojan damjan dusan gasper iztok jernej joze klemen matjaz mitja robert samo sebastijan tadej uros vinko ziga
  mojca spela tina urska tjasa katja barbara alenka andreja anja bernarda breda darja irena jana janja jozica
  ksenija lidija majda manca marjeta martina mateja metka milena nada natasa neza nika nives petra renata romana
  saska simona sonja stanka suzana tatjana vida zdenka zala
  agron arben artan besnik blerim burim dritan edon fatmir gezim ilir kastriot lulzim mentor naim petrit shkelzen
  skender valon arta besa drita edona elira fatime flutura mimoza shpresa teuta valbona
  giorgos yannis ioannis nikos konstantinos dimitris panagiotis vasilis christos athanasios michalis spyros stavros
  thanasis kostas eleni maria katerina vasiliki sofia georgia angeliki dimitra ioanna panagiota despina anastasia
  mehmet mustafa ahmet ali huseyin hasan ibrahim ismail osman yusuf murat omer ramazan halil suleyman abdullah emre
  burak can cem deniz eren erkan fatih gokhan hakan kemal kerem levent onur orhan selim serkan sinan tolga umut volkan
  yasin zeki fatma ayse emine hatice zeynep elif meryem serife sultan hanife merve busra esra aylin aysel asli
  belgin cansu defne derya dilek ebru ece eda filiz gizem gul hulya leyla melek mine nazli nur ozlem pinar selin
  sevgi sibel songul tugba yasemin
  mohammed muhammad mohamed mohammad ahmed ahmad mahmoud mustafa ali omar umar hassan hasan hussein husain ibrahim
  ismail khalid khaled abdullah abdul abdulrahman youssef yusuf yousef karim kareem tariq tarek hamza bilal anwar
  faisal fahad farid fares hani hatem hisham imad jamal kamal khalil mansour marwan mazen munir nabil nasser omar
  qasim rashid rami salah salem samir sami sayed selim sharif tamer walid waleed wael yasin yasser zaid ziad zakaria
  amr ayman bashir adnan akram amin amir
  fatima aisha khadija maryam mariam zainab zaynab leila layla noor nour huda salma samira sana yasmin yasmine amina
  amal aziza dalia dina farah ghada hala hanan heba hend iman inas jamila karima khawla lamia latifa lina lubna maha
  malak manal mona nadia nahla najwa nawal rana rania rasha reem rima sahar salwa samah shaima sherine wafa zahra
  reza hossein mehdi hamid hamed saeed javad majid masoud behzad behrouz bahram dariush farhad farzad houman iraj jamshid
  kaveh kamran keyvan kianoush mahdi mohsen morteza nader navid omid parviz pejman pouya ramin rostam shahin siamak
  sina sohrab azadeh bahar banafsheh farideh fereshteh firouzeh golnaz homa kimia ladan laleh mahsa maryam mina
  minoo mitra nasrin nazanin niloufar niloofar parisa parvaneh roya sepideh shabnam shahrzad shirin simin soraya
  taraneh yalda zohreh
  rahul raj rajesh ravi ramesh suresh mahesh sanjay vijay ajay anil sunil amit ankit rohit vikram arjun aditya akash
  deepak dinesh ganesh gaurav gopal harish hari kiran krishna kumar manish manoj mohan mukesh naresh naveen nitin
  pankaj prakash pradeep prasad praveen rakesh sandeep santosh sachin shankar shyam siddharth srinivas venkatesh vinod
  vishal vivek yash ashok arun arvind balaji
  priya pooja neha anjali kavita sunita anita rekha meena geeta gita seema shilpa sneha swati divya deepa lakshmi
  lata madhuri manisha megha nandini nisha padma pallavi preeti radha rani ritu sangeeta sarita savita shalini shanti
  shreya smita sonal sudha sushma uma usha vandana vidya aarti aishwarya ananya asha bhavna
  wei ming jun jie lei hao yong bin jian tao chao hui xin yan ying fang hong juan ling lan mei na xia xiu yun zhen
  xiaoming xiaoli jianguo guoqiang weidong zhiqiang haiyan lihua yuhan zihan haoran yichen ziyi
  hiroshi takashi kenji akira satoshi takeshi kazuo makoto shinji yuki daisuke kenta ryo shota naoki haruto yuto sota
  hideo masao minoru noboru osamu shigeru susumu tadashi taro ichiro jiro saburo tetsuya tomohiro toshio yasuo yoshio
  yukio hiroko keiko yoko kazuko michiko sachiko noriko tomoko yumiko akiko haruko fumiko junko kyoko mariko masako
  mayumi megumi miyuki naoko reiko sakura satomi setsuko shizuko takako yoshiko aiko asuka ayumi chiyo emi hana hina
  kaori kumiko mai mika nanami rina yui
  minjun seojun jihoon jiho dohyun hyunwoo junho sungmin youngho jisoo jiwoo minji seoyeon soyeon jiyeon eunji hyejin
  yuna sujin mijin
  nguyen anh duc dung hai hieu hoang hung huy khanh khoa linh long minh nam nhung phuc phuong quan quang quoc son thanh
  thao thu thuy tien trang trung tuan tung tuyet van vinh xuan
  somchai somsak prasert wichai anong malee siriporn supaporn kanya nattapong
  budi agus eko joko slamet sri siti dewi wahyu adi andi bambang dian fitri hendra indra ratna rini rizky
  aditya
  chidi chinedu emeka ifeanyi ikenna kelechi nnamdi obinna okechukwu onyekachi uche ugochukwu chukwuemeka adaeze
  amaka chiamaka chioma ebele ngozi nkechi obiageli oluchi uchenna tobenna tobechukwu chinwe ifeoma
  adebayo adewale ayodele babatunde femi gbenga kunle olumide oluwaseun segun tunde yemi abimbola bukola folake
  funmilayo kemi ronke titilayo yetunde
  kwame kofi kwabena yaw kojo ama akua abena afia esi wanjiku kamau njoroge mwangi otieno achieng wambui njeri
  tesfaye abebe bekele girma kebede tadesse haile dawit yonas selam meron tigist hanna senait semhar asmait medhanie
  thabo sipho themba lerato nomsa thandi zanele bongani mandla lungile
  isak jon sigurdur gudmundur gunnar olafur magnus einar kristjan bjorn bjarni helgi arni stefan thor thordur
  halldor asgeir jonas snorri
  gudrun sigridur kristin margret helga sigrun anna ingibjorg johanna birna asta hildur ragnheidur thorunn
  emil noel zara lana luna aria chase cole carter easton eli ezra grayson hudson jaxon jayden kai landon lincoln nolan
  parker ryder sawyer wyatt zane addison aubrey avery bella harper hailey kennedy kylie layla lydia mackenzie
  makayla morgan nevaeh penelope peyton piper quinn reagan riley savannah scarlett serenity skylar sydney taylor
  trinity willow
  nikolaj casper asger bertil aksel birk loke vida liva alberte thea smilla
  dzhokhar ramzan aslan zelimkhan shamil magomed islam adam akhmed aslanbek khava zarema malika petimat
  nanoq malik inuk aputsiaq pipaluk ivalu paninnguaq
  keanu leilani kalani makoa nohea kaimana malia
`;

/** Given names that are also everyday words in English; alone, they need a sign that a person is meant. */
const ALSO_WORDS = `
  will mark may april june rose grace hope faith joy bill rob art pat jack frank grant chase dean earl ray rich max miles
  bob chip drew guy jay josh ken lane lee mason page paige penny pearl ruby ginger iris ivy lily daisy violet heather holly
  jasmine dawn eve gene glen hunter parker carter sawyer taylor morgan jordan austin dallas chelsea brooke amber crystal
  jade summer autumn star sky angel bishop duke king prince major christian victor wade ward woody van long an can son
  in on so nice case do ha mine nada nur sin deniz can mai hai dan sun young star hong ming dale dolores mercedes
  trinity savannah paris london sydney virginia georgia florence carolina madison lincoln jackson kennedy hudson
  houston logan reagan chad israel islam jean ton ali asa ria bas tom mercy patience prudence constance ray sue
  marina sierra aria luna harper bailey quinn riley chance gray blue ash jet colt dash clay cliff reed rusty stone wren
  robin martin dove gale gay olive basil sage art barb bud chuck curt dick ernest harry nick pat peg sandy terry tony trace
  wood ward china india america asia africa europe land see alba elba nova terra vera vita santiago salvador francisco
  jose diego angeles san santa hill rock yun bin tien van thu sri raj
`;

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const GIVEN_NAMES = words(NAMES);
/** Those of them, and others, that are no sign of a person by themselves. */
export const AMBIGUOUS_NAMES = words(ALSO_WORDS);
