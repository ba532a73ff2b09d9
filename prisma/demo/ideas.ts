import type { IdeaDecision } from '@/generated/prisma/enums'
import type { IsoDate } from '@/lib/platform/dates'

/** An idea of the demo. All of it is fiction. */
export interface DemoIdea {
  /** Of the municipality. */
  number: string
  /** Keys of people of the municipality. */
  author: string
  registeredOn: IsoDate
  title: string
  background?: string
  problem?: string
  benefits?: string
  proposal?: string
  /** Strategic, quality, economic, operational and risk, each 1–5. */
  scores?: readonly [number, number, number, number, number]
  adjustment?: { by: number; reason: string }
  decided?: { decision: Exclude<IdeaDecision, 'considering'>; on: IsoDate; by: string; reason: string }
  /** The key of the project that the idea became. */
  project?: string
}

export const ideas: DemoIdea[] = [
  {
    number: '4202',
    author: 'marit',
    registeredOn: '2026-04-14',
    title: 'Ett sted for tallene lederne trenger',
    background: 'Enhetslederne får tall om økonomi fra én, sykefravær fra en annen og tjenestetall fra en tredje.',
    problem: 'Tallene er sjelden fra samme dag, og lederne bruker møtene på å diskutere hvilke som stemmer.',
    benefits: 'Rundt to timer spart per leder hver måned. Sykefravær kan følges opp mens det ennå går an å gjøre noe.',
    proposal: 'Vise sykefravær, økonomi og tjenestetall for egen enhet på ett sted, oppdatert hver natt.',
    scores: [5, 4, 4, 4, 4],
    adjustment: { by: 2, reason: 'Vedtatt i handlingsprogrammet for 2026.' },
    decided: {
      decision: 'approved',
      on: '2026-09-10',
      by: 'tor',
      reason: 'Bygger opp under målene i økonomiplanen, og vi har fagfolkene som trengs.',
    },
    project: 'ledertall',
  },
  {
    number: '4202',
    author: 'hanne',
    registeredOn: '2026-10-05',
    title: 'Digital medisinliste for hjemmetjenesten',
    background: 'Hjemmetjenesten fører medisiner på papir hos rundt 140 brukere.',
    problem:
      'Listen hjemme hos brukeren og listen i journalen er ikke alltid like. I 2025 var 31 avviksmeldinger om feil medisin.',
    benefits: 'Færre feil, tryggere brukere og mindre tid til å ringe fastlegen.',
    proposal: 'Ta i bruk den nasjonale medisinlisten i to soner først, og evaluere etter tre måneder.',
    scores: [5, 5, 3, 5, 3],
    adjustment: { by: 3, reason: 'Statsforvalteren har bedt om en plan etter tilsynet i vår.' },
    decided: {
      decision: 'approved',
      on: '2026-11-12',
      by: 'tor',
      reason: 'Handler om pasientsikkerhet og er varslet i tilsynet. Konseptet skal si hva opplæringen koster.',
    },
  },
  {
    number: '4202',
    author: 'kjell',
    registeredOn: '2026-09-18',
    title: 'Sjekkliste som hjelper søkere før de sender inn',
    background: 'Mange som søker om garasje eller tilbygg, gjør det bare én gang i livet.',
    problem: 'Søknader mangler fortsatt nabovarsel eller kart, og må i retur.',
    benefits: 'Færre returer og raskere svar. Vi anslår 150 færre brev i året.',
    proposal: 'Lage en veiviser på nettsidene som spør om tiltaket og gir en ferdig sjekkliste.',
    scores: [4, 4, 3, 3, 5],
  },
  {
    number: '4202',
    author: 'bjorn',
    registeredOn: '2026-08-24',
    title: 'Skanne det gamle eiendomsarkivet',
    background: 'Eiendomsarkivet før 1998 står i kjelleren på rådhuset, på rundt 260 hyllemeter.',
    problem: 'Innbyggere og meglere må vente i snitt fire dager på kopier, og papiret tåler stadig mindre.',
    benefits: 'Innsyn samme dag og ett rom å leie ut.',
    proposal: 'Sette ut skanningen, og legge arkivet ut til innsyn med skjerming av det som er unntatt.',
    scores: [3, 4, 3, 3, 4],
    adjustment: { by: -2, reason: 'Lokalet må uansett stå tomt til taket er tettet i 2027.' },
  },
  {
    number: '4202',
    author: 'siri',
    registeredOn: '2026-06-02',
    title: 'Selvbetjent bytte av passord',
    problem: 'Hver fjerde henvendelse til brukerstøtte handler om et glemt passord.',
    benefits: 'Raskere hjelp til de ansatte, og rundt åtte timer i uka til annet arbeid.',
    proposal: 'La de ansatte bytte passord selv etter å ha bekreftet hvem de er.',
    scores: [2, 3, 4, 2, 5],
    decided: {
      decision: 'rejected',
      on: '2026-08-20',
      by: 'siri',
      reason: 'God idé, men den trenger ikke å være et prosjekt. Brukerstøtten gjør det i linjen før jul.',
    },
  },
  {
    number: '4202',
    author: 'hanne',
    registeredOn: '2026-05-11',
    title: 'Robotgressklippere på sykehjemmene',
    problem: 'Vaktmesterne bruker en dag i uka på plenene om sommeren.',
    scores: [1, 1, 2, 1, 3],
    decided: {
      decision: 'rejected',
      on: '2026-06-15',
      by: 'tor',
      reason: 'Liten gevinst for kommunen som helhet. Driften kan kjøpe inn én på prøve hvis de vil.',
    },
  },
  {
    number: '4202',
    author: 'ingrid',
    registeredOn: '2026-11-16',
    title: 'Varsle innbyggere når veien deres blir stengt',
    background: 'I dag legger vi ut en nyhet på nettsidene.',
    problem: 'De fleste oppdager det først når de står foran sperringen. Hjemmetjenesten kommer for sent.',
    benefits: 'Færre som må snu, og færre telefoner til servicetorget.',
    proposal: 'Sende en melding til alle som bor langs veien, slik vi allerede gjør ved vannavstenging.',
  },
  {
    number: '4202',
    author: 'marit',
    registeredOn: '2026-11-20',
    title: 'Felles bookingløsning for møterom og kommunale biler',
  },
  {
    number: '4215',
    author: 'amina',
    registeredOn: '2026-01-07',
    title: 'Samle alle henvendelser fra innbyggerne',
    background: 'Vi svarer på telefon, e-post, chat og i skranken.',
    problem: 'Den som ringer for andre gang, må forklare alt på nytt.',
    benefits: 'Flere får svar første gang, og vi ser hva folk spør om.',
    proposal: 'Innbyggerne skal få svar de forstår, i den kanalen de spør i.',
    scores: [5, 5, 3, 4, 4],
    decided: {
      decision: 'approved',
      on: '2026-01-26',
      by: 'kjell',
      reason: 'Svarer på det innbyggerne klaget mest over i undersøkelsen i fjor.',
    },
    project: 'dialog',
  },
  {
    number: '4215',
    author: 'trine',
    registeredOn: '2026-09-29',
    title: 'Måle overløp til sjøen automatisk',
    background: 'Kommunen har 22 overløp. De blir sett til for hånd etter kraftig regn.',
    problem: 'Vi vet ikke hvor mye urenset avløpsvann som går ut, og må anslå det i rapporten til statsforvalteren.',
    benefits: 'Riktige tall, raskere utrykning og bedre badevann.',
    proposal: 'Sette målere på de åtte overløpene som går oftest, på nettet vi alt har til vannmålerne.',
    scores: [4, 3, 3, 5, 4],
  },
  {
    number: '4215',
    author: 'ola',
    registeredOn: '2026-11-09',
    title: 'Gjenbruk av gamle nettbrett fra skolen',
    problem: 'Rundt 300 nettbrett blir levert inn hvert år, og mange virker fint.',
    proposal: 'Slette dem trygt og låne dem ut på biblioteket og dagsenteret.',
  },
]
