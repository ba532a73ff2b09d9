import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { newId } from '../ids'
import { documentKey } from './keys'
import { type FileStore, fileStore } from './storage'

const folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'delt-files-')), 'files')
const kept = new Map<string, Buffer>()
const seen: string[] = []

/** As little of an object store as the app asks for. */
const objectStore: Server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://store')
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    const file = kept.get(url.pathname)
    const upload = url.searchParams.get('uploadId')
    seen.push(`${request.method} ${request.headers.authorization?.includes('Credential=key/') ? 'signed' : 'open'}`)
    if (request.method === 'POST' && url.searchParams.has('uploads')) {
      return response.end('<InitiateMultipartUploadResult><UploadId>one</UploadId></InitiateMultipartUploadResult>')
    }
    if (request.method === 'POST' && upload) {
      const parts = [1, 2, 3, 4, 5].flatMap((part) => kept.get(`part ${part}`) ?? [])
      kept.set(url.pathname, Buffer.concat(parts))
      return response.end('<CompleteMultipartUploadResult><ETag>"e"</ETag></CompleteMultipartUploadResult>')
    }
    if (request.method === 'PUT') {
      kept.set(upload ? `part ${url.searchParams.get('partNumber')}` : url.pathname, body)
      return response.writeHead(200, { etag: '"e"' }).end()
    }
    if (request.method === 'DELETE') {
      kept.delete(url.pathname)
      return response.writeHead(204).end()
    }
    if (!file) return response.writeHead(404).end(request.method === 'HEAD' ? undefined : '<Error><Code>NoSuchKey</Code></Error>')
    response.writeHead(200, { 'content-length': file.length, 'content-type': 'application/octet-stream' })
    return response.end(request.method === 'HEAD' ? undefined : file)
  })
})

beforeAll(() => new Promise<void>((done) => objectStore.listen(0, '127.0.0.1', done)))
afterAll(() => {
  objectStore.closeAllConnections()
  objectStore.close()
  rmSync(path.dirname(folder), { recursive: true, force: true })
})

const bucket = () => ({
  endpoint: `http://127.0.0.1:${(objectStore.address() as AddressInfo).port}`,
  name: 'delt',
  region: 'us-east-1',
  accessKeyId: 'key',
  secretAccessKey: 'secret',
})
const newKey = () => documentKey(newId(), newId())
const text = (words: string) => new TextEncoder().encode(words)
const read = async (store: FileStore, key: string) => Buffer.from(await new Response(await store.open(key)).arrayBuffer())
const large = Buffer.alloc(12_000_000, 'delt')

describe.each([
  ['a folder', () => fileStore({ folder, bucket: null })],
  ['a bucket', () => fileStore({ folder, bucket: bucket() })],
])('%s', (_, open) => {
  test('gives back what was stored, whether it came whole or in pieces', async () => {
    const store = await open()
    const [whole, streamed, empty] = [newKey(), newKey(), newKey()]
    await store.store(whole, text('Møtereferat'))
    await store.store(streamed, new Blob([large]).stream())
    await store.store(empty, new Uint8Array())
    expect((await read(store, whole)).toString()).toBe('Møtereferat')
    expect((await read(store, streamed)).equals(large)).toBe(true)
    expect(await read(store, empty)).toHaveLength(0)
  })

  test('replaces whole: nothing of a longer file remains', async () => {
    const store = await open()
    const key = newKey()
    await store.store(key, text('the first and longer one'))
    await store.store(key, text('second'))
    expect((await read(store, key)).toString()).toBe('second')
  })

  test('knows what is there, and forgets what is deleted', async () => {
    const store = await open()
    const key = newKey()
    expect(await store.exists(key)).toBe(false)
    await expect(store.open(key)).rejects.toMatchObject({ name: 'FileMissing', key })
    await store.store(key, text('x'))
    expect(await store.exists(key)).toBe(true)
    await store.delete(key)
    await store.delete(key)
    expect(await store.exists(key)).toBe(false)
  })

  test('a broken upload leaves what was there', async () => {
    const store = await open()
    const key = newKey()
    await store.store(key, text('kept'))
    let sent = 0
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent++ < 3) controller.enqueue(text('half'))
        else controller.error(new Error('gone'))
      },
    })
    await expect(store.store(key, broken)).rejects.toThrow('gone')
    expect((await read(store, key)).toString()).toBe('kept')
  })

  test('takes no path for a key', async () => {
    const store = await open()
    for (const key of ['../outside', '/etc/passwd', `documents/../../${newId()}`, `${newKey()}/../x`, `${newKey()}\0`]) {
      await expect(store.store(key, text('x'))).rejects.toThrow('Not a file key')
      await expect(store.open(key)).rejects.toThrow('Not a file key')
      await expect(store.delete(key)).rejects.toThrow('Not a file key')
      await expect(store.exists(key)).rejects.toThrow('Not a file key')
    }
  })
})

test('a folder is for the app alone and holds nothing half written', async () => {
  const store = await fileStore({ folder, bucket: null })
  const key = newKey()
  await store.store(key, text('x'))
  const mode = (place: string) => statSync(place).mode & 0o777
  expect(mode(path.join(folder, key))).toBe(0o600)
  for (const place of [folder, path.join(folder, 'documents'), path.dirname(path.join(folder, key))])
    expect(mode(place)).toBe(0o700)
  expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual([])
})

test.skipIf(!existsSync('/proc/self/fd'))('a reader that goes away leaves no file open', async () => {
  const store = await fileStore({ folder, bucket: null })
  const key = newKey()
  await store.store(key, large)
  const isOpen = () =>
    readdirSync('/proc/self/fd').some((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`) === path.join(folder, key)
      } catch {
        return false
      }
    })
  const unread = await store.open(key)
  const reader = (await store.open(key)).getReader()
  await reader.read()
  expect(isOpen()).toBe(true)
  await Promise.all([reader.cancel(), unread.cancel()])
  await expect.poll(isOpen).toBe(false)
})

test('a bucket is asked with signed requests, and readers that go away give their connections back', async () => {
  const store = await fileStore({ folder, bucket: bucket() })
  const key = newKey()
  await store.store(key, large)
  // More than the connections the SDK keeps.
  for (let reader = 0; reader < 60; reader++) await (await store.open(key)).cancel()
  expect((await read(store, key)).equals(large)).toBe(true)
  expect(seen.filter((request) => !request.endsWith('signed'))).toEqual([])
})

describe('as it is configured', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.resetModules()
  })

  test('the files lie in the folder the environment names', async () => {
    vi.stubEnv('FILES_FOLDER', folder)
    vi.resetModules()
    const { deleteFile, fileExists, openFile, storeFile } = await import('./storage')
    const key = newKey()
    await storeFile(key, text('hei'))
    expect(existsSync(path.join(folder, key))).toBe(true)
    expect(await new Response(await openFile(key)).text()).toBe('hei')
    await deleteFile(key)
    expect(await fileExists(key)).toBe(false)
  })

  test('half a bucket stops the app; a whole one is read', async () => {
    vi.stubEnv('FILES_S3_ENDPOINT', 'https://s3.example.no')
    vi.stubEnv('FILES_S3_BUCKET', 'delt')
    vi.resetModules()
    const { config } = await import('../config')
    expect(() => config()).toThrow('go together')
    vi.stubEnv('FILES_S3_ACCESS_KEY_ID', 'key')
    vi.stubEnv('FILES_S3_SECRET_ACCESS_KEY', 'secret')
    expect(config().files).toMatchObject({ bucket: { name: 'delt', region: 'us-east-1' }, maxBytes: 25 * 1024 * 1024 })
  })
})
