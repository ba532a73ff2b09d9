import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { standpointOf } from '@/lib/municipalities/likeness/queries'
import { type Actor, visitor } from '@/lib/platform/actor'
import { signin, type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import {
  makeAdvisor,
  makeCollaboration,
  makeDraftReport,
  makeMunicipality,
  makeProject,
  makeReport,
  makeStaff,
  owner,
} from '@/lib/testing/builders'
import { sampleLesson } from '@/lib/testing/sample'
import { indexDocument, removeDocument } from './commands'
import { searchQuery } from './input'
import { searchAll } from './queries'
import { fold } from './stem'

/** What lies around in the index: a hundred titles of the same world, none of them an answer to the cases below. */
const around =
  `Nytt telefonsystem i servicetorget; Trådløst nett på rådhuset; Felles kart for beredskap; Flåtestyring av kommunens biler; Ladestolper ved helsehuset;
  Robot leser fakturaer; Ny nettside uten PDF-er; Elektronisk signering av arbeidsavtaler; Lisensgjennomgang i skyen; Totrinnsbekreftelse for alle ansatte;
  Øvelse mot løsepengevirus; Databehandleravtaler samlet på ett sted; Sensorer i parkeringshus; Smarte søppelspann i sentrum; Digital nøkkelboks hos eldre;
  Turnus med kunstig intelligens; Språkmodell svarer på spørsmål om ferie; Prediksjon av sykefravær; Betaling med kort i svømmehallen; Utlån av utstyr uten kø;
  Bibliotek åpent døgnet rundt; Påmelding til kulturskolen; Digital turløype; Strømming av kommunestyret; Talegjenkjenning i møter;
  Elektroniske valg i ungdomsrådet; Lønnsslipp på telefon; Reiseregninger uten papir; Budsjett som alle forstår; Opplæring i regneark;
  Nettbrett til førsteklassinger; Fravær meldes i app; Foreldremøter på video; Leksehjelp på skjerm; Fjernundervisning i små bygder;
  Opptak til barnehage på en dag; Vikarer i barnehagen; Måltidsplanlegging i barnehagen; Allergiregister; Bilder av barn – samtykke på mobil;
  Medisindispenser hjemme hos brukeren; Digitalt tilsyn om natten; Fallsensor; Videokonsultasjon med fastlegen; Felles pasientjournal;
  Kjernejournal i legevakten; Rehabilitering med spill; Digital hjemmeoppfølging av kols; GPS for personer med demens; Pårørendeportal;
  Overvåking av pumpestasjoner; Lekkasjesøk med lytting; Flomvarsling i elva; Kvikkleire kartlagt med drone; Snøbrøyting vist på kart;
  Gatelys som dimmes; Feil på vei meldes med bilde; Asfaltplan fra laserskanning; Parkering uten automat; Søknad om skjenkebevilling;
  Startlån på nett; Sosialhjelp på nett; Bosetting av flyktninger; Tolk på skjerm; Politisk saksliste på nettbrett`
    .split(';')
    .map((title) => title.trim())

const givenCases = readFileSync(path.join(__dirname, 'search-cases.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => /^([^,]+),([^,]+),/.exec(line)?.slice(1) as [string, string])

/** Like the given ones, and not among them. */
const ownCases: [string, string, string][] = [
  ['sjukeheim', 'Velferdsteknologi på sykehjemmene', 'nn→nb'],
  ['pedagogisk-psykologisk teneste', 'Journalføring i PP-tjenesten', 'skrevet ut→forkortet'],
  ['PPT', 'Kø hos pedagogisk psykologisk tjeneste', 'forkortet→skrevet ut'],
  ['risiko- og sårbarheitsanalyse', 'ROS for vannverket', 'nn, skrevet ut→forkortet'],
  ['heimeteneste', 'Ruteplanlegging i hjemmetjenesten', 'nn→nb, sammensatt'],
  ['hjemmetjeneste', 'Nye arbeidsmåtar i heimetenesta', 'nb→nn, bøying'],
  ['overvatn', 'Håndtering av overvann i tettsteder', 'nn→nb, ukjent forledd'],
  ['drikkevann', 'Prøvetaking av drikkevatn', 'nb→nn, ukjent forledd'],
  ['eiendomsskatt', 'Taksering for egedomsskatt', 'nb→nn, sammensatt'],
  ['medverknad', 'Medvirkning i planprosesser', 'nn→nb, avledning'],
  ['undersøking', 'Brukerundersøkelser på mobil', 'nn→nb, avledning og sammensetning'],
  ['tryggleik', 'Informasjonssikkerheten i små kommuner', 'nn→nb, etterledd i bestemt form'],
  ['rekneskap', 'Automatisk avstemming i regnskapet', 'nn→nb'],
  ['høring', 'Høyringsportal for innbyggjarane', 'nb→nn, forledd'],
  ['løysing', 'Ei felles løsning for timebestilling', 'nn→nb'],
  ['kvardag', 'Enklere hverdag for vaktmestrene', 'nn→nb'],
  ['egenmelding', 'Eigenmelding på telefon', 'nb→nn, lyd'],
  ['personvernombod', 'Felles personvernombud', 'nn→nb'],
  ['elevmapper', 'Overgang til digital elevmappe', 'bøying'],
  ['vannlekkasje', 'Færre lekkasjar på vassnettet', 'nb→nn, delene hver for seg'],
  ['behandling av byggesaker', 'Byggesaksbehandling uten papir', 'delene hver for seg → sammensatt'],
  ['gevinstrealisering', 'Plan for realisering av gevinster', 'sammensatt → delene hver for seg'],
  ['renovasjon', 'Ruter for søppelhenting', 'synonym'],
  ['innkjøp', 'Felles anskaffelse av brannbiler', 'synonym'],
  ['opplæring', 'Læring på arbeidsplassen', 'synonym'],
  ['byggesaksbehandlnig', 'Byggesaksbehandling uten papir', 'skrivefeil, ombyttet'],
  ['arkvisystem', 'Nytt arkivsystem i drift', 'skrivefeil, ombyttet'],
  ['sykehjm', 'Velferdsteknologi på sykehjemmene', 'skrivefeil, manglende bokstav'],
  ['gevinnst', 'Plan for realisering av gevinster', 'skrivefeil, dobbel bokstav'],
  ['persovern', 'Felles personvernombud', 'skrivefeil i forledd'],
  ['digtial elevmappe', 'Overgang til digital elevmappe', 'skrivefeil i ett av to ord'],
  ['grimsatd', 'Skoleruta i Grimstad', 'skrivefeil i navn, ombyttet'],
  ['lilesand', 'Skoleruta i Lillesand', 'skrivefeil i navn, manglende bokstav'],
  ['eArkiv', 'E-arkiv for alle', 'bindestrek'],
  ['IKTDRIFT', 'IKT-drift i fellesskap', 'bindestrek og store bokstaver'],
  ['drift', 'IKT-drift i fellesskap', 'etter bindestrek'],
  ['loesning', 'Ei felles løsning for timebestilling', 'ø som oe'],
  ['hoering', 'Høyringsportal for innbyggjarane', 'ø som oe, nb→nn'],
  ['laerling', 'Lærlinger i IKT', 'æ som ae'],
  ['vassmaalar', 'Måler for vann i hver bolig', 'å som aa, nn→nb, delene hver for seg'],
  ['barnevernloesning', 'Ny løysing for barnevernet', 'ø som oe'],
  ['sosialtjeneste', 'Sosialtenesta på nett', 'nb→nn'],
  ['sokelosning', 'Felles søkeløsning', 'ø som o i begge ledd'],
  ['hjelpemiddel', 'Lager for hjelpemidler', 'bøying'],
  ['karasjok', 'Tospråklig saksgang i Kárášjohka', 'samisk navn'],
  ['Karasjohka', 'Tospråklig saksgang i Kárášjohka', 'samisk uten særtegn'],
  ['porsangu', 'Kvensk skilting i Porsáŋgu', 'samisk uten særtegn'],
  ['kaivuono', 'Kvensk biblioteksøk i Kåfjord', 'kvensk navn'],
  ['gaivuotna', 'Kvensk biblioteksøk i Kåfjord', 'samisk uten særtegn'],
  ['kaafjord', 'Kvensk biblioteksøk i Kåfjord', 'å som aa'],
  ['velferdstek', 'Velferdsteknologi på sykehjemmene', 'begynnelsen av et ord'],
  ['teknologi for velferd', 'Velferdsteknologi på sykehjemmene', 'småord hoppes over'],
]

const titleOf = ({ title }: { title: { text: string }[] }) => title.map(({ text }) => text).join('')
const find = async (actor: Actor, address: Record<string, string>) =>
  searchAll(actor, searchQuery.parse(address), await standpointOf(actor, ''))
const titles = async (actor: Actor, address: Record<string, string>) => (await find(actor, address)).hits.map(titleOf)

/** Something that can be found by everybody: a lesson with this title, else like every other. */
type Share = (title: string) => Promise<string>

async function openShelf(): Promise<Share> {
  const kari = await makeStaff()
  const project = await makeProject(kari, { title: 'Innsamling', goal: '', background: '', deliverables: [], benefits: [] })
  const municipalityId = kari.municipality.id
  const lead = 'Begynn i det små og se hva som skjer'
  return async (title) => {
    const id = newId()
    await owner().lesson.createMany({
      data: [
        {
          id,
          title,
          municipalityId,
          projectId: project.id,
          kind: 'did_right',
          whatHappened: '',
          recommendation: lead,
          visibility: 'open',
          themeCode: 'data-og-ki',
        },
      ],
    })
    const body = 'Vi brukte et halvt år, og ville brukt kortere tid om igjen. Leverandøren var med hele veien.'
    const source = { kind: 'lesson', municipalityId, subjectId: id, title, lead, names: [], body, technologies: [] } as const
    await owner().$transaction((tx) => indexDocument(tx, { ...source, names: [], technologies: [], themeCode: 'data-og-ki' }))
    return id
  }
}

describe('finding', () => {
  let share: Share

  beforeAll(async () => {
    share = await openShelf()
    for (const title of around) await share(title)
  })

  async function expectFound(q: string, text: string): Promise<void> {
    const id = await share(text)
    const found = await titles(visitor, { q })
    await owner().$transaction((tx) => removeDocument(tx, { kind: 'lesson', subjectId: id }))
    expect(found.slice(0, 3)).toContain(text)
  }

  test('there is enough around to get lost in', () => {
    expect(around.length).toBeGreaterThanOrEqual(60)
    expect(givenCases.length).toBe(18)
    expect(ownCases.length).toBeGreaterThanOrEqual(25)
  })

  test.each(givenCases)('«%s» finds «%s» among the first three', expectFound)

  test.each(ownCases)('«%s» finds «%s» among the first three: %s', expectFound)

  test.each(['xqzzy', 'qwrtplk', 'romskip', 'dinosaur', 'grønnlandshvalfangst', '!!!', '12345678901'])(
    '«%s» finds nothing',
    async (q) => {
      const { total, hits } = await find(visitor, { q })
      expect([total, hits]).toEqual([0, []])
    },
  )

  test('every municipality is found by its name, its parallel names, and without special letters', async () => {
    const municipalities = await owner().municipality.findMany({
      where: { number: { lt: '6000' } },
      select: { displayName: true, name: true, parallelNames: true },
    })
    expect(municipalities.length).toBe(357)
    const missed: string[] = []
    for (const { displayName, name, parallelNames } of municipalities) {
      for (const q of new Set([name, fold(name), ...parallelNames, ...parallelNames.map(fold)])) {
        const found = (await titles(visitor, { q, type: 'kommune' })).slice(0, 5)
        if (!found.includes(displayName)) missed.push(`${q} ≠ ${displayName}`)
      }
    }
    expect(missed).toEqual([])
  }, 240_000)
})

describe('the list', () => {
  test('marks what was searched for, also by its meaning', async () => {
    const share = await openShelf()
    await share('Takstmann på nett for egedomsskatt og gebyr')
    const [hit] = (await find(visitor, { q: 'eiendomsskatt takstmann' })).hits
    expect(hit?.title.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['Takstmann', 'egedomsskatt'])
  })

  test('twenty a page, each once; a page beyond the end is the last', async () => {
    const share = await openShelf()
    for (let number = 1; number <= 23; number++) await share(`Fyrlykt ${number}`)
    const pages = await Promise.all([1, 2, 99].map((side) => find(visitor, { q: 'fyrlykt', side: String(side) })))
    const [first, second, beyond] = pages.map(({ hits }) => hits.map(titleOf))
    expect(pages.map(({ page, pageCount, total }) => [page, pageCount, total])).toEqual([1, 2, 2].map((page) => [page, 2, 23]))
    expect(first).toHaveLength(20)
    expect(new Set([...(first ?? []), ...(second ?? [])]).size).toBe(23)
    expect(beyond).toEqual(second)
  })

  test('a facet is counted with the others applied, but not itself', async () => {
    const [small, large] = [await makeMunicipality({ population: 2_100 }), await makeMunicipality({ population: 61_000 })]
    for (const [municipality, outcome] of [
      [small, 'in_operation'],
      [small, 'stopped'],
      [large, 'stopped'],
    ] as const) {
      const kari = await makeStaff({ municipality })
      await makeReport(kari, await makeProject(kari, { technologies: ['Tåkelur'] }), {
        title: 'Nebelhorn i havna',
        visibility: 'open',
        outcome,
      })
    }
    const address = { q: 'nebelhorn', storrelse: 'under5000' }
    const { total, facets } = await find(visitor, address)
    expect(total).toBe(2)
    expect(facets.storrelse).toEqual([
      { value: 'under5000', count: 2 },
      { value: 'over50000', count: 1 },
    ])
    expect(facets.utfall).toEqual([
      { value: 'in_operation', count: 1 },
      { value: 'stopped', count: 1 },
    ])
    expect(facets.tema).toEqual([{ value: 'barnehage', count: 2 }])
    expect(facets.teknologi).toEqual([{ value: 'Tåkelur', count: 2 }])
    expect(facets.type).toEqual([{ value: 'rapport', count: 2 }])
    expect((await find(visitor, { ...address, utfall: 'stopped' })).total).toBe(1)
    expect((await find(visitor, { ...address, teknologi: 'TÅKELUR' })).total).toBe(2)
  })

  test('without words, the newest reports come first', async () => {
    const kari = await makeStaff()
    for (const publishedOn of ['2098-03-01', '2099-03-01', '2097-03-01'])
      await makeReport(kari, await makeProject(kari), { title: `Framtid ${publishedOn}`, visibility: 'open', publishedOn })
    const { hits, reading } = await find(visitor, {})
    expect(hits.slice(0, 3).map(titleOf)).toEqual(['Framtid 2099-03-01', 'Framtid 2098-03-01', 'Framtid 2097-03-01'])
    expect(reading).toBe('exact')
    expect(hits.every(({ kind }) => kind === 'report')).toBe(true)
  })

  test('says when it had to guess, and when it found nothing suggests what is there', async () => {
    const share = await openShelf()
    await share('Varmepumpe i rådhuset')
    expect(await find(visitor, { q: 'varmepmupe' })).toMatchObject({ reading: 'corrected', meant: 'Varmepumpe', suggestions: [] })
    const none = await find(visitor, { q: 'varmepetroleum' })
    expect(none).toMatchObject({ total: 0, reading: 'exact', meant: null })
    expect(none.suggestions).toContain('Varmepumpe i rådhuset')
    expect(none.themes.length).toBeGreaterThan(0)
  })

  test('a mangled address shows the first page', async () => {
    const mangled = { q: 'by\u0000gg', type: 'x', tema: '\u0000', teknologi: '\u0000', storrelse: 'x', utfall: 'x', side: '-1' }
    expect(await find(visitor, mangled)).toMatchObject({ page: 1 })
    expect(searchQuery.parse({ q: ['a', 'b'], side: 'to' })).toMatchObject({ q: '', side: 1 })
    expect(await find(visitor, { q: `'; \\ & | ! <-> :* ( %_ "` })).toMatchObject({ total: 0 })
  })

  test('the search is noted with its hits, once, as it was first asked, and without a person', async () => {
    const share = await openShelf()
    await share('Luftskip til Svalbard')
    const kari = await makeStaff()
    for (const side of ['1', '2']) await find(kari, { q: 'luftskip', side })
    await find(kari, { q: 'luftskip', fylke: 'Agder' })
    await find(kari, { q: 'luftskip', lik: 'ja' })
    await find(kari, { q: '' })
    const noted = await owner().searchLog.findMany({ where: { query: { contains: 'luftskip' } } })
    expect(noted.map(({ query, hits }) => [query, hits])).toEqual([['luftskip', 1]])
    expect(await owner().searchLog.count({ where: { query: '' } })).toBe(0)
    expect(Object.keys(noted[0] ?? {}).sort()).toEqual(['at', 'hits', 'id', 'query'])
  })

  test('what was only guessed is noted as not found, and no number that names a person is noted at all', async () => {
    const share = await openShelf()
    await share('Svalbardekspressen')
    expect(await find(visitor, { q: 'svalbarekspresen' })).toMatchObject({ total: 1, reading: 'alike' })
    for (const q of ['nabovarsel 13097248022', '130972 48022', 'saksnummer 13097248023']) await find(visitor, { q })
    const noted = await owner().searchLog.findMany({
      where: { OR: [{ query: { startsWith: 's' } }, { query: { contains: 'nabo' } }] },
    })
    const hitsOf = new Map(noted.map(({ query, hits }) => [query, hits]))
    expect(hitsOf.get('svalbarekspresen')).toBe(0)
    expect([hitsOf.has('nabovarsel'), hitsOf.has('saksnummer 13097248023')]).toEqual([true, true])
    expect(await owner().searchLog.count({ where: { query: { contains: '48022' } } })).toBe(0)
  })

  test('what is indexed anew is found by its new words only', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari, { title: 'Sjøorm', visibility: 'open' })
    const source = { kind: 'project', municipalityId: kari.municipality.id, subjectId: project.id, lead: '', body: '' } as const
    await transaction(kari, (tx) => indexDocument(tx, { ...source, title: 'Havhest', names: [], technologies: [] }))
    expect((await find(visitor, { q: 'havhest' })).total).toBe(1)
    expect((await find(visitor, { q: 'sjøorm' })).total).toBe(0)
    await transaction(kari, (tx) => removeDocument(tx, source))
    expect((await find(visitor, { q: 'havhest' })).total).toBe(0)
  })

  test('nobody writes into the index for another municipality', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const project = await makeProject(kari, { title: 'Trollgarn', visibility: 'open' })
    const source = { kind: 'project', municipalityId: kari.municipality.id, subjectId: project.id, lead: '', body: '' } as const
    const forgery = { ...source, title: 'Drivgarn', names: [], technologies: [] }
    await expect(transaction(ola, (tx) => indexDocument(tx, forgery))).rejects.toThrow()
    await transaction(ola, (tx) => removeDocument(tx, source))
    expect(await titles(visitor, { q: 'trollgarn' })).toEqual(['Trollgarn'])
  })
})

describe('who sees what', () => {
  /** Reports, projects and lessons of one municipality, one for each audience, all with the same word in the title. */
  async function town() {
    const [kari, member, stranger, advisor] = [await makeStaff(), await makeStaff(), await makeStaff(), await makeAdvisor()]
    const { slug, id: visibleToCollaborationId } = await makeCollaboration([kari.municipality, member.municipality])
    for (const visibility of ['municipality', 'collaboration', 'municipalities', 'open'] as const) {
      const collaboration = visibility === 'collaboration' ? slug : undefined
      const project = await makeProject(kari, {
        title: `Sjøslange prosjekt ${visibility}`,
        visibility,
        collaboration,
        lessons: [{ ...sampleLesson, title: `Sjøslange erfaring ${visibility}` }],
      })
      const { id } = await makeReport(kari, project, { title: `Sjøslange rapport ${visibility}`, visibility })
      if (collaboration) await owner().experienceReport.update({ where: { id }, data: { visibleToCollaborationId } })
    }
    const open = { visibility: 'open' } as const
    await makeDraftReport(kari, await makeProject(kari, { title: 'Noe annet' }), { title: 'Sjøslange utkast', ...open })
    return { kari, member, stranger, advisor }
  }

  const seenBy = {
    kari: ['collaboration', 'municipalities', 'municipality', 'open'],
    member: ['collaboration', 'municipalities', 'open'],
    stranger: ['municipalities', 'open'],
    advisor: ['municipalities', 'open'],
    visitor: ['open'],
  }

  test('a hit is shown to those who may read the thing, in hits, counts, facets, typos and suggestions alike', async () => {
    const people = { ...(await town()), visitor }
    for (const [name, audiences] of Object.entries(seenBy)) {
      const who = people[name as keyof typeof seenBy]
      const expected = audiences
        .flatMap((audience) => ['rapport', 'prosjekt', 'erfaring'].map((kind) => `Sjøslange ${kind} ${audience}`))
        .sort()
      const { hits, total, facets } = await find(who, { q: 'sjøslange' })
      expect(hits.map(titleOf).sort(), name).toEqual(expected)
      expect(total, name).toBe(expected.length)
      expect(
        facets.type.map(({ count }) => count),
        name,
      ).toEqual([audiences.length, audiences.length, audiences.length])
      expect(
        facets.tema.reduce((sum, { count }) => sum + count, 0),
        name,
      ).toBeLessThanOrEqual(expected.length)
      const guessed = await find(who, { q: 'sjøslnage' })
      expect(guessed.hits.map(titleOf).sort(), name).toEqual(expected)
      const { suggestions } = await find(who, { q: 'sjøslagferd' })
      expect(suggestions.length, name).toBeGreaterThan(0)
      expect(
        suggestions.filter((title) => !expected.includes(title)),
        name,
      ).toEqual([])
    }
  })

  test('what is taken back is no longer found, without a word to the index', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const report = await makeReport(kari, await makeProject(kari), { title: 'Draugen i naustet', visibility: 'open' })
    expect((await find(ola, { q: 'draugen' })).total).toBe(1)
    await owner().experienceReport.update({ where: { id: report.id }, data: { visibility: 'municipality' } })
    expect([(await find(ola, { q: 'draugen' })).total, (await find(kari, { q: 'draugen' })).total]).toEqual([0, 1])
  })

  test('municipalities and collaborations are found by all', async () => {
    for (const who of [visitor, await makeStaff(), await makeAdvisor()]) {
      expect((await find(who, { q: 'IKT Agder', type: 'samarbeid' })).total).toBeGreaterThan(0)
      expect(await titles(who, { q: 'grimstad', type: 'kommune' })).toContain('Grimstad')
    }
  })

  test('where nobody is asking, and in the middle of signing in, nothing is found', async () => {
    const everything = (tx: Tx) =>
      tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM search_hits(NULL, NULL, NULL)`
    const suggested = (tx: Tx) => tx.$queryRaw<unknown[]>`SELECT title FROM search_suggestions('grimstad', 5)`
    await transaction(signin, async (tx) => {
      expect(await everything(tx)).toEqual([{ count: 0 }])
      await tx.$queryRaw`SELECT set_config('delt.viewer_kind', '', true)`
      expect(await everything(tx)).toEqual([{ count: 0 }])
      expect(await suggested(tx)).toEqual([])
    })
    expect((await transaction(visitor, everything))[0]?.count).toBeGreaterThan(0)
  })

  test('the matching itself is out of reach: it does not ask who may see', async () => {
    await expect(
      transaction(visitor, (tx) => tx.$queryRaw`SELECT * FROM search_matches(NULL, NULL, NULL, NULL)`),
    ).rejects.toThrow(/permission denied/)
  })
})

test('only what comes from municipalities like one’s own, for those who have one', async () => {
  const facts = { county: 'Liknes', kostraGroup: 'EKG99', population: 31_111, centralityClass: 2 }
  const [me, like] = [await makeMunicipality(facts), await makeMunicipality(facts)]
  const unlike = await makeMunicipality({ county: 'Storby', kostraGroup: 'EKG13', population: 690_000, centralityClass: 1 })
  const slugs: string[] = []
  for (const municipality of [like, unlike]) {
    const staff = await makeStaff({ municipality })
    const report = await makeReport(staff, await makeProject(staff), { title: 'Likningsportal', visibility: 'open' })
    slugs.push(`/erfaringer/${report.slug}`)
  }
  const found = async (actor: Actor, kept = '') => {
    const query = searchQuery.parse({ q: 'likningsportal', type: 'rapport', lik: 'ja' })
    return (await searchAll(actor, query, await standpointOf(actor, kept))).hits.map(({ href }) => href)
  }
  expect(await found(await makeStaff({ municipality: me }))).toEqual(slugs.slice(0, 1))
  expect(await found(visitor, `som=${me.number}`)).toEqual(slugs.slice(0, 1))
  expect((await found(visitor)).sort()).toEqual(slugs.sort())
})
