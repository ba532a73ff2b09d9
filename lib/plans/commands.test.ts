import { describe, expect, test } from 'vitest'
import { nowhere, standardWeights } from '@/lib/municipalities/likeness/rules'
import { type Actor, visitor } from '@/lib/platform/actor'
import { addDays, dateOf, today } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { makeAdvisor, makeMunicipality, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { hidePlan, joinPlan, leavePlan, sharePlan } from './commands'
import { type InterestInput, type PlanInput, plansQuery } from './input'
import { plansBy, plansLike, plansPage } from './queries'
import { interestPage, planPage } from './sharing/queries'

const told = { wants: ['talk' as const], text: '', contactRole: 'Prosjektleder', contact: '99 99 99 99', version: 0 }

async function begin() {
  const [kari, ola] = [await makeStaff(), await makeStaff()]
  const project = await makeProject(kari, { title: `Felles feiing ${kari.municipality.number}`, visibility: 'municipality' })
  const plan = (more: Partial<PlanInput> = {}): PlanInput => ({
    ...{ ...told, projectId: project.id, wants: ['talk', 'procure'], beginsOn: addDays(today(), 60) },
    ...more,
  })
  const interest = (more: Partial<InterestInput> = {}): InterestInput => ({ ...told, projectId: project.id, ...more })
  const seen = async (actor: Actor, query: object = {}) =>
    ((await plansPage(actor, plansQuery.parse(query), stand(actor)))?.plans ?? []).filter(
      ({ projectId }) => projectId === project.id,
    )
  return { kari, ola, project, plan, interest, seen }
}

const stand = (actor: Actor) =>
  actor.kind === 'staff' ? { municipality: actor.municipality, weights: standardWeights } : nowhere

describe('a plan', () => {
  test('is seen by those who work in municipalities, once its own has chosen so, and by no visitor', async () => {
    const { kari, ola, plan, seen } = await begin()
    expect(await seen(ola)).toEqual([])
    await sharePlan(kari, plan())
    for (const actor of [ola, await makeAdvisor()]) expect(await seen(actor)).toHaveLength(1)
    expect(await plansPage(visitor, plansQuery.parse({}), nowhere)).toBeNull()
    expect(await plansBy(visitor, kari.municipality.id)).toEqual([])
    expect(await plansBy(ola, kari.municipality.id)).toMatchObject([{ contactRole: 'Prosjektleder', contact: '99 99 99 99' }])
  })

  test('stands apart for its own municipality', async () => {
    const { kari, project, plan, seen } = await begin()
    await sharePlan(kari, plan())
    expect(await seen(kari)).toEqual([])
    expect((await plansPage(kari, plansQuery.parse({}), stand(kari)))?.ours).toMatchObject([
      { projectId: project.id, mayOpen: true },
    ])
  })

  test('opens nothing more of the project', async () => {
    const { kari, ola, project, plan, seen } = await begin()
    await sharePlan(kari, plan())
    expect((await seen(ola))[0]).toMatchObject({ mayOpen: false })
    expect(await read(ola, (tx) => tx.project.count({ where: { id: project.id } }))).toBe(0)
    expect(await read(ola, (tx) => tx.sharedPlan.count())).toBe(0)
  })

  test('is for the next twelve months, of a project that goes on', async () => {
    const { kari, ola, project, plan, seen } = await begin()
    await sharePlan(kari, plan({ beginsOn: addDays(today(), 400) }))
    expect(await seen(ola)).toEqual([])
    expect((await planPage(kari, project.id))?.shownFrom).not.toBeNull()
    await sharePlan(kari, plan({ version: 1 }))
    expect(await seen(ola)).toHaveLength(1)
    await owner().project.update({ where: { id: project.id }, data: { lifecycle: 'stopped' } })
    expect(await seen(ola)).toEqual([])
  })

  test('that has begun is neither shared nor shown, and its own are told', async () => {
    const { kari, ola, project, plan, seen } = await begin()
    const begun = { fields: { beginsOn: 'errors.planBegun' } }
    await expect(sharePlan(kari, plan({ beginsOn: addDays(today(), -1) }))).rejects.toMatchObject(begun)
    await sharePlan(kari, plan({ beginsOn: today() }))
    expect(await seen(ola)).toHaveLength(1)
    await owner().sharedPlan.update({ where: { projectId: project.id }, data: { beginsOn: dateOf(addDays(today(), -1)) } })
    expect(await seen(ola)).toEqual([])
    expect(await planPage(kari, project.id)).toMatchObject({ hasBegun: true, beginsOn: '' })
  })

  test('is shared and hidden by those who run the project; the second of two is told', async () => {
    const { kari, ola, project, plan, seen } = await begin()
    const colleague = await makeStaff({ municipality: kari.municipality })
    await expect(sharePlan(ola, plan())).rejects.toMatchObject({ reason: 'not-found' })
    await expect(sharePlan(colleague, plan())).rejects.toMatchObject({ reason: 'forbidden' })
    expect(await planPage(colleague, project.id)).toBeNull()
    await sharePlan(kari, plan())
    await expect(sharePlan(kari, plan())).rejects.toMatchObject({ reason: 'conflict' })
    await expect(hidePlan(ola, { projectId: project.id })).rejects.toMatchObject({ reason: 'not-found' })
    await hidePlan(kari, { projectId: project.id })
    expect(await seen(ola)).toEqual([])
  })
})

describe('the list', () => {
  test('names the project of one’s own that is most like a plan, with why, and begins with what is most alike', async () => {
    const word = `Sandstrøing${Date.now()}`
    const municipality = await makeMunicipality({ population: 611, county: `Fylke ${word}` })
    const [kari, ola, per] = [
      await makeStaff({ municipality }),
      await makeStaff({ municipality: await makeMunicipality({ county: `Fylke ${word}` }) }),
      await makeStaff(),
    ]
    const mine = await makeProject(per, { title: `${word} på nett`, theme: 'vann-og-avlop' })
    await makeProject(per, { title: 'Noe helt annet', theme: 'barnehage' })
    const alike = await makeProject(kari, { title: `${word} for alle`, theme: 'vann-og-avlop' })
    const other = await makeProject(ola, { title: 'Kulturkort', theme: 'kultur-og-fritid' })
    await sharePlan(kari, { ...told, projectId: alike.id, beginsOn: addDays(today(), 200) })
    await sharePlan(ola, { ...told, projectId: other.id, beginsOn: addDays(today(), 20) })
    const list = async (query: object) =>
      (await plansPage(per, plansQuery.parse({ fylke: `Fylke ${word}`, ...query }), stand(per)))?.plans ?? []
    const [first, second] = await list({})
    expect(first).toMatchObject({
      projectId: alike.id,
      akin: { id: mine.id, reasons: expect.arrayContaining(['words', 'theme']) },
    })
    expect(second).toMatchObject({ projectId: other.id, akin: null })
    expect((await list({ rekkefolge: 'snart' }))[0]?.projectId).toBe(other.id)
    expect((await list({ innen: '3' })).map(({ projectId }) => projectId)).toEqual([other.id])
    expect((await list({ tema: 'vann-og-avlop' })).map(({ projectId }) => projectId)).toEqual([alike.id])
    expect((await plansLike(per, mine.id, stand(per), 1)).map(({ projectId }) => projectId)).toEqual([alike.id])
    expect(await plansLike(kari, mine.id, stand(kari), 1)).toEqual([])
  })
})

describe('being in on a plan', () => {
  test('reaches those who plan it with whom to call; others see only who is in', async () => {
    const { kari, ola, project, plan, interest, seen } = await begin()
    await sharePlan(kari, plan())
    const per = await makeStaff()
    await joinPlan(ola, interest({ text: 'Vi begynner i mai', contact: 'ola@kommune.test' }))
    expect((await planPage(kari, project.id))?.interests).toMatchObject([
      { number: ola.municipality.number, contactRole: 'Prosjektleder', contact: 'ola@kommune.test', text: 'Vi begynner i mai' },
    ])
    expect((await seen(ola))[0]).toMatchObject({ isJoined: true, joined: [ola.municipality.name] })
    expect((await seen(per))[0]).toMatchObject({ isJoined: false, joined: [ola.municipality.name] })
    expect(await read(per, (tx) => tx.planInterest.count({ where: { projectId: project.id } }))).toBe(0)
    const news = await owner().newsItem.findFirstOrThrow({ where: { kind: 'plan_joined', projectId: project.id } })
    expect(news.recipientMunicipalityId).toBe(kari.municipality.id)
    expect(await owner().notice.findMany({ where: { newsItemId: news.id }, select: { personId: true } })).toEqual([
      { personId: kari.personId },
    ])
  })

  test('is changed and taken back by one’s own municipality, and told once', async () => {
    const { kari, ola, project, plan, interest } = await begin()
    await sharePlan(kari, plan())
    await joinPlan(ola, interest())
    await expect(joinPlan(ola, interest())).rejects.toMatchObject({ reason: 'conflict' })
    const colleague = await makeStaff({ municipality: ola.municipality })
    await joinPlan(colleague, interest({ version: 1, contact: 'post@kommune.test' }))
    expect(await interestPage(ola, project.id)).toMatchObject({ isJoined: true, version: 2, contact: 'post@kommune.test' })
    expect(await owner().newsItem.count({ where: { kind: 'plan_joined', projectId: project.id } })).toBe(1)
    await leavePlan(ola, { projectId: project.id })
    await expect(leavePlan(ola, { projectId: project.id })).rejects.toMatchObject({ reason: 'not-found' })
    expect((await planPage(kari, project.id))?.interests).toEqual([])
    const trail = await owner().auditEvent.findMany({
      where: { subjectId: project.id, action: { in: ['plan.join', 'plan.leave'] } },
    })
    expect(trail.map(({ municipalityId }) => municipalityId)).toEqual(Array(3).fill(ola.municipality.id))
  })

  test('is refused of what is not shown, of one’s own, and for those who do not work in a municipality', async () => {
    const { kari, ola, project, plan, interest } = await begin()
    await expect(joinPlan(ola, interest())).rejects.toMatchObject({ reason: 'not-found' })
    await sharePlan(kari, plan())
    await expect(joinPlan(kari, interest())).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(joinPlan(await makeAdvisor(), interest())).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(joinPlan(visitor, interest())).rejects.toMatchObject({ reason: 'not-found' })
    await expect(joinPlan(await makeStaff({ roles: ['portfolio_reader'] }), interest())).rejects.toMatchObject({
      reason: 'forbidden',
    })
    await joinPlan(ola, interest())
    await hidePlan(kari, { projectId: project.id })
    expect(await owner().planInterest.count({ where: { projectId: project.id } })).toBe(0)
  })
})
