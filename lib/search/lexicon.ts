/**
 * Words of municipal projects. Each line is one meaning: the form it is filed under, then the other forms it is written in – nynorsk,
 * synonyms, and the forms it takes inside compounds. Endings and linking letters are handled by `words.ts` and stand nowhere here.
 */
const meanings = `
adgang tilgang tilgjenge
adresse
administrasjon
adopsjon
aktivitet
alarm varsel varsling
analyse
ansatt tilsett medarbeider medarbeidar
anlegg
ansvar
app
arbeid
areal
arkiv
assistent
automat automatisering
avfall renovasjon søppel boss
avlop avløp kloakk
avtale
avvik
barn born
barnehage
barnevern
base
behandling handsaming handtering håndtering
behov
beredskap
beslutning avgjerd vedtak
bibliotek
bil
bok bøker
bolig bustad
bot robot chatbot chatrobot samtalerobot
brann
bruker brukar
bruk
brev
bud anbud
budsjett
bygg bygge byggje bygning bygging
by
båt
dag
data
datter
deling
del
demens
demokrati
dialog samtale
dokument
drift
dør
digital digitalisering
eiendom eigedom
eier eigar
elev
energi straum strøm
endring
epost mail
erfaring røynsle
eldre
fag
faktura
familie
fare
fase
feil
ferie
fil
flyt
folk
forening lag
forhold tilhøve
forskning forsking
forslag framlegg
forvaltning forvalting
framtid fremtid
framdrift fremdrift
fritid
frivillig frivilligdom
funksjon
fylke
føring
gate
gebyr avgift
gevinst nytte nytteverdi
graving
grunn
grunnskole
gård gard
handel
hav sjø
helse
hjelp
hjelpemiddel
hjem heim hjemme heime
hjemmetjeneste heimeteneste
hjemmesykepleie heimesjukepleie
historikk
host haust høst
hus
hund
høring høyring
idrett
informasjon opplysning
infrastruktur
innbygger innbyggar borger borgar
innføring innforing
innkjøp anskaffelse anskaffing kjøp
innovasjon
innsyn
integrasjon
internett nett
isolasjon
journal
kart
kalender
kamera
kjøretøy køyretøy
kjøkken
klage
klasse
klima
kommune
kompetanse
kommunikasjon
kontakt
kontor
kontroll
kontrakt
kostnad
krav
kultur
kulturskole
kunnskap
kunstig
kvalitet
lag
lading
ledelse leiing
leder leiar
ledning leidning
legevakt
lege
leksikon
lekkasje
leie
leser lesar
leveranse
liv
logg
loven lov
lokal
lyd
lys ljos
lærer lærar
læring opplæring
løsning løysing
løype
maskin
mat
melding
meter
miljø
møte
måler målar
måling
mål
natt
nød naud
nøkkel nykel
næring
offentlig offentleg
omsorg
omsorgsbolig omsorgsbustad
område
opplevelse oppleving
opplegg
oppfølging oppfølgjing
oppgave oppgåve
oppvekst
ordning
ordbok
organisasjon
orden
overføring
overvåking overvaking
overgang
pasient
park
parkering
passord
penge lønn løn
pensjon
person personal personell
personvern
plan
plattform
pleie
politikk
portal
portefølje
post
pris
program
prosess
prosjekt
protokoll
prøve
publikum
pumpe
rapport
register
regnskap rekneskap
regning rekning
rehabilitering
rekruttering
rens rensing
renhold reinhald
ressurs
rettighet rett
risiko
rom
rutine
råd
rådgiver rådgjevar
sak
samarbeid
samhandling
samfunn
samisk
samtykke
sanntid
senter
sensor følar føler
server
service
serviceskranke servicetorg
sikkerhet tryggleik trygghet sikring
signal
skatt
skjema
skjerm
skjenking skjenkebevilling
skole skule
skoleskyss skuleskyss
sky
skyss transport
sluk
smart
snø
sone
sosial
språk
stab
standard
stasjon
sted stad
stilling
strategi
styring
statistikk
støtte stønad
svømmehall symjehall
syk sjuk
sykefravær sjukefråvær
sykepleier sjukepleiar
sykehus sjukehus
sykehjem sjukeheim
system
søknad
tall tal
tank
telefon
tekst
teknologi
tema
test
tidsbestilling timebestilling
tid
tilskudd tilskot
tilbud tilbod
tiltak
tilsyn
tjeneste teneste
tolk
trafikk
trygg
turnus vaktplan
tur
ulykke ulukke
undervisning undervising
ung ungdom
universell
utbygging
utdanning
utslipp utslepp
utvikling
utvalg utval
vakt
valg val
vann vatn vass
varme
vedlikehold vedlikehald
veg vei
velferd
velferdsteknologi
verdi
vern
verktøy
vinter
virksomhet verksemd
virkelighet
voksen vaksen
våpen
ytelse yting
økonomi
ønske ynske
åpning opning
åpen open
årshjul
år
enkel
hverdag kvardag
hvordan korleis
felles
ferdig
fjern
før
første fyrste
følge følgje
gjennomføring
gjenbruk ombruk
grense
hel heil
helg
hente
heis
høy høg
ikke ikkje
ikt
indikator
ide
kvinne
landbruk jordbruk
lav låg
levere
liste
lik
lese
medisin legemiddel
medisindispenser
melk mjølk
mer meir
mye mykje
navn namn
norsk
ny
opp
original
realisering
rydding
sommer sumar
selv sjølv
sammen saman
sand
se sjå
side
skriving
slutt
spørsmål
stor
strand
søk
søndag
vanlig vanleg
venn ven
vask
vente
vite
verne
uke veke
under
utstyr
behandler behandlar
saksbehandler sakshandsamar
avløser
bestilling tinging
betaling
besøk vitjing
bistand
brosjyre
bruker
brukermedvirkning
ettersyn
forebygging førebygging
forebyggende førebyggjande
forsikring
fravær fråvær
gjeld
helsestasjon
hygiene
identitet
kartlegging
kjerne
kurs
kø
kirke kyrkje
matrikkel
modell
mottak
museum
nabo
pilot
pålogging innlogging
prognose
regel regelverk
samling
skade
skap
skog
skriv
smitte
sprinkler
storbruker
tavle
tilskott
trening
tre
trapp
oppmåling
varsler
vedlegg
veileder rettleiar
veiledning rettleiing vegleiing
økt
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
