import { describe, expect, test } from 'vitest'
import { type Staff, visitor } from '@/lib/platform/actor'
import { isoDate } from '@/lib/platform/dates'
import { transaction } from '@/lib/platform/db'
import { makeAdvisor, makeStaff, owner } from '@/lib/testing/builders'
import { changeIdea, decideIdea, makeProjectOf, registerIdea, scoreIdea } from './commands'

const texts = {
  title: 'Digital kø på servicetorget',
  background: 'Folk trekker lapp.',
  problem: 'Ingen vet hvor lenge de må vente.',
  benefits: 'Mindre venting for 40 i uka.',
  proposal: 'La folk trekke lapp på telefonen.',
}
const headings = { background: 'Bakgrunn', problem: 'Problem', benefits: 'Mulige gevinster', proposal: 'Forslag' }
const points = { strategic: 5, quality: 4, economic: 3, operational: 2, risk: 1, adjustment: 0, adjustmentReason: '' }
const approval = { decision: 'approved', decidedOn: '2026-11-20', decisionReason: 'Mange venter.' } as const
const start = { themeCode: 'innbyggertjenester', startOn: '2027-01-11' }
const forbidden = { reason: 'forbidden' }
const notFound = { reason: 'not-found' }
const conflict = { reason: 'conflict' }

/** An idea with the one who had it and the one who assesses it. */
async function begun() {
  const ingrid = await makeStaff({ name: 'Ingrid Haugland' })
  const tor = await makeStaff({ name: 'Tor Ugland', municipality: ingrid.municipality, roles: ['member', 'portfolio_manager'] })
  const { ideaId } = await registerIdea(ingrid, texts)
  return { ingrid, tor, ideaId }
}

const stored = (id: string) => owner().idea.findUniqueOrThrow({ where: { id } })
const trail = (subjectId: string) => owner().auditEvent.findMany({ where: { subjectId }, orderBy: { at: 'asc' } })

describe('an idea', () => {
  test('is registered by anybody who works there, and begins unscored and undecided', async () => {
    const { ingrid, ideaId } = await begun()
    expect(await stored(ideaId)).toMatchObject({
      ...texts,
      municipalityId: ingrid.municipality.id,
      registeredBy: ingrid.personId,
      decision: 'considering',
      strategic: null,
      version: 1,
    })
    expect(await trail(ideaId)).toMatchObject([
      { action: 'idea.create', actorId: ingrid.personId, municipalityId: ingrid.municipality.id, detail: { title: texts.title } },
    ])
  })

  test('is registered by those who read the portfolio, too: they work there', async () => {
    const reader = await makeStaff({ roles: ['portfolio_reader'] })
    const { ideaId } = await registerIdea(reader, texts)
    expect(await stored(ideaId)).toMatchObject({ registeredBy: reader.personId })
  })

  test('is not registered by those who come from elsewhere, or have no role there', async () => {
    const noRole = await makeStaff({ roles: [] })
    const guest = { ...noRole, home: { name: 'Lillesand' } }
    for (const actor of [visitor, await makeAdvisor(), noRole, guest])
      await expect(registerIdea(actor, texts)).rejects.toMatchObject(forbidden)
    expect(await owner().idea.count({ where: { municipalityId: noRole.municipality.id } })).toBe(0)
  })

  test('is changed by its author until it is decided on, and by the portfolio manager after that', async () => {
    const { ingrid, tor, ideaId } = await begun()
    await changeIdea(ingrid, { ideaId, version: 1, ...texts, problem: 'Lang kø.' })
    await decideIdea(tor, { ideaId, version: 2, ...approval })
    await expect(changeIdea(ingrid, { ideaId, version: 3, ...texts })).rejects.toMatchObject(forbidden)
    await changeIdea(tor, { ideaId, version: 3, ...texts, title: 'Kø på nett' })
    expect(await stored(ideaId)).toMatchObject({ title: 'Kø på nett', problem: texts.problem, version: 4 })
    expect((await trail(ideaId)).map(({ action, actorId }) => [action, actorId])).toEqual([
      ['idea.create', ingrid.personId],
      ['idea.change', ingrid.personId],
      ['idea.decide', tor.personId],
      ['idea.change', tor.personId],
    ])
    expect((await trail(ideaId))[1]?.detail).toEqual({
      title: texts.title,
      changes: { problem: [texts.problem, 'Lang kø.'] },
    })
  })

  test('saved as it was, is not changed', async () => {
    const { ingrid, ideaId } = await begun()
    await changeIdea(ingrid, { ideaId, version: 1, ...texts })
    expect(await stored(ideaId)).toMatchObject({ version: 1 })
    expect(await trail(ideaId)).toHaveLength(1)
  })

  test('is scored and decided on by the portfolio manager, who is named', async () => {
    const { tor, ideaId } = await begun()
    await scoreIdea(tor, { ideaId, version: 1, ...points, adjustment: -2, adjustmentReason: 'Dyrt' })
    await decideIdea(tor, { ideaId, version: 2, ...approval })
    const idea = await stored(ideaId)
    expect(idea).toMatchObject({ ...points, adjustment: -2, adjustmentReason: 'Dyrt', decidedBy: tor.personId, version: 3 })
    expect([idea.decision, idea.decidedOn && isoDate(idea.decidedOn), idea.decisionReason]).toEqual(Object.values(approval))
    const [, score, decision] = await trail(ideaId)
    expect(score).toMatchObject({ action: 'idea.score', detail: { changes: { strategic: [null, 5], adjustment: [0, -2] } } })
    expect(decision).toMatchObject({ action: 'idea.decide', detail: { changes: { decision: ['considering', 'approved'] } } })

    await decideIdea(tor, { ideaId, version: 3, decision: 'considering', decidedOn: null, decisionReason: 'Venter' })
    expect(await stored(ideaId)).toMatchObject({ decision: 'considering', decidedOn: null, decidedBy: null })
  })

  test('is not scored, decided on or made a project by a member, its author or not', async () => {
    const { ingrid, tor, ideaId } = await begun()
    const colleague = await makeStaff({ municipality: ingrid.municipality })
    for (const actor of [ingrid, colleague]) {
      await expect(scoreIdea(actor, { ideaId, version: 1, ...points })).rejects.toMatchObject(forbidden)
      await expect(decideIdea(actor, { ideaId, version: 1, ...approval })).rejects.toMatchObject(forbidden)
    }
    await expect(changeIdea(colleague, { ideaId, version: 1, ...texts })).rejects.toMatchObject(forbidden)
    await decideIdea(tor, { ideaId, version: 1, ...approval })
    await expect(makeProjectOf(ingrid, { ideaId, ...start }, headings)).rejects.toMatchObject(forbidden)
  })

  test('is not there for another municipality, nor can it be reached past the commands', async () => {
    const { ideaId } = await begun()
    const stranger = await makeStaff({ roles: ['member', 'portfolio_manager', 'municipality_admin'] })
    for (const actor of [stranger, visitor, await makeAdvisor()]) {
      await expect(changeIdea(actor, { ideaId, version: 1, ...texts })).rejects.toMatchObject(notFound)
      await expect(scoreIdea(actor, { ideaId, version: 1, ...points })).rejects.toMatchObject(notFound)
      await expect(decideIdea(actor, { ideaId, version: 1, ...approval })).rejects.toMatchObject(notFound)
      await expect(makeProjectOf(actor, { ideaId, ...start }, headings)).rejects.toMatchObject(notFound)
      const reach = await transaction(actor, async (tx) => [
        await tx.idea.count({ where: { id: ideaId } }),
        (await tx.idea.updateMany({ where: { id: ideaId }, data: { title: 'Tatt' } })).count,
      ])
      expect(reach).toEqual([0, 0])
      await expect(transaction(actor, (tx) => tx.idea.deleteMany({ where: { id: ideaId } }))).rejects.toThrow(/permission denied/)
    }
    expect(await stored(ideaId)).toMatchObject({ ...texts, version: 1 })
    expect(await trail(ideaId)).toHaveLength(1)
  })
})

describe('two who change the same idea', () => {
  test('the second is told what the first wrote, and nothing is written over', async () => {
    const { ingrid, tor, ideaId } = await begun()
    await changeIdea(tor, { ideaId, version: 1, ...texts, proposal: 'Bestille time på nett.' })
    await expect(changeIdea(ingrid, { ideaId, version: 1, ...texts, proposal: 'Flere skranker.' })).rejects.toMatchObject({
      ...conflict,
      meanwhile: { version: 2, values: { ...texts, proposal: 'Bestille time på nett.' }, by: 'Tor Ugland' },
    })
    expect(await stored(ideaId)).toMatchObject({ proposal: 'Bestille time på nett.', version: 2 })
  })

  test('also where one scores and the other decides: each sees their own form as it was saved', async () => {
    const { tor, ideaId } = await begun()
    await scoreIdea(tor, { ideaId, version: 1, ...points })
    await expect(scoreIdea(tor, { ideaId, version: 1, ...points, risk: 5 })).rejects.toMatchObject({
      meanwhile: { version: 2, values: { strategic: '5', risk: '1', adjustment: '0', adjustmentReason: '' } },
    })
    await expect(decideIdea(tor, { ideaId, version: 1, ...approval })).rejects.toMatchObject({
      meanwhile: { version: 2, values: { decision: 'considering', decidedOn: '', decisionReason: '' } },
    })
    await decideIdea(tor, { ideaId, version: 2, ...approval })
    await expect(decideIdea(tor, { ideaId, version: 2, ...approval })).rejects.toMatchObject({
      meanwhile: { version: 3, values: { decision: 'approved', decidedOn: '2026-11-20', decisionReason: 'Mange venter.' } },
    })
  })
})

describe('a project made of an idea', () => {
  const approved = async () => {
    const made = await begun()
    await decideIdea(made.tor, { ideaId: made.ideaId, version: 1, ...approval })
    return made
  }

  test('keeps everything that was written, and the two point at each other', async () => {
    const { tor, ideaId } = await approved()
    const { projectId } = await makeProjectOf(tor, { ideaId, ...start }, headings)
    const project = await owner().project.findUniqueOrThrow({
      where: { id: projectId },
      include: { members: true, phases: true },
    })
    expect(project).toMatchObject({ title: texts.title, goal: texts.proposal, themeCode: start.themeCode, number: '2027-001' })
    expect([isoDate(project.startOn), project.phases.length, project.members.map((m) => m.personId)]).toEqual([
      start.startOn,
      6,
      [tor.personId],
    ])
    for (const [name, heading] of Object.entries(headings))
      expect(project.background).toContain(`${heading}\n${texts[name as keyof typeof headings]}`)
    expect(await stored(ideaId)).toMatchObject({ projectId, themeCode: start.themeCode, version: 3 })
    expect(await trail(projectId)).toMatchObject([{ action: 'project.create', projectId, actorId: tor.personId }])
    expect((await trail(ideaId)).at(-1)).toMatchObject({ action: 'idea.make-project', projectId })
    expect(await owner().searchDocument.count({ where: { projectId } })).toBe(1)
  })

  test('is made once, also when two press at the same time', async () => {
    const { tor, ideaId } = await approved()
    const press = () => makeProjectOf(tor, { ideaId, ...start }, headings)
    const results = await Promise.allSettled([press(), press(), press()])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    await expect(press()).rejects.toMatchObject(conflict)
    expect(await owner().project.count({ where: { municipalityId: tor.municipality.id } })).toBe(1)
  })

  test('is not made of an idea that is not approved, and the decision then stands', async () => {
    const { tor, ideaId } = await begun()
    const press = () => makeProjectOf(tor, { ideaId, ...start }, headings)
    await expect(press()).rejects.toMatchObject(conflict)
    await decideIdea(tor, { ideaId, version: 1, ...approval, decision: 'rejected' })
    await expect(press()).rejects.toMatchObject(conflict)
    await decideIdea(tor, { ideaId, version: 2, ...approval })
    await press()
    const regret = { ...approval, decision: 'rejected' } as const
    await expect(decideIdea(tor, { ideaId, version: 4, ...regret })).rejects.toMatchObject(conflict)
  })

  test('needs a theme that is there; else nothing is made', async () => {
    const { tor, ideaId } = await approved()
    const wrong = makeProjectOf(tor, { ideaId, ...start, themeCode: 'finnes-ikke' }, headings)
    await expect(wrong).rejects.toMatchObject({ fields: { themeCode: 'errors.unknown' } })
    expect(await owner().project.count({ where: { municipalityId: tor.municipality.id } })).toBe(0)
  })

  test('belongs to the municipality of the idea, whoever made it', async () => {
    const { ingrid, ideaId } = await approved()
    const siri: Staff = await makeStaff({ municipality: ingrid.municipality, roles: ['municipality_admin'] })
    const { projectId } = await makeProjectOf(siri, { ideaId, ...start }, headings)
    expect(await owner().project.count({ where: { id: projectId, municipalityId: ingrid.municipality.id } })).toBe(1)
  })
})
