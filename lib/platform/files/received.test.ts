import net from 'node:net'
import sharp from 'sharp'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as settings from '../config'
import { receivedFile } from './received'
import { scan } from './scanner'

const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'
const servers: net.Server[] = []

afterEach(async () => {
  vi.restoreAllMocks()
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))
})

/** A clamd that speaks INSTREAM: reads the pieces to the empty one, and answers what it is told to say of the whole. */
async function clamd(say: (whole: Buffer) => string | null): Promise<string> {
  const server = net.createServer((socket) => {
    let got = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (data) => {
      got = Buffer.concat([got, data])
      const command = Buffer.from('zINSTREAM\0')
      if (!got.subarray(0, command.length).equals(command)) return
      const pieces: Buffer[] = []
      for (let at = command.length; at + 4 <= got.length; ) {
        const length = got.readUInt32BE(at)
        if (length === 0) {
          const answer = say(Buffer.concat(pieces))
          if (answer === null) socket.destroy()
          else socket.end(answer)
          return
        }
        if (at + 4 + length > got.length) return
        pieces.push(got.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `tcp://127.0.0.1:${(server.address() as net.AddressInfo).port}`
}

const honest = (whole: Buffer) => (whole.includes('EICAR') ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0')

function withScanner(scanner: string) {
  const known = settings.config()
  vi.spyOn(settings, 'config').mockReturnValue({ ...known, files: { ...known.files, scanner } })
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'info').mockImplementation(() => {})
}

const send = (text: string, name = 'notat.txt') => receivedFile(new File([text], name))

describe('the virus scanner', () => {
  test('lets in what is clean, whole and piece by piece, and nothing that it stops', async () => {
    let seen = 0
    const address = await clamd((whole) => {
      seen = whole.length
      return honest(whole)
    })
    expect(await scan(address, Buffer.alloc(300_000, 'a'))).toEqual({ kind: 'clean' })
    expect(seen).toBe(300_000)
    withScanner(address)
    expect((await send('Møte på rådhuset')).type).toBe('text/plain')
    await expect(send(eicar)).rejects.toMatchObject({ reason: 'conflict', fields: { file: 'errors.fileInfected' } })
  })

  test.each([
    ['says that it failed', () => 'INSTREAM size limit exceeded. ERROR\0'],
    ['says something else', () => 'stream: perhaps\0'],
    ['hangs up', () => null],
  ])('that %s keeps files out, with words for it', async (_, say) => {
    withScanner(await clamd(say))
    await expect(send('Møte')).rejects.toMatchObject({ fields: { file: 'errors.fileUnchecked' } })
  })

  test('that is not there, or never answers, keeps files out', async () => {
    withScanner('tcp://127.0.0.1:1')
    await expect(send('Møte')).rejects.toMatchObject({ fields: { file: 'errors.fileUnchecked' } })
    const silent = net.createServer((socket) => socket.on('error', () => {}).resume())
    servers.push(silent)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = `tcp://127.0.0.1:${(silent.address() as net.AddressInfo).port}`
    expect(await scan(address, Buffer.from('x'), 50)).toMatchObject({ kind: 'unknown' })
  })
})

describe('pictures', () => {
  const blank = () => sharp({ create: { width: 20, height: 10, channels: 3, background: '#204080' } })
  const whereTaken = { IFD0: { Artist: 'Kari Nordmann' }, IFD3: { GPSLatitude: '58/1 27/1 0/1', GPSLatitudeRef: 'N' } }

  test('lose where they were taken and by whom, and all that is hidden behind them', async () => {
    const taken = Buffer.concat([await blank().withExif(whereTaken).jpeg().toBuffer(), Buffer.from('<script>skjult</script>')])
    expect((await sharp(taken).metadata()).exif?.toString('latin1')).toContain('Kari Nordmann')
    const { bytes, type } = await receivedFile(new File([taken], 'bilde.jpg'))
    const after = await sharp(bytes).metadata()
    expect([type, after.format, after.width, after.height, after.exif]).toEqual(['image/jpeg', 'jpeg', 20, 10, undefined])
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Kari|skjult/)
  })

  test.each(['png', 'webp', 'gif'] as const)('stay what they were: %s', async (format) => {
    const { bytes } = await receivedFile(new File([await blank().toFormat(format).toBuffer()], `bilde.${format}`))
    expect((await sharp(bytes).metadata()).format).toBe(format)
  })

  test('that are none, or too many dots to draw, are refused', async () => {
    const header = Buffer.from('\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x01', 'latin1')
    await expect(receivedFile(new File([header], 'bilde.png'))).rejects.toMatchObject({ fields: { file: 'errors.filePicture' } })
    const huge = await sharp({ create: { width: 8000, height: 8000, channels: 3, background: 'white' } })
      .png({ compressionLevel: 1 })
      .toBuffer()
    await expect(receivedFile(new File([huge], 'stort.png'))).rejects.toMatchObject({ fields: { file: 'errors.filePicture' } })
  })

  test('that are drawings with scripts in them are not taken in at all', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    await expect(receivedFile(new File([svg], 'tegning.svg'))).rejects.toMatchObject({ fields: { file: expect.any(String) } })
    await expect(receivedFile(new File([svg], 'tegning.png'))).rejects.toMatchObject({ fields: { file: expect.any(String) } })
  })
})
