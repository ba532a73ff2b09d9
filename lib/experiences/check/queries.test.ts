import { describe, expect, test } from 'vitest'
import { read } from '@/lib/platform/db'
import { makeMunicipality, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { confirmation, publishWritten, writeReport } from '@/lib/testing/writing'
import { publishDraft } from '../commands'
import { publicationCheck } from './queries'

async function writing() {
  const kari = await makeStaff()
  return { kari, project: await makeProject(kari) }
}

describe('what was said to stay', () => {
  const need = 'Ring 22 33 44 55 eller spør Oddlaug Vie.'

  test('is not asked about again, until others will read it or it is something else', async () => {
    const { kari, project } = await writing()
    await publishWritten(kari, project, { need, visibility: 'municipalities' })
    await writeReport(kari, project, { need: `${need} Takk.`, visibility: 'municipalities' })
    const unanswered = async () => {
      const check = await publicationCheck(kari, project.id)
      return check?.findings.filter(({ key }) => !check.kept.includes(key)).map(({ found, readers }) => [found, readers])
    }
    expect(await unanswered()).toEqual([])
    expect((await publishDraft(kari, await confirmation(kari, project, { keep: [] }))).number).toBe(2)

    await writeReport(kari, project, { need, visibility: 'open', audiences: { background: 'municipalities' } })
    expect(await unanswered()).toEqual([])
    await writeReport(kari, project, { need, visibility: 'open' })
    expect(await unanswered()).toEqual([
      ['22 33 44 55', 'open'],
      ['Oddlaug Vie', 'open'],
    ])
  })

  test('is forgotten when it is gone, and counted in the trail', async () => {
    const { kari, project } = await writing()
    const { reportId } = await publishWritten(kari, project, { need })
    const kept = () => owner().reportKeptFinding.findMany({ where: { reportId }, orderBy: { kind: 'asc' } })
    expect((await kept()).map(({ kind, keptBy }) => [kind, keptBy])).toEqual([
      ['phone', kari.personId],
      ['name', kari.personId],
    ])
    const trail = await read(kari, (tx) => tx.auditEvent.findFirst({ where: { action: 'report.publish' } }))
    expect(trail?.detail).toMatchObject({ kept: { phone: 1, name: 1 } })
    await publishWritten(kari, project)
    expect(await kept()).toEqual([])
  })
})

describe('the words of what is new', () => {
  test('are asked about as the report is, for they are read as widely and never changed', async () => {
    const { kari, project } = await writing()
    await publishWritten(kari, project)
    const publish = async (change: object) => publishDraft(kari, await confirmation(kari, project, change))
    await writeReport(kari, project)
    await expect(publish({ note: 'Gjelder 31129956715.' })).rejects.toMatchObject({ fields: { note: 'errors.identityNumber' } })
    const note = 'Takk til Oddlaug Vie.'
    await expect(publish({ note })).rejects.toMatchObject({ fields: { note: 'errors.noteNames' } })
    const other = publish({ note, keepNote: 'Takk til Ingrid Haugland.' })
    await expect(other).rejects.toMatchObject({ fields: { note: 'errors.noteNames' } })
    expect((await publish({ note, keepNote: note })).number).toBe(2)
  })
})

describe('the people of one’s own', () => {
  test('are known by their names, and those of others are not looked up', async () => {
    const municipality = await makeMunicipality()
    const kari = await makeStaff({ municipality })
    await makeStaff({ municipality, name: 'Åsil Ødfjellvik' })
    await makeStaff({ name: 'Brunhilde Xanadu' })
    const project = await makeProject(kari)
    await writeReport(kari, project, { need: 'Det sa ødfjellvik og Ødfjellvik, men ikke Xanadu.' })
    const check = await publicationCheck(kari, project.id)
    expect(check?.findings.map(({ found }) => found)).toEqual(['Ødfjellvik'])
  })
})
