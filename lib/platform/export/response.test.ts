import { describe, expect, test } from 'vitest'
import { download } from './response'

const type = 'text/csv; charset=utf-8'

describe('a download', () => {
  test('is kept by the reader alone and runs nothing', async () => {
    const response = download(new TextEncoder().encode('æ'), { fileName: 'Prosjekter i Bodø.csv', type })
    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="Prosjekter i Bodo.csv"; filename*=UTF-8''Prosjekter%20i%20Bod%C3%B8.csv`,
      'content-length': '2',
      'content-security-policy': 'sandbox',
      'content-type': type,
      'x-content-type-options': 'nosniff',
    })
    expect(await response.text()).toBe('æ')
  })

  test('a stream is sent as it comes', async () => {
    const stream = new Blob(['a;b']).stream()
    const response = download(stream, { fileName: 'a.csv', type })
    expect(response.headers.has('content-length')).toBe(false)
    expect(await response.text()).toBe('a;b')
  })

  test.each(['a"\r\nset-cookie: x=1.csv', '../../etc/passwd', '\u202Efdp.exe', '\uD800.csv', '', 'Čáhcesuolu (2026)*.csv'])(
    '%j is a safe name',
    (fileName) => {
      const value = download(new Uint8Array(), { fileName, type }).headers.get('content-disposition') ?? ''
      expect(value).toMatch(/^attachment; filename="[\x20-\x21\x23-\x5B\x5D-\x7E]+"; filename\*=UTF-8''[\w.%~-]+$/)
      expect(value).not.toContain('/')
    },
  )
})
