/**
 * Words of municipal projects. Each line is one meaning: the form it is filed under, then the other forms it is written in – nynorsk,
 * synonyms, and the forms it takes inside compounds. Endings and linking letters are handled by `words.ts` and stand nowhere here.
 */
const meanings = `
abonnement
adgang tilgang tilgjenge
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
app
arbeid
arbeidsgiver arbeidsgjevar
areal
arkitektur
arkiv
arrangement tilskipnad
asfalt
assistent
asyl
attest
autentisering
automat automatisering
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
barnevern
base
beboer bebuar
bedrift føretak foretak
befolkning folkesetnad
begrep omgrep
behandler behandlar
behandling handsaming handtering håndtering
behov
beite
bekk
beredskap
beskyttelse
beslutning avgjerd vedtak
besparelse innsparing
bestemmelse føresegn
bestilling tinging
besøk vitjing
betaling
betong
bevegelse rørsle
bevilling løyve tillatelse
bibliotek
bidrag
bil
bilde bilete
bistand
blankett
blokk
bok bøker
boks
bolig bustad
borettslag burettslag
bot robot chatbot chatrobot samtalerobot
brann
brev
bro bru
brosjyre
bruk
bruker brukar
brukermedvirkning
brukerstøtte brukarstøtte kundestøtte
brøyting
bud anbud
budsjett
by
bygg bygge byggje bygning bygging
byggherre
byrom
byrå
bærekraft berekraft
båndbredde breiband bredbånd
båt
container konteiner
dag
data
del
deling
deltakelse deltaking
demens
demokrati
departement
dialog samtale
digital digitalisering
direktorat
distrikt
dokument
drift
drikke
dugnad
dyr
døgn
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
elev
endring
energi straum strøm
enhet eining
enkel
epost mail
erfaring røynsle
etablering
etat
ettersyn
ettervern
fag
fagforening
faktura
familie
fare
fase
feiing feier
feil
felles
fellesskap
ferdig
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
fjernvarme
flerspråklig fleirspråkleg
flom flaum
flyktning
flyt
flytting
folk
folkehelse
folkevalgt folkevald
forankring
forbedring betring forbetring
forbruk
forebyggende førebyggjande
forebygging førebygging
foreldre føresette foresatte
forening
forenkling
foresatt føresett
forfall
forhold tilhøve
fornying fornyelse
forsikring
forskning forsking
forskrift
forslag framlegg
fortelling forteljing
forurensning forureining
forvaltning forvalting
forventning forventing
framdrift fremdrift
framtid fremtid
fravær fråvær
frist
fritid
frivillig frivilligdom
frivillighetssentral frivilligsentral
fullmakt
funksjon
fylke
fysioterapi
følge følgje
før
føring
første fyrste
garanti
garderobe
gate
gebyr avgift
gevinst nytte nytteverdi
gjeld
gjenbruk ombruk
gjennomføring
gjennomgang
gjenvinning attvinning
gjest
gjødsel
gratis
graving
grense
grunn
grunnlag
grunnskole
gruppe
grøft
gård gard
halvår
handel
handlingsplan
hav sjø
havn hamn
heimel hjemmel
heis
hel
helg
helse
helsestasjon
hendelse hending
hente
henvendelse førespurnad
henvisning tilvising
historikk
hjelp
hjelpemiddel
hjelpemiddelsentral
hjem heim hjemme heime
hjemmesykepleie heimesjukepleie
hjemmetjeneste heimeteneste
hotell
hund
hus
hverdag kvardag
hvordan korleis
hygiene
hytte
høring høyring
høst haust
høy høg
håndbok handbok
håndverker handverkar
ide
identitet
idrett
ikt
import
indikator
informasjon opplysning
infrastruktur
innbygger innbyggar borger borgar
innføring innforing
innkalling
innkjøp anskaffelse anskaffing kjøp
innlevering
innovasjon
innsamling
innsats
innspill innspel
innsyn
inntak
inntekt
institusjon
instruks
integrasjon
intern
internett nett
intervju
introduksjon
investering
invitasjon
isolasjon
journal
juridisk jus jurist
kalender
kamera
kandidat
kapasitet
kart
kartlegging
kasse
katalog
kino
kirke kyrkje
kjede
kjerne
kjøkken
kjøkkenhage
kjøretøy køyretøy
klage
klasse
klima
klimagass
klubb
kode
kollektiv
komite
kommunal
kommune
kommunedirektør rådmann
kommunikasjon
kompetanse
konflikt
konkurranse
konsulent
kontakt
konto
kontor
kontrakt
kontroll
koordinering
korrespondanse
kostnad
krav
krise
kroppsøving
kryptering
kultur
kulturskole
kunde
kunnskap
kunst
kunstig
kurs
kvalitet
kvartal
kvinne
kyst
kø
laboratorium
lading
lag
landbruk jordbruk
lav låg
ledelse leiing
leder leiar
ledning leidning
lege
legevakt
leie
lekkasje
leksikon
lenke lenkje
lese
leser lesar
leverandør
leveranse
levere
lisens
liste
liv
logg
lokal
loven lov
lyd
lys ljos
lærer lærar
læring opplæring
løsning løysing
løype
mal
mangel
mangfold mangfald
mappe
marked marknad
markedsføring marknadsføring
maskin
mat
matrikkel
medisin legemiddel
medisindispenser
medlem
medvirkning medverknad
megler meklar
melding
melk mjølk
mengde
mestring meistring
meter
migrering
miljø
minne
mobil
modell
motor
mottak
mulighet moglegheit
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
natt
nattilsyn
naturmangfold naturmangfald
navn namn
nettbrett
nettverk
nivå
norsk
nyhet
næring
næringsliv
nød naud
nødnett naudnett
nødstrøm
nøkkel nykel
observasjon
offentlig offentleg
område
omsorg
omsorgsbolig omsorgsbustad
oppdatering
oppdrag
oppdrett
oppfølging oppfølgjing
oppgave oppgåve
opphold opphald
opplegg
opplevelse oppleving
oppmøte
oppmåling
oppmålingsforretning
oppsigelse oppseiing
oppsummering
opptak
oppvekst
ordbok
orden
ordning
organisasjon
original
overføring
overgang
overordnet overordna
oversettelse omsetjing
oversikt
overvann
overvåking overvaking
pakke
panel
papir
park
parkering
partner
pasient
passord
pedagog
penge lønn løn
pensjon
pensum
periode
perm
person personal personell
personopplysning
personvern
pilot
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
post
praksis
prat
presentasjon
prioritering
pris
produkt
profil
prognose
program
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
rapport
ras skred
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
reklame
rekruttering
rektor
rekvisisjon
renhold reinhald
rens rensing
reparasjon
reserve
ressurs
restaurant
rettighet rett
revisjon
risiko
rolle
rom
rus
rutine
rydding
rør røyr
råd
rådgiver rådgjevar
sak
saksbehandler sakshandsamar
salg
samarbeid
samfunn
samhandling
samisk
samling
sammen saman
sammenslåing samanslåing
samordning
samtykke
sand
sanering
sanntid
satsing
seksjon
selskap
selv sjølv
senior
sensor følar føler
senter
sentral
sentralbord
sentrum
septik
sertifikat
server
service
serviceskranke servicetorg
side
signal
signering underskrift signatur
sikker
sikkerhet tryggleik trygghet sikring
sjekkliste
sjåfør
skade
skanning
skap
skatt
skilt
skjema
skjenking skjenkebevilling
skjerm
skjønnlitteratur
skog
skole skule
skoledag
skoleelev
skoleskyss skuleskyss
skolevei
skriv
skriving
sky
skyss transport
skytjeneste
slam
sluk
slukking
slutt
sluttrapport
smart
smitte
snø
snøscooter
sommer sumar
sone
sosial
spare
spesialist
spesialundervisning
spill spel
spor
spredning spreiing
sprinkler
sprøyte
språk
språkmodell
spørsmål
stab
standard
stasjon
statistikk
sted stad
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
student
styre
styring
størrelse storleik
støtte stønad
støy
suksess
svar
svømmehall symjehall
svømming symjing svømme symje
syk sjuk
sykefravær sjukefråvær
sykehjem sjukeheim
sykehus sjukehus
sykemelding sjukmelding
sykepleier sjukepleiar
sykkel
system
søk
søknad
søndag
søppelkasse
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
tilbud tilbod
tilgjengelig
tilgjengelighet
tillit
tilpasning tilpassing
tilskudd tilskot tilskott
tilsyn
tiltak
tjeneste teneste
tjenestekjøp
tjenestetilbud tenestetilbod
toalett
tolk
trafikk
trapp
trening
trinn steg
trussel
trygg
tur
turisme reiseliv
turist
turnering
turnus vaktplan
tverrfaglig tverrfagleg
tyveri tjuveri
tømming
uke veke uker uka
ulykke ulukke
underretning
undersøkelse spørreundersøkelse
undervisning undervising
ung ungdom
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
utslipp utslepp
utstilling
utstyr
utvalg utval
utvikling
vaksine
vakt
vakthold
vaktmester vaktmeister driftsleder
valg val
valglokale vallokale
vanlig vanleg
vann vatn vass
vannføring
varme
varsler
vask
vedlegg
vedlikehold vedlikehald
vedtekt
veg vei
vegetasjon
veileder rettleiar
veiledning rettleiing vegleiing
veivalg
vekst
velferd
velferdsteknologi
venn ven
vente
venteliste
verdi
verktøy
vern
verneombud
video
videreføring vidareføring
videreutvikling
vikar
vilkår
viltforvaltning
vindu vindauge
vinter
virkelighet
virksomhet verksemd
virksomhetsstyring
vite
voksen vaksen
voksenopplæring vaksenopplæring
vold
vurdering
værstasjon
våpen
ytelse yting
økonomi
økt
ønske ynske
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

/** Words too common to search for, in bokmål, nynorsk and English. */
export const stopWords: ReadonlySet<string> = new Set(
  `og i på for av til med en et ein eit ei som det den de dei er var å at om fra frå vi du oss vår vårt våre dere dykk har ha kan skal vil ble blei blir
  ved mot under over etter ut inn der her hva kva hvor kor men eller så bare berre når da då alle andre egen eigen the of and in to a`.split(
    /\s+/,
  ),
)
