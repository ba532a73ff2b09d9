export interface RegisteredPhaseModel {
  code: string
  name: string
  phases: RegisteredPhase[]
}

export interface RegisteredPhase {
  code: string
  nameNb: string
  nameNn: string
  nameEn: string
  gate: string | null
  checklist: RegisteredCheck[]
}

export interface RegisteredCheck {
  nb: string
  nn: string
  isMandatory: boolean
}

const must = (nb: string, nn: string): RegisteredCheck => ({ nb, nn, isMandatory: true })
const should = (nb: string, nn: string): RegisteredCheck => ({ nb, nn, isMandatory: false })

/** The national phase models. Phases and decision points follow Digdir's Prosjektveiviseren; the checklists are our own words. */
export const phaseModels: RegisteredPhaseModel[] = [
  {
    code: 'prosjektveiviseren',
    name: 'Prosjektveiviseren',
    phases: [
      {
        code: 'idea',
        nameNb: 'Idé',
        nameNn: 'Idé',
        nameEn: 'Idea',
        gate: 'BP1',
        checklist: [
          must(
            'Behovet er beskrevet, og det er tydelig hvem det gjelder',
            'Behovet er skildra, og det er tydeleg kven det gjeld',
          ),
          must(
            'Vi har sett hva andre kommuner har gjort, og notert hva vi kan bruke',
            'Vi har sett kva andre kommunar har gjort, og notert kva vi kan bruke',
          ),
          must('Mandatet for konseptfasen er skrevet', 'Mandatet for konseptfasen er skrive'),
          should('Ideen støtter kommunens planer og mål', 'Ideen støttar planane og måla til kommunen'),
          should('Konseptfasen har fått folk, tid og penger', 'Konseptfasen har fått folk, tid og pengar'),
        ],
      },
      {
        code: 'concept',
        nameNb: 'Konsept',
        nameNn: 'Konsept',
        nameEn: 'Concept',
        gate: 'BP2',
        checklist: [
          must(
            'Minst to alternativer er vurdert, og ett av dem er å la det være som i dag',
            'Minst to alternativ er vurderte, og eitt av dei er å la det vere som i dag',
          ),
          must(
            'Prosjektforslaget viser begrunnelse, kostnader og gevinstene vi venter',
            'Prosjektforslaget viser grunngiving, kostnader og gevinstane vi ventar',
          ),
          must(
            'Prosjekteier, prosjektleder og gevinstansvarlig er utpekt',
            'Prosjekteigar, prosjektleiar og gevinstansvarleg er peikte ut',
          ),
          must('Faseplanen for planleggingen er laget', 'Faseplanen for planlegginga er laga'),
          should('De som blir berørt, har fått si sin mening', 'Dei som blir råka, har fått seie si meining'),
          should(
            'Vi har vurdert å gjøre dette sammen med andre kommuner',
            'Vi har vurdert å gjere dette saman med andre kommunar',
          ),
        ],
      },
      {
        code: 'planning',
        nameNb: 'Planlegge',
        nameNn: 'Planlegge',
        nameEn: 'Planning',
        gate: 'BP3',
        checklist: [
          must(
            'Styringsdokumentet er ferdig og godkjent av prosjekteier',
            'Styringsdokumentet er ferdig og godkjent av prosjekteigar',
          ),
          must(
            'Gevinstrealiseringsplanen sier hvem som tar ut hver gevinst, og hvordan den måles',
            'Gevinstrealiseringsplanen seier kven som tek ut kvar gevinst, og korleis han blir målt',
          ),
          must('Risiko og sårbarhet er vurdert (ROS)', 'Risiko og sårbarheit er vurdert (ROS)'),
          must(
            'Vi har avklart om løsningen krever vurdering av personvernkonsekvenser (DPIA), og gjort den om nødvendig',
            'Vi har avklart om løysinga krev vurdering av personvernkonsekvensar (DPIA), og gjort ho om nødvendig',
          ),
          should(
            'Anskaffelsen er avklart: avtale vi har, felles innkjøp eller egen konkurranse',
            'Innkjøpet er avklart: avtale vi har, felles innkjøp eller eigen konkurranse',
          ),
          should('Plan for opplæring og kommunikasjon er laget', 'Plan for opplæring og kommunikasjon er laga'),
        ],
      },
      {
        code: 'execution',
        nameNb: 'Gjennomføre',
        nameNn: 'Gjennomføre',
        nameEn: 'Execution',
        gate: 'BP4',
        checklist: [
          must(
            'Leveransene er godkjent etter kriteriene vi ble enige om',
            'Leveransane er godkjende etter kriteria vi vart samde om',
          ),
          must('Drift, forvaltning og brukerstøtte er avtalt', 'Drift, forvaltning og brukarstøtte er avtalt'),
          must('Linjeorganisasjonen er klar til å ta over', 'Linjeorganisasjonen er klar til å ta over'),
          should('De som skal bruke løsningen, har fått opplæring', 'Dei som skal bruke løysinga, har fått opplæring'),
          should(
            'Løsningen er prøvd mot kravene til universell utforming',
            'Løysinga er prøvd mot krava til universell utforming',
          ),
          must('Avslutningsanbefalingen er skrevet', 'Tilrådinga om avslutning er skriven'),
        ],
      },
      {
        code: 'closing',
        nameNb: 'Avslutte',
        nameNn: 'Avslutte',
        nameEn: 'Closing',
        gate: 'BP5',
        checklist: [
          must('Sluttrapporten er skrevet', 'Sluttrapporten er skriven'),
          must('Erfaringene er samlet og delt', 'Erfaringane er samla og delte'),
          must('Ansvaret for gevinstene er overført til linjen', 'Ansvaret for gevinstane er ført over til linja'),
          should('Prosjektdokumentene er arkivert', 'Prosjektdokumenta er arkiverte'),
          should('Regnskapet for prosjektet er avsluttet', 'Rekneskapen for prosjektet er avslutta'),
        ],
      },
      {
        code: 'realisation',
        nameNb: 'Realisere',
        nameNn: 'Realisere',
        nameEn: 'Realisation',
        gate: 'BP6',
        checklist: [
          must('Gevinstene er målt slik planen sier', 'Gevinstane er målte slik planen seier'),
          must('Avvik fra gevinstplanen er forklart og fulgt opp', 'Avvik frå gevinstplanen er forklarte og følgde opp'),
          should('Erfaringsrapporten er oppdatert med det vi har målt', 'Erfaringsrapporten er oppdatert med det vi har målt'),
          should('Videre oppfølging er bestemt', 'Vidare oppfølging er bestemt'),
        ],
      },
    ],
  },
  {
    code: 'program',
    name: 'Program',
    phases: [
      {
        code: 'identify',
        nameNb: 'Identifisere',
        nameNn: 'Identifisere',
        nameEn: 'Identify',
        gate: null,
        checklist: [
          must('Endringen programmet skal føre til, er beskrevet', 'Endringa programmet skal føre til, er skildra'),
          must('Programeier er utpekt', 'Programeigar er peikt ut'),
          should('Vi har sett hva lignende programmer har gitt andre', 'Vi har sett kva liknande program har gitt andre'),
        ],
      },
      {
        code: 'define',
        nameNb: 'Definere',
        nameNn: 'Definere',
        nameEn: 'Define',
        gate: null,
        checklist: [
          must(
            'Prosjektene i programmet og avhengighetene mellom dem er kjent',
            'Prosjekta i programmet og avhengnadene mellom dei er kjende',
          ),
          must('Gevinstene er fordelt på dem som skal ta dem ut', 'Gevinstane er fordelte på dei som skal ta dei ut'),
          should('Programmet har folk og penger for det første året', 'Programmet har folk og pengar for det første året'),
        ],
      },
      {
        code: 'execute',
        nameNb: 'Gjennomføre',
        nameNn: 'Gjennomføre',
        nameEn: 'Execute',
        gate: null,
        checklist: [
          must('Hvert prosjekt har levert det programmet trenger', 'Kvart prosjekt har levert det programmet treng'),
          must('Gevinstene blir målt underveis', 'Gevinstane blir målte undervegs'),
          should('Erfaringer er delt mellom prosjektene', 'Erfaringar er delte mellom prosjekta'),
        ],
      },
      {
        code: 'close',
        nameNb: 'Avslutte',
        nameNn: 'Avslutte',
        nameEn: 'Close',
        gate: null,
        checklist: [
          must('Ansvaret er overført til linjen', 'Ansvaret er ført over til linja'),
          must('Erfaringene fra programmet er samlet og delt', 'Erfaringane frå programmet er samla og delte'),
        ],
      },
    ],
  },
]
