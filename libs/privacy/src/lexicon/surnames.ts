/** Common family names of many cultures, folded. */
export const SURNAMES: ReadonlySet<string> = new Set(
  `smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson
  thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker young
  allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter roberts
  gomez phillips evans turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers gutierrez
  ortiz morgan cooper peterson bailey reed kelly howard ramos kim cox ward richardson watson brooks chavez wood james
  bennett gray mendoza ruiz hughes price alvarez castillo sanders patel myers long ross foster jimenez powell jenkins
  perry russell sullivan bell coleman butler henderson barnes gonzales fisher vasquez simmons romero jordan patterson
  alexander hamilton graham reynolds griffin wallace moreno west cole hayes bryant herrera gibson ellis tran medina
  aguilar stevens murray ford castro marshall owens harrison fernandez mcdonald woods washington kennedy wells vargas
  henry chen freeman webb tucker guzman burns crawford olson simpson porter hunter gordon mendez silva shaw snyder mason
  dixon munoz hunt hicks holmes palmer wagner black robertson boyd rose stone salazar fox warren mills meyer rice
  schmidt garza daniels ferguson nichols stephens soto weaver ryan gardner payne grant dunn kelley spencer hawkins
  arnold pierce hansen peters santos hart bradley knight elliott cunningham duncan armstrong hudson carroll lane riley
  andrews alvarado ray delgado berry perkins hoffman johnston matthews pena richards contreras willis carpenter lawrence
  sandoval muller schneider fischer weber meyer becker schulz koch bauer richter klein wolf schroder neumann
  schwarz zimmermann braun kruger hofmann hartmann lange schmitt werner schmitz krause meier lehmann schmid
  schulze maier kohler herrmann konig walter mayer huber kaiser fuchs peters lang scholz moller weiss jung hahn
  schubert vogel friedrich keller gunther frank berger winkler roth beck lorenz baumann franke albrecht schuster simon
  ludwig bohm winter kraus martin schumacher kramer vogt stein jager otto sommer gross seidel heinrich brandt haas
  bernard dubois durand moreau laurent simon michel lefebvre leroy roux david bertrand morel fournier girard bonnet
  dupont lambert fontaine rousseau vincent muller faure andre mercier blanc guerin boyer garnier chevalier francois
  legrand gauthier perrin robin clement morin nicolas henry roussel mathieu gautier masson marchand duval denis dumont
  lemaire noel meyer dufour meunier brun blanchard giraud joly riviere lucas brunet gaillard barbier
  rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti costa giordano mancini
  rizzo lombardi moretti barbieri fontana santoro mariani rinaldi caruso ferrara galli martini leone longo gentile
  martinelli vitale lombardo serra coppola conte ferraro parisi villa marchetti
  jansen bakker visser smit meijer mulder bos vos peters hendriks dekker brouwer dijkstra smits kok jacobs
  vermeulen schouten hoekstra willems kuipers postma veenstra
  andersson johansson karlsson nilsson eriksson larsson olsson persson svensson gustafsson lindberg lindstrom lindqvist
  lundberg lundgren berglund bergstrom sandberg engstrom soderberg nystrom holmberg sjoberg wallin dahl lund berg
  jensen nielsen hansen pedersen andersen christensen larsen sorensen rasmussen petersen madsen kristensen olsen
  thomsen christiansen poulsen johansen moller mortensen knudsen
  korhonen virtanen makinen nieminen makela hamalainen laine heikkinen koskinen jarvinen lehtonen lehtinen saarinen
  novak svoboda novotny dvorak cerny prochazka kucera vesely horak nemec pokorny marek pospisil hajek kral jelinek
  nowak kowalski wisniewski wojcik kowalczyk kaminski lewandowski zielinski szymanski wozniak dabrowski kozlowski
  nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz lakatos meszaros simon
  popescu ionescu popa pop radu stoica dumitru stan gheorghe
  ivanov smirnov kuznetsov popov sokolov lebedev kozlov novikov morozov petrov volkov soloviev
  yilmaz kaya demir celik sahin yildiz aydin ozturk arslan dogan kilic aslan cetin kara koc kurt
  silva santos ferreira pereira oliveira costa rodrigues martins jesus sousa fernandes goncalves gomes lopes marques
  alves almeida ribeiro pinto carvalho teixeira moreira correia mendes nunes soares vieira monteiro cardoso rocha
  sharma singh kumar gupta verma reddy rao nair iyer mehta shah joshi desai chopra kapoor malhotra agarwal banerjee
  chatterjee mukherjee das bose khan ahmed hussain ali malik sheikh chaudhry qureshi siddiqui ansari
  wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin luo zheng liang xie tang deng feng cao
  peng zeng xiao tian dong yuan pan yu jiang cai yu du ye cheng wei su lu ding ren shen yao lu
  sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto
  inoue kimura hayashi shimizu saito park choi jung kang cho yoon jang lim han shin seo kwon hwang ahn song
  tran le pham hoang phan vu vo dang bui do ho ngo duong okafor okonkwo eze adeyemi okoye nwosu mensah owusu boateng
  mwangi kamau otieno mokoena dlamini nkosi ndlovu tesfaye haile papadopoulos georgiou mann cohen levy mizrahi friedman`
    .trim()
    .split(/\s+/),
);

/** Endings that make a word a family name in one language or another. Long ones only, since short ones end nouns too. */
const ENDINGS =
  /(?:ovich|evich|ovic|evic|owicz|ewicz|ovsky|evsky|owski|ewski|inski|ynski|czyk|czak|enko|shvili|escu|eanu|poulos|idis|akis|oglu|sson|ssen|dottir|datter|skaya|skiy|strom|quist|qvist|gren|lund|berg|mann|stein|baum|meyer|maier|huber|hofer|bauer|stra|nen|ov|ova|ev|eva|yan|chuk|sen|ez|ska|cki|cka|elli|etti|ucci|acci|ieri|aldi|eault|ault|zadeh|pour|nejad)$/;
const SHORTEST = 5;

export const isSurname = (folded: string): boolean =>
  SURNAMES.has(folded) || (folded.length >= SHORTEST && ENDINGS.test(folded));
