/**
 * Names that people in Norway have, by which a person is suspected in a text. Data, in small letters: `rules.ts` says how they are used.
 * The search for names asks and never refuses, so a name too many costs a question, and one too few may cost somebody their peace.
 */
const list = (...lines: string[]): ReadonlySet<string> => new Set(lines.join(' ').split(/\s+/))

/** Given names, Norwegian and Sami, and those of people who came later. */
export const givenNames = list(
  'aase abdi abdullah abraham ada adam adele adina adrian agda agnes agnete ahmad ahmed aicha aina aisha aksel albert albertine aleksander',
  'aleksandra alexander alexandra alf alfred ali alice alina alma alvhild amalie amanda amir amina anders andor andrea andreas andrine ane anette',
  'angelica anine anita anja anna annbjørg anne annelise annette annie annika anniken ante anthon anton antonie antonina are arild arne arnfinn',
  'arnhild arnold arnstein arnt arthur arve arvid asbjørn aslak aslaug asle asta astri astrid atle aud audhild audny audun august augusta aurora',
  'axel ayan aylin baard balder bård beate beathe benedicte benedikte benjamin bent bente berge berit bernhard bernt bertil bertine birger birgit',
  'birgitte birk birte birthe bjarne bjarte bjørg bjørgulf bjørn bjørnar bjørnhild bodil borghild brage brit brita brith britt brynhild brynjar',
  'børge børre camilla carina carl caroline casper cathrine cato cecilie celine charlotte chris christer christian christin christina christine',
  'christoffer christopher cornelia dagfinn daghild dagmar dagny dagrun daniel daniela daniella david denis dennis diana didrik dina ditte dorte',
  'dorthe dorthea doris dyveke ebba eda edel edgar edith edmund edny edvard edvin egil eila eilert eileen eilif eilin einar eirik eirin eivind elen',
  'elena elfrid eli elias elif elin elina eline elisabeth elise eliza ella ellen elle ellinor elly elmer elsa else elvira emil emilia emilie emily',
  'emma emmanuel endre eric erica erik erika erlend erling ernst espen ester esther etty eva evelyn even evy fadumo fanny farah fatima felix filip',
  'filippa finn fredrik fredrikke frida fride frits fritz frode frøydis gabriel gabrielle geir geirmund georg gerd gerda gerhard gina gisle gitte',
  'gjermund gjertrud gorm grace greta grete grethe gry gudbjørg gudbrand gudmund gudny gudrun gudveig gunhild gunn gunnar gunnbjørg gunnhild gunnlaug',
  'gunnveig gunvor gustav guttorm guro gøran hassan haakon haavard halfdan halgeir hallgeir halldis hallvard halvard halvor hamza hanna hannah hanne',
  'hans harald harriet hauk hedda hedvig hege heidi heine helen helena helene helga helge helle henning henny henriette henrik henrikke herborg',
  'herbjørn herdis herman hermann hilda hilde hildegunn hildur hilmar hjalmar hjørdis hogne hulda hussein håkon hågen håvard ibrahim ida idar idun',
  'idunn ina inga ingar inge ingebjørg ingeborg ingebrigt ingeleiv inger ingerid ingjerd ingmar ingolf ingri ingrid ingrunn ingunn ingvald ingvar',
  'ingvild inka inkeri iren irene iris irmelin isa isabel isabella isak isbjørg iselin ismail ivan ivar iver iwona jack jacob jakob jamal james jan',
  'jane janicke janne jannicke jannike jarand jarl jarle jasmin jeanette jeanne jenny jens jeppe jesper joachim joakim joar jofrid johan johanna',
  'johannes john johnny joki jomar jon jonas jonathan jonny jorid jorun jorunn josef josefine joseph jostein judith julia julian juliane julie julius',
  'jørgen jørn jørund kaia kajsa kamilla karen karena karensofie kari karianne karin karina karine karl karla karoline karsten kaspar kasper kate',
  'katarina katarzyna katharina kathrine kathe katja katrine kay kenneth kent kevin khadija khalid kim kine kira kirsti kirstin kirsten kitty kjartan',
  'kjell kjellaug kjellrun kjersti kjerstin kjetil klara klaus knut kolbein kolbjørn konrad kornelia kristen krister kristi kristian kristin kristina',
  'kristine kristoffer kåre laila lars larsine lasse laura laurits lauritz leah leif lene lena leni leo leon leonard levi lidvin lilian lilja lillian',
  'lilly lina linda linn linnea lisa lisbet lisbeth lise liselotte live lone lotta lotte louise lovise ludvig luis lukas lydia mads magda magdalena',
  'magne magnar magnhild magni magnus mahmoud maia maja malene malin malvin marcin marcus maren marek margareta margareth margaretha margaret',
  'margarete margit margot margrete margrethe mari maria mariam mariann marianne marie marielle mariell marina marion marit marita marius markus marte',
  'marta martha marthe marthine martin martine mary maryam mathea mathias mathilde matilde mattis maud may mehmet merete merethe mette michael michal',
  'michelle mikael mikal mikkel milla mina mindor mira miriam modolf modulf mohamad mohamed mohammad mohammed mona monica monika mons morten muhammad',
  'mustafa muna målfrid nadia nadine natalia natalie nathalie nelly nicolai nicolas nikita niklas niko nikolai nicoline nikoline nils niilas nina njål',
  'noah noelle nora nour oda oddbjørg oddbjørn oddfrid oddgeir oddlaug oddleif oddmund oddny oddrun oddvar oddveig odin ola olai olaf olaug olav ole',
  'olea olga olivia oliver oline omar ommund oscar oskar osman osvald othilie ottar otto otilie pamela patrick patrik paul paula pauline peder pernille',
  'peter petra petrine petronella petter philip pia piotr preben pål páll rachel ragna ragnar ragnfrid ragnhild ragni ragnvald rahma ramona randi rasmus',
  'raymond rebecca rebekka reidar reidun reidulf reimund rein reinert reinhard renate richard rita roald robert robin roger rolf roman ronja ronny rose',
  'roy ruben rudi rudolf runar rune runa runhild ruth rut sabrina sahra said salma salomon samir samson samuel sander sandra sanna sara sarah sebastian',
  'selma serine severin sigbjørn sigfred sigfrid sigmund signe sigrid sigrun sigurd sigve silas silja silje simen simon simone sindre sina siren siri',
  'sissel sivert snorre snefrid sofia sofie solbjørg solfrid solrun solvei solveig solvor sondre sonja sophia sophie stefan steffen steinar steinulf',
  'stella sten stephan stian stig stine stina sturla sture sunniva sunneva susann susanna susanne suzanne svanhild svein sveinung sven svenn sverre',
  'sylvi sylvia synne synnøve synøve søren sølve sølvi tage tanja tarald tarjei tea teodor teodora terese teresa terje tharald thea theo theodor',
  'theodora therese thomas thor thora thorbjørn thore thorgeir thorleif thorstein thorvald tilde tilla tina tine tiril tobias tollef tom tomas tommy',
  'tomasz tone tonje tora toralf toralv torbjørg torbjørn tore torfinn torgeir torgrim torgunn torhild torild torill toril torkel torkil torleif torleiv',
  'tormod tormund torolf torstein torunn torvald tove trine trond trude trygve truls turi turid tuva tveito ulf ulrik ulrikke una unn unni ursula valborg',
  'valdemar vegar vegard vegar veronica veronika vera vetle vibeke victor victoria vidar vidkun vigdis viggo viktor viktoria vilde vilhelm vilja ville',
  'villy vincent viola vivi vivian vivil wenche werner wilhelm wilhelmine william yasmin yngvar yngve yngvild yousef yusuf yvonne zahra zainab zara zofia',
  'æsa øistein ørjan ørnulf øyolf øystein øyunn øyvind åge ågot åke ånund åsa åsbjørn åse åshild åslaug åsleik åsmund åsne åsta',
  // Sami and Kven.
  'áilin áilu áilo ánde ánne ántte ásllat ánte biret biret-ánne birehttá bieraš biera dávvet elen-ánne elle-máret gáddjá gáre heaika heaiká inger-máret',
  'ingá ingir issát iŋgá iŋger ivvár jáhkot jovnna jovsset jouni juhán juhani juoksa jussá jussi kirste kárin láilá lásse lemet máhtte máijá máret márjá',
  'márjá-liissá mihkkal mihkku máhtte-ánte niillas niko nillá nilla ollá ole-henrik per-ánte per-ailo piera piera-jovnna rávdná ristiinná risten sámmol',
  'sárá solju stáinná sunná áile ánna-máret mattis aili aino antti eero eino hannu heikki helmi ilmari jaakko kaija kalle kerttu lauri leena maija matti',
  'mikko niilo oula outi paavo pekka pirjo risto ritva saara seija tapio terttu tuomas väinö',
)

/** Given names that are words as well: only what follows can tell. */
export const ambiguousGivenNames = list(
  'bo dag elg fred frank gro grim hild jo jon-vidar kai kaj kara line liv mai mia odd per roar rolf ronja siv sol stein stål storm sven svend tor tord tyra',
  'tiril ulv vår vera volt viking ymer rose roy mona max mine min mina august april juli may eli else',
)

/** Surnames that are hardly anything else. */
export const surnames = list(
  'aasen abrahamsen adolfsen aleksandersen alexandersen amundsen andersen andersson andreassen andresen antonsen arnesen aronsen arntsen arntzen aslaksen',
  'augustsen baardsen benjaminsen bentsen berentsen bergersen bernhardsen berntsen bjerkan bjørnsen',
  'bruun brynildsen børresen carlsen christensen christiansen christoffersen clausen danielsen davidsen didriksen dybdahl ebbesen edvardsen',
  'eggen eilertsen ellefsen ellingsen engebretsen eriksen eriksson evensen falch fredriksen fossheim frantzen',
  'gabrielsen gjertsen gulbrandsen gundersen gustavsen gustafsson haldorsen halvorsen hansen hansson hanssen haraldsen',
  'helgesen hellesen hendriksen henningsen henriksen hermansen husby hussain håkonsen',
  'ingebretsen ingebrigtsen isachsen isaksen iversen jacobsen jakobsen jansen jansson jensen jenssen johannesen johannessen johannsen johansen johansson',
  'johnsen johnsrud jonassen jonsson josefsen jørgensen karlsen karlsson kaspersen khan kjelstad klausen knudsen knutsen konradsen',
  'kristensen kristiansen kristoffersen larsen larsson lauritsen lillebø lindberg lindgren lorentzen lorentsen ludvigsen løvås',
  'madsen magnussen markussen martinsen mathiesen mathisen mathisen michaelsen mikalsen mikkelsen monsen mortensen myhre nguyen',
  'nicolaisen nielsen nikolaisen nilsen nilssen nilsson nybakk næss olafsen olaisen olaussen olsen olsson osmundsen',
  'ottesen paulsen pedersen persson petersen pettersen petersson rasmussen reinertsen rolfsen rønning røed salvesen samuelsen',
  'sebastiansen severinsen simensen simonsen sivertsen sjursen skjelbred stensrud',
  'stenersen svendsen svensen svenningsen syversen syvertsen sørensen søvik tellefsen thomassen thommesen',
  'thorsen thoresen thorstensen thorvaldsen tobiassen tollefsen torgersen torsvik tønnessen ulriksen vikan villadsen villumsen',
  'wahl wang wiik wilhelmsen willumsen winther woll yilmaz zachariassen ødegaard ødegård øien øverland ågren åsheim aagaard aamodt aarseth',
  // Sami and Kven.
  'aslaksen-eira balto biti bongo boine buljo eira eriksen-somby gaino gaup guttorm hætta joks juuso jåma kappfjell kemi kitti labba laiti magga',
  'mienna mikkelsen-utsi näkkäläjärvi niia nutti oskal partapuoli persen porsanger päiviö pulska sabbasen sajets saajets sarre sara-hætta',
  'somby store-jåma somby-sandvik triumf turi utsi utsi-gaup vaartoe valkeapää varsi vars åhrén ballari jernsletten josefsen-utsi westerfjeld',
)

/** Surnames that are also ordinary words or places: only what stands before can tell. */
export const ambiguousSurnames = list(
  'aas ali amdal aune bakke bakken bang berg berge bergan bergland bjerke bjørk bjørke boe brandt bråten brun bye bø bøe dahl dal dale dalen egge ek eng eik',
  'engh fjell fjelde foss fosse fuglestad furu gran grav grimstad grande grønn hald halle ham hamre hauge haug hammer heggen heim helle hole holen holm holt',
  'hove hov iversen-berg kaas kirke klev knapp kvale kvam kveen kvist lande lang lange lid lie lien lier lind lund lunde lura lyng løken løvli mo moe moen',
  'moi myr myran myren nes ness nilsen-moe nor nord nordahl nordheim ness opsahl rud ruud ryen rød sand sande sandberg seim sara skar skog skoge skogen sletten',
  'sola solberg solheim solvang sommer stange stein stene stenberg stor strand strande strøm sund sundby svensk sveen tangen teigen thune torp tveten ulven vang',
  'berger birkeland bjørnstad brattli brekke brevik dahle dahlen eide eidem engen fjeldstad fossum furuseth gjerde haaland haavik hagen haugan haugen haugland haugstad hegge helland hoel holmen hovland kleven kolstad kvamme langeland',
  'lervik myklebust myrvang nordby nordli nygård nygaard nystad reitan rostad rønningen sandnes sandvik skaar skoglund skogstad solem solhaug solli stokke storli strømsnes sunde sæther sætre tangen tveit tvedt valle vestby østby',
  'vatne vik vika vikan viken vold voll waage winter øye øyen ås åsen fagerli fjære bjerk nøkleby',
)

/** What stands between the names of one person. */
export const particles = list('von van de der den af av ten bin al el la le da di du dos du ibn')

/** After one of these comes somebody’s surname. */
export const titles = list(
  'advokat avdelingsleder dr driftsleder einingsleiar enhetsleder fru gevinstansvarlig herr hr it-leder it-sjef kommunalsjef kommunedirektør konsulent',
  'kommuneoverlege lege leiar lensmann lærar lærer ordfører ordførar overlege politiker professor prosjektleder prosjektleiar prosjekteier prosjekteigar rektor',
  'rådgiver rådgjevar rådmann saksbehandler saksbehandlar sjef sykepleier sjukepleiar styrer styrar teamleder varaordfører varaordførar virksomhetsleder',
)

/** Endings of names of farms, which most surnames that nobody has counted are. */
export const surnameEnding =
  /(?:heim|land|stad|rud|set|seth|sæter|haug|haugen|bakken|dahl|dalen|berg|vik|viken|nes|bø|moen|lund|tveit|gård|gaard|hagen|engen|lien|jord|bakk)$/u
