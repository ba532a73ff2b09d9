/**
 * Words of municipal projects. Each line is one meaning: the form it is filed under, then the other forms it is written in – nynorsk,
 * synonyms, and the forms it takes inside compounds. Endings and linking letters are handled by `words.ts` and stand nowhere here.
 */
const meanings = `
abonnement
adgang tilgang tilgjenge
adgangskontroll
administrasjon
adopsjon
adresse
akseptanse
aktivitet
aktør
alarm varsel varsling
ambulanse
analyse
anbefaling tilråding
ankomst
anlegg
ansatt tilsett medarbeider medarbeidar arbeidstaker arbeidstakar
ansettelse tilsetting tilsetjing
ansvar
ansvarlig ansvarleg
app applikasjon
arbeid jobb
arbeidsgiver arbeidsgjevar
areal
arkitektur
arkiv
arrangement tilskipnad
asfalt
asfaltering
assistent
asyl
attest
autentisering
automat automatisering
avbryte avbrot
avdeling
avfall renovasjon søppel boss
avhending
avklaring
avlastning avlasting
avlesning avlesing
avlop avløp kloakk
avløser
avtale
avvik
avvikling
barn born
barnehage
barnehageplass
barneskole barneskule
barnevern
base
basert
beboer bebuar
bedrift føretak foretak
befaring synfaring inspeksjon
befolkning folkesetnad
begrep omgrep
begynne byrje start oppstart
behandler behandlar
behandling handsaming handtering håndtering
behov
beite
bekk
bekrefte stadfeste stadfesting bekreftelse
bekymringsmelding uromelding
beredskap
beskyttelse
beslutning avgjerd vedtak avgjørelse
besparelse innsparing
bestemmelse føresegn
bestilling tinging
besøk vitjing
betaling
betjening betening
betong
bevegelse rørsle
bevilling løyve tillatelse
bibliotek
bidrag
bil
bilde bilete
billig rimelig rimeleg
bistand
blankett
blokk
bofellesskap bufellesskap
bok bøker
boks
bokstav
bolig bustad
bonde gårdbruker gardbrukar
booking
borettslag burettslag
bosetting busetjing busetting
bot robot chatbot chatrobot samtalerobot
brann
bredbåndsutbygging
brev
bro bru
brosjyre
brudd brot bortfall
bruk
bruker brukar
brukermedvirkning
brukerstøtte brukarstøtte kundestøtte helpdesk servicedesk
brukervennlig brukarvenleg
brukervennlighet brukarvenlegheit
bruktmarked
brøyting
bud anbud
budsjett
buss
by
bygg bygge byggje bygning bygging byggjing
byggherre
byrom
byrå
bytte byte utskifting utskiftning
bærekraft berekraft
båndbredde breiband bredbånd
båt
container konteiner
dag
dagsenter
dashbord styringsdata
data
dataangrep cyberangrep hacking løsepengevirus ransomware
datamaskin pc
dataplattform datavarehus
dekning
del
delegering delegasjon
deling
deltakelse deltaking
demens
demenskor
demokrati
departement
dialog samtale
digital digitalisering elektronisk
digitaltilsyn
direktorat
dispensasjon
distrikt
dokument
dokumentasjon
drift
drikke
drone
dugnad
dyr kostbar
døgn
døgnåpen meråpen ope
dør
effekt verknad virkning
effektivisering
eiendom eigedom egedom
eier eigar
eksempel døme
ekspert
ekstern
ekstremvær
elbil
eldre
eldresenter
elev
endring
energi straum strøm
enhet eining
enkel enkelt lett
enøk energisparing
epost mail
erfaring røynsle
etablering
etat
ettersyn
ettervern
evakuering
fag
fagforening
faktura fakturering
fall fallalarm fallsensor
familie
familiesenter
fare
fase
fastlege
feiing feier
feil
feilmelding
felles
fellesskap
ferdig
ferdigattest bruksløyve brukstillatelse
ferge ferje
ferie
festival
fiber
fil
film
finansiering
firma
fisk
fjern
fjerning
fjernvarme
flerspråklig fleirspråkleg
flom flaum
flyktning
flyt
flytting
folk
folkeavstemning folkerøysting
folkebad
folkehelse
folkevalgt folkevald
forankring
forbedring betring forbetring
forbruk
forebyggende førebyggjande
forebygging førebygging
foreldre føresette foresatte foresatt føresett
foreldremøte
forening
forenkling forenkle
forfall
forhindre hindre
forhold tilhøve
formannskap
fornying fornyelse
fornøyd nøgd tilfreds tilfredshet
forsikring
forsinkelse forseinking forsinket forseinka
forskjell skilnad
forskning forsking
forskrift
forslag framlegg
forståelse forståing
forsyning
fortau
fortelling forteljing
forurensning forureining
forvaltning forvalting
forventning forventing
framdrift fremdrift
framtid fremtid
fravær fråvær
frist
fritak
fritid
frivillig frivilligdom
frivillighetssentral frivilligsentral
fullføring fullføre
fullmakt
funksjon
fylke
fysioterapi
følelse kjensle
følge følgje
før
føring
første fyrste
garanti
garderobe
gate
gebyr avgift
gevinst nytte nytteverdi
gi gje
gis
gjeld
gjenbruk ombruk
gjennomføring
gjennomgang
gjenvinning attvinning
gjenvinningsstasjon miljøstasjon miljøtorg
gjest
gjødsel
gjøre gjere
gratis
gravferd gravlund gravplass kirkegård kyrkjegard
graving
grense
grunn
grunnlag
grunnskole
gruppe
grøft
gründer etablerer etablerar
gård gard
hall
halvår
handel
handlingsplan
hastemelding
hastighet fart
hav sjø
havn hamn
heimel hjemmel
heis
hel
helg
helse
helsestasjon
helsesykepleier helsesjukepleiar helsesøster
hemmelig løynd
hendelse hending
hente
henvendelse førespurnad forespørsel
henvisning tilvising
historikk
hjelp
hjelpemiddel
hjelpemiddelsentral
hjem heim hjemme heime
hjemmebesøk heimebesøk
hjemmehjelp heimehjelp
hjemmekontor heimekontor
hjemmesykepleie heimesjukepleie
hjemmetjeneste heimeteneste
hms arbeidsmiljø
hotell
hoved hovud
hovedplan hovudplan
hund
hus
hverdag kvardag
hvordan korleis
hygiene
hytte
høring høyring
høst haust
høy høg
høyde høgde
håndbok handbok
håndverker handverkar
ide
identitet
idrett
ikt it informasjonsteknologi
import
indikator
informasjon opplysning
infrastruktur
inkludering integrering
innbygger innbyggar borger borgar
innføring innforing
innhold innhald
innkalling
innkjøp anskaffelse anskaffing kjøp innkjøpsordning rammeavtale
innkreving innkrevjing inkasso innfordring
innlevering
innovasjon nyskaping
innsamling
innsats
innsjekk innsjekking
innspill innspel
innsyn
inntak
inntekt
innvandrer innvandrar
institusjon
instruks
integrasjon grensesnitt api
interessent
intern
internett nett
intervju
introduksjon
introduksjonsprogram
investering
invitasjon
iot
isolasjon
jordmor
journal
journalføring
juridisk jus jurist
kai
kalender
kamera
kandidat
kapasitet
karakter
kart
kartlegging
kasse
katalog
kino
kirke kyrkje
kjede
kjenne
kjennskap kjennskap
kjerne
kjøkken kjøken
kjøkkenhage
kjørebok køyrebok
kjøretøy køyretøy
kjøring køyring kjøre køyre
klage klagesak
klasse
klima
klimagass
kloakkstopp
klubb
kobling tilkobling kopling tilkopling
kode
kollektiv
komite
kommunal
kommune
kommunedirektør rådmann
kommunestyre bystyre heradsstyre
kommunikasjon
kompetanse
konflikt
konkurranse konkurrere
konsulent
kontakt
kontaktsenter kundesenter kundeservice
konto
kontor
kontrakt
kontroll
koordinering
korrespondanse
kostnad koste
krav
kravspesifikasjon kravspek
krise
kroppsøving
kryptering
kultur
kulturhus
kulturskole kulturskule
kunde
kunnskap
kunst
kurs
kvalitet
kvartal
kvinne
kyst
kø
laboratorium
lading lade ladestasjon ladestolpe
lag
landbruk jordbruk
lav låg
ledelse leiing
leder leiar
ledning leidning
ledningsnett leidningsnett
lege lækjar
legevakt
leie leige
leilighet husvære leilegheit
lek leik
lekeplass leikeplass
lekkasje
lekse
leksikon
lenke lenkje
lese
leser lesar
levende levande
leverandør
leveranse
levere
likestilling
lisens
liste
liv
logg
lokal
lokale
lokalisering gps
loven lov
lyd
lys ljos belysning
lærer lærar
læring opplæring
løfte løft
lønn løn lønning
løsning løysing
løype
lås dørlås smartlås
mal
mandat
mangel
mangfold mangfald
mappe
marked marknad
markedsføring marknadsføring
maskin
mat
matrikkel
medarbeidersamtale
medisin legemiddel medisinering medikament
medisindispenser medisinrobot medisineringsrobot dosett pilledispenser
medlem
medvirkning medverknad
megler meklar
melding beskjed
meldingsbok meldebok kontaktbok
melk mjølk
mengde
merking merke merkje
mestring meistring
meter
migrering
miljø
minne
mislykkes mislukkast feile
mobbing
mobil mobiltelefon smarttelefon
mobildekning
modell
motor
motorferdsel
mottak
mottaker mottakar
mulig mogleg
mulighet moglegheit
multidose
museum
musikk
mye mykje
møte
mål
måler målar
måling
måltid
måned månad
nabo
nabovarsel
natt
nattilsyn
naturmangfold naturmangfald
navn namn
nedbemanning
nedgang
nedleggelse nedlegging
nettbrett ipad læringsbrett
nettside heimeside hjemmeside nettsted nettstad
nettverk
nivå
norsk
nyhet
næring
næringsliv
nød naud
nødetat naudetat
nødnett naudnett
nødstrøm aggregat nødstraum
nøkkel nykel
nøkkelboks
observasjon
offentlig offentleg
ombygging
område
omsorg
omsorgsbolig omsorgsbustad
omstilling
onboarding
oppdatering
oppdrag
oppdrett
oppfølging oppfølgjing
oppgave oppgåve
oppgradering
opphold opphald
oppholdssted opphaldsstad
opplegg
opplevelse oppleving
oppmøte
oppmåling
oppmålingsforretning
oppretting opprettelse opprette
oppsigelse oppseiing
oppsummering
opptak hovedopptak
oppussing renovering
oppvarming
oppvekst
ordbok
orden
ordfører ordførar
ordning
organisasjon
original
overdragelse overdraging
overføring
overgang
overordnet overordna
oversettelse omsetjing
oversikt
overskudd overskot
overvann
overvåking overvaking
pakke
panel
papir
park
parkering
partner
pasient
pasientvarsling pasientvarsel sykesignal sjukesignal
passord
pedagog
penge pengar
pensjon
pensum
periode
perm
person personal personell
personopplysning
personvern gdpr
pilot utprøving utprøvning prøveprosjekt
plan
planid
planlegging
plass
plattform
pleie
politi
politikk
portal
portefølje
porteføljestyring
post
postliste postjournal
pp pptjeneste ppteneste
praksis
prat
presentasjon
prioritering
pris
produkt
profil
prognose
program
programmering koding
prosedyre
prosess
prosjekt
protokoll
prøve
psykisk
psykolog
publikum
pumpe
pumpestasjon
pålogging innlogging
påmelding
pårørende pårørande
påvirkning påverknad
rapport
ras skred
raskere raskare
realisering
redning
reduksjon
redusere
referat
refusjon
regel regelverk
register
regning rekning
regnskap rekneskap
regulering
reguleringsplan
rehabilitering
reindrift
reise
reiseregning reiserekning
reklame
rekruttering
rektor
rekvisisjon
renhold reinhald rengjøring reingjering
rens rensing
reparasjon
reserve
responssenter alarmsentral
ressurs
restaurant
resultat
rettighet rett
revisjon
ringe ringje
risiko
rolle
rom
rpa
rus
rutine
rydding
rør røyr
råd
rådgiver rådgjevar
sak
saksbehandler sakshandsamar
saksframlegg saksfremlegg saksutgreiing
salg
samarbeid
samfunn
samhandling
samisk sámi sámegiella saemien
samling
sammen saman
sammendrag samandrag
sammenheng samanheng
sammenligning samanlikning sammenlikning
sammenslåing samanslåing
samordning
samtalegruppe
samtykke
sand
sanering
sanntid
satsing
seksjon
selskap
selv sjølv
selvbetjening sjølvbetening
senior
sensor følar føler
senter
sentral
sentralbord
sentrum
septik
sertifikat
server
serverrom datarom datasenter maskinrom
service
serviceskranke servicetorg
sfo skolefritidsordning skulefritidsordning
side
signal
signering underskrift signatur
sikker
sikkerhet tryggleik trygghet sikring trygging
sikkerhetskopi backup
sjekkliste
sjåfør
skade
skanning
skap
skatt
skifte
skilt
skjema
skjenking skjenkebevilling
skjerm
skjønnlitteratur
skog
skogbruk
skole skule
skoledag
skoleelev
skoleplass
skoleskyss skuleskyss
skolevei
skriftlig skriftleg
skriv
skrivefeil
skriver skrivar utskrift
skriving
sky
skyløsning skyløysing
skyss transport
skytjeneste
slam
sluk
slukking
slutt slutte
sluttrapport
smart
smitte
snø
snøscooter
solcelle solenergi
sommer sumar
sone
sosial
sosialhjelp
spare
spesialist
spesialundervisning
spill spel
spillvann spillvatn
spor
spredning spreiing
sprinkler
sprøyte
språk
språkmodell ki ai intelligens maskinlæring chatgpt copilot gpt
spørsmål spørre spørje
stab
standard
stans stanse stoppe stansing
startlån
stasjon
statistikk
sted stad
stenging stenge stengje
stevne stemne
stilling
stipend
stor
storbruker
strand
strategi
strategisk
strekning
struktur
strømbrudd straumbrot strømstans straumstans strømutfall
student
styre
styring
størrelse storleik
støtte stønad
støy
suksess
svake
svar
svartid
svømmehall symjehall basseng
svømming symjing svømme symje
syk sjuk
sykefravær sjukefråvær
sykehjem sjukeheim aldershjem aldersheim helsehus
sykehus sjukehus
sykemelding sjukmelding
sykepleier sjukepleiar
sykkel
sykkelvei sykkelveg
system
søk
søknad
søndag
søppelkasse
søppelspann avfallsdunk søppeldunk
søsken sysken
sårbarhet sårbarheit
tall tal
tank
tann
tap
tast
taushet teieplikt taushetsplikt
tavle
teater
tegn teikn
tegning teikning
tekniker teknikar
teknologi
tekst
tekstmelding sms
telefon
telling teljing
tema
terreng
test
tid
tidsbestilling timebestilling
tidsbruk
tilbakemelding attendemelding
tilbud tilbod
tildeling tildele
tilgangsstyring tilgangskontroll
tilgjengelig
tilgjengelighet
tilknytning tilknyting
tillegg
tillit
tilpasning tilpassing
tilskudd tilskot tilskott
tilsyn
tilsynelatende
tiltak
timeliste timeregistrering timeføring
timeplan
tiår
tjeneste teneste
tjenestekjøp
tjenestetilbud tenestetilbod
toalett
tofaktor totrinn flerfaktor fleirfaktor mfa
tolk
trafikk
trafikklys
trapp
trenge trengje
trening
trinn steg
trussel
trygg
trådløs trådlaus wifi
tur
turisme reiseliv
turist
turnering
turnus vaktplan bemanning vaktliste
tverrfaglig tverrfagleg
tyveri tjuveri
tømming
uke veke uker uka
ulykke ulukke
underretning
underskudd underskot
undersøkelse spørreundersøkelse
undervisning undervising
ung ungdom
ungdomsskole ungdomsskule
universell
utbygging
utdanning
uteområde
utfordring
utgift
utleie utleige
utlending
utlysning
utlån
utredning utgreiing
utsending
utsettelse utsetjing utsette
utslipp utslepp
utstilling
utstyr
utvalg utval
utvikling utvikle
vaksine
vakt
vakthold
vaktmester vaktmeister driftsleder
valg val
valglokale vallokale
vanlig vanleg
vann vatn vass
vannføring
vannlekkasje vasslekkasje
vannverk vassverk
vanskelig vanskeleg
varme
varsellampe
varsler
varsom
vask
vedlegg
vedlikehold vedlikehald
vedtekt
veg vei
vegetasjon
veileder rettleiar
veiledning rettleiing vegleiing
veilys veglys gatelys veibelysning gatebelysning
veivalg
vekst
velferd
velferdsteknologi
venn ven
vente
venteliste
ventetid
verdi
verktøy
vern
verneombud
video
videreføring vidareføring
videregående vidaregåande
videreutvikling
vikar
vilkår
viltforvaltning
vindu vindauge
vinter
virke verke
virkelighet
virksomhet verksemd
virksomhetsstyring
vite
voksen vaksen
voksenopplæring vaksenopplæring
vold vald
vurdering evaluering
vær ver
værstasjon
våpen
ytelse yting
økning auke
økonomi
økt
ønske ynske
øvelse øving øve øvd
åpen open
åpenhet openheit
åpning opning
år
årlig årleg
årshjul
`

/** Names with a parallel name in Sami or Kven, or in the local tongue: found by either (the national register). */
const places = `
oslo oslove
hattfjelldal aarborte
rana raane
fauske fuossko
sørfold fuolldá
evenes evenášši
sortland suortá
hamarøy hábmer
trondheim tråante
namsos nåavmesjenjaelmie
røros rosse
levanger levangke
snåsa snåase
røyrvik raarvihke
harstad hárstták
tjeldsund dielddanuorri
gratangen rivtták
lavangen loabák
storfjord omasvuotna omasvuono
kåfjord gáivuotna kaivuono
nordreisa ráisa raisi
hammerfest hámmerfeasta
karasjok kárášjohka
kautokeino guovdageaidnu
porsanger porsáŋgu porsanki
tana deatnu
nesseby unjárga
`

const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' '))

/** Meanings, each as its written forms; the first is the one it is filed under. */
export const lexicon: readonly (readonly string[])[] = linesOf(meanings)

/** Place names, each as its forms in different languages. */
export const placeNames: readonly (readonly string[])[] = linesOf(places)

/** What is written out by some and shortened by others: the short form, then the long ones in both norms. */
export const shortForms: readonly (readonly [string, ...string[]])[] = [
  ['bpa', 'brukerstyrt personlig assistanse', 'brukarstyrt personleg assistanse'],
  ['dpia', 'vurdering av personvernkonsekvenser', 'personvernkonsekvensvurdering', 'vurdering av personvernkonsekvensar'],
  ['epj', 'elektronisk pasientjournal'],
  ['gis', 'geografisk informasjonssystem', 'geografiske informasjonssystemer'],
  ['iot', 'tingenes internett', 'tinganes internett'],
  ['klarspråk', 'klart språk'],
  ['pbl', 'plan- og bygningsloven', 'plan- og bygningslova'],
  ['ppt', 'pedagogisk psykologisk tjeneste', 'pedagogisk psykologisk teneste', 'pp-tjenesten', 'pp-tenesta'],
  ['ros', 'risiko og sårbarhet', 'risiko og sårbarheit', 'risiko- og sårbarhetsanalyse', 'risiko- og sårbarheitsanalyse'],
  ['rpa', 'robotisert prosessautomatisering', 'programvarerobot'],
]

/** Words too common to search for, in bokmål, nynorsk and English; all municipalities tell of what a municipality does. */
export const stopWords: ReadonlySet<string> = new Set(
  `og i på for av til med en et ein eit ei som det den de dei er var å at om fra frå vi du oss vår vårt våre dere dykk dykkar har ha hadde kan skal vil ble blei blir blitt blitte vart vere være vore vært
  ved mot under over etter ut inn opp ned bort hjem heim der her hit dit hva kva hvor kor hvem kven hvilke kva hvorfor kvifor men eller så bare berre når da då enn ennå både mellom mens gjennom uten utan alle andre annen anna egen eigen eget kunstig hvordan korleis
  innføre innføring noen nokon noe noko ingen liten lita små lite mange mye mykje flere fleire færre mer meir mest få får fått fekk fikk gjør gjer gjøre gjere går gå også òg ikke ikkje må bør min mitt din deres ny nytt nye god godt gode best bedre betre først
  man deg seg selv sjølv kommune kommunen kommuner kommunene kommunar kommunane prosjekt prosjektet prosjekter prosjektene prosjekta
  the of and in to a`.split(/\s+/),
)
