import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileResponse } from './response'

const download = (fileName: string) => fileResponse(new Blob(['hei']).stream(), { fileName, type: 'application/pdf', size: 3 })

test('a file is a download that runs nothing and is kept by nobody on the way', async () => {
  const response = download('Møte på Ås (1).pdf')
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'application/pdf',
    'content-length': '3',
    'content-disposition': `attachment; filename="Mote pa As (1).pdf"; filename*=UTF-8''M%C3%B8te%20p%C3%A5%20%C3%85s%20%281%29.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-store',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(await response.text()).toBe('hei')
})

test('no name breaks out of the header or shows the file in place', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (name) => {
      expect(download(name).headers.get('content-disposition')).toMatch(
        /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[\w.%~!-]+$/,
      )
    }),
  )
})
