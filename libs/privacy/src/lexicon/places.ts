/** Countries, large cities, nationalities and languages, folded: capitalised words that are no one's name. */
const PLACES = `
  afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh
  barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil brunei bulgaria burundi cambodia cameroon
  canada chad chile china colombia congo croatia cuba cyprus czechia denmark djibouti ecuador egypt england eritrea
  estonia ethiopia fiji finland france gabon gambia georgia germany ghana greece greenland guatemala guinea guyana haiti
  honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya korea
  kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya liechtenstein lithuania luxembourg macedonia madagascar
  malawi malaysia maldives mali malta mauritius mexico moldova monaco mongolia montenegro morocco mozambique myanmar
  namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines
  poland portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan
  sweden switzerland syria taiwan tajikistan tanzania thailand tunisia turkey turkmenistan uganda ukraine uruguay usa
  uzbekistan venezuela vietnam wales yemen zambia zimbabwe britain america europe asia africa antarctica oceania
  deutschland osterreich schweiz espana italia nederland belgie belgique suisse sverige norge danmark suomi polska
  alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa
  kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
  ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming ontario quebec alberta manitoba
  saskatchewan queensland tasmania bavaria saxony catalonia andalusia tuscany sicily normandy brittany
  london paris berlin madrid rome vienna amsterdam brussels lisbon dublin copenhagen stockholm oslo helsinki warsaw
  prague budapest bucharest sofia athens moscow kyiv kiev minsk riga vilnius tallinn zagreb belgrade ljubljana
  bratislava zurich geneva basel munich hamburg frankfurt cologne stuttgart dusseldorf leipzig dresden milan naples
  turin florence venice barcelona valencia seville porto lyon marseille toulouse nice bordeaux manchester birmingham
  liverpool leeds glasgow edinburgh cardiff belfast bristol rotterdam antwerp gothenburg malmo bergen aarhus gdansk
  krakow chicago boston seattle denver houston dallas phoenix philadelphia detroit atlanta miami orlando portland
  baltimore cleveland pittsburgh minneapolis nashville memphis toronto montreal vancouver ottawa calgary sydney
  melbourne brisbane perth adelaide auckland wellington tokyo osaka kyoto beijing shanghai shenzhen guangzhou taipei
  seoul busan bangkok hanoi jakarta manila delhi mumbai bangalore bengaluru chennai hyderabad kolkata pune karachi
  lahore dhaka dubai doha riyadh jeddah cairo casablanca tunis algiers lagos nairobi accra johannesburg durban
  istanbul ankara tehran baghdad beirut jerusalem havana bogota lima santiago caracas quito brasilia recife salvador
  american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian
  danish swedish norwegian finnish icelandic polish czech slovak slovenian croatian serbian bosnian hungarian romanian
  bulgarian greek turkish russian ukrainian estonian latvian lithuanian albanian macedonian canadian mexican brazilian
  argentinian chilean peruvian colombian venezuelan cuban australian zealander indian pakistani bangladeshi chinese
  japanese korean taiwanese thai vietnamese indonesian malaysian filipino singaporean arab arabic arabian persian iranian
  iraqi israeli egyptian moroccan tunisian algerian nigerian ghanaian kenyan ethiopian african asian european latin
  hispanic jewish muslim islamic catholic protestant buddhist hindu christian orthodox greenlander hebrew latino
  manhattan brooklyn hollywood broadway atlantic pacific mediterranean caribbean baltic arctic alps rhine danube thames
`;
/** Calendar, courtesy, offices, documents: words that business text writes with a capital anywhere. */
const CAPITALISED = `
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun christmas easter
  god lord lady king queen prince princess sir madam mom dad mum mother father uncle aunt grandma grandpa sister brother
  president minister senator governor mayor judge professor doctor captain general colonel major officer director manager
  secretary chairman chief executive officer ceo cto cfo coo vp hr pr it faq pdf html url api sql usb gps dna tv dvd cd
  internet web website email e-mail google facebook twitter youtube instagram linkedin amazon microsoft apple netflix
  windows android iphone excel word outlook teams zoom paypal visa mastercard amex ebay uber spotify skype whatsapp
  invoice order receipt total subtotal tax vat gst amount date number account customer client company department office
  street road avenue lane drive boulevard square court place building floor suite apartment box city state country county
  zip code phone fax tel mobile address name surname title subject from to cc re fw fwd attachment page section article
  chapter figure table appendix exhibit schedule agreement contract party parties seller buyer supplier vendor employer
  employee landlord tenant lender borrower licensor licensee effective confidential information services products terms
  conditions policy payment payments due balance bank credit debit card loan interest rate fee fees price quantity item
  items description unit discount shipping delivery return refund warranty support service team sales marketing finance
  legal human resources engineering operations project meeting report update review request question answer issue problem
  please thanks thank hello hi hey dear regards sincerely best kind yours truly faithfully cheers sent received forwarded
  bot user agent admin note important urgent action adventure animation comedy drama horror romance science fiction mystery
  suspense family kids thriller documentary musical western music song album film movie book show series season episode
  north south east west northern southern eastern western central upper lower new old great grand first second third
  union nations kingdom republic federal national international global united states congress senate parliament court
  house university college school institute academy hospital church museum library park river lake mountain island sea
  ocean bay beach airport station bridge tower hotel restaurant bar club stadium theater theatre hall center centre mall
  market store shop group corporation inc llc ltd limited gmbh ag plc partners holdings association foundation committee
  council agency authority ministry bureau commission society league party press news times post journal magazine
  vertrag rechnung bestellung lieferung kunde kunden kundin kundennummer auftrag angebot anfrage termin frist betrag konto
  mitarbeiter mitarbeiterin abteilung firma anschrift telefon anhang anlage anlagen betreff datum nummer nr hilfe dank
  urlaub buro gruss grusse grussen kundendienst kundenservice kundensupport support-team supportteam informationen
  unterstutzung ruckmeldung probleme fehler
  soporte suporte supporto assistance assistenza asistencia atencion atendimento cliente clientes clienti client clients
  equipo equipe squadra servicio servizio servico factura fattura fatura facture pedido ordine commande contrato contratto
  contrat saludos saluti saudacoes cordialement atentamente atenciosamente cordiali bonjour bonsoir hola ola salve merci
  gracias grazie obrigado obrigada monday montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz
  mai juni juli oktober dezember
  herr frau monsieur madame senor senora signor signora
`;

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
export const PLACE_NAMES = words(PLACES);
export const CAPITALISED_WORDS = words(CAPITALISED);
