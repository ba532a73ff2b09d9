import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { uploadDocument } from '@/lib/documents/commands'
import { documentFile } from '@/lib/documents/queries'
import { type Actor, type Staff, visitor } from '@/lib/platform/actor'
import { deleteFile } from '@/lib/platform/files/storage'
import { newId } from '@/lib/platform/ids'
import { makeProject, makeStaff } from '@/lib/testing/builders'
import { GET } from './route'

const folder = mkdtempSync(path.join(os.tmpdir(), 'delt-download-'))
process.env.FILES_FOLDER = folder
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const asking = vi.hoisted(() => ({ who: { kind: 'visitor' } as Actor }))
vi.mock('@/lib/platform/auth/session', () => ({ actorIn: async () => asking.who }))

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

const content = '%PDF-1.7\nReferat\n%%EOF\n'
let ingrid: Staff
let address: { id: string; del: string; nummer: string }

beforeAll(async () => {
  ingrid = await makeStaff()
  const { id } = await makeProject(ingrid)
  const { documentId } = await uploadDocument(ingrid, {
    ...{ projectId: id, title: 'Referat', type: 'minutes', projectPhaseId: null, isArchivable: false, comment: '' },
    file: new File([content], 'Møte 12. mai.pdf'),
  })
  address = { id, del: documentId, nummer: '1' }
})

const get = (who: Actor, overrides: Partial<typeof address> = {}) => {
  asking.who = who
  return GET(new Request('http://localhost/'), { params: Promise.resolve({ ...address, ...overrides }) })
}

test('the file comes as a download that runs nothing', async () => {
  const response = await get(ingrid)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="Mote 12. mai.pdf"/)
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  expect(await response.text()).toBe(content)
})

test('those who may not see it, and addresses that lead nowhere, find nothing', async () => {
  for (const other of [visitor, await makeStaff()]) expect((await get(other)).status).toBe(404)
  const nowhere = [{ nummer: '2' }, { nummer: '0' }, { nummer: '1e1' }, { nummer: '99999999' }, { del: newId() }, { id: 'x' }]
  for (const overrides of nowhere) expect((await get(ingrid, overrides)).status).toBe(404)
})

test('bytes that are gone are a fault, told in the log', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const file = await documentFile(ingrid, { projectId: address.id, documentId: address.del, number: 1 })
  await deleteFile(file?.key ?? '')
  const response = await get(ingrid)
  expect(response.status).toBe(500)
  expect(log.mock.calls[0]?.[0]).toContain((await response.text()).trim())
  expect(log.mock.calls[0]?.[0]).toContain('FileMissing')
  log.mockRestore()
})
