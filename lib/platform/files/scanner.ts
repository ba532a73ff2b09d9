import 'server-only'
import { connect, type Socket } from 'node:net'

/** What ClamAV says of a file. `unknown`: it says nothing, or nothing that can be trusted; then the file is not taken in. */
export type ScanVerdict = { kind: 'clean' } | { kind: 'infected'; signature: string } | { kind: 'unknown'; why: string }

const chunkBytes = 64 * 1024
const patienceMs = 30_000
const longestAnswer = 4096

/** Holds bytes against ClamAV at `tcp://host:port` or `unix:/path`, by its `INSTREAM`: the file never touches a disk that both can see. */
export function scan(address: string, bytes: Uint8Array, patience = patienceMs): Promise<ScanVerdict> {
  return new Promise((resolve) => {
    const socket = open(address)
    let answer = ''
    const end = (verdict: ScanVerdict) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(verdict)
    }
    const timer = setTimeout(() => end({ kind: 'unknown', why: 'no answer in time' }), patience)
    socket.on('error', (error) => end(answer ? verdictOf(answer) : { kind: 'unknown', why: error.message }))
    socket.on('data', (data) => {
      answer += data.toString('utf8')
      if (answer.includes('\0') || answer.length > longestAnswer) end(verdictOf(answer))
    })
    socket.on('close', () => end(verdictOf(answer)))
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let from = 0; from < bytes.length; from += chunkBytes) {
        const chunk = bytes.subarray(from, from + chunkBytes)
        socket.write(lengthOf(chunk.length))
        socket.write(chunk)
      }
      socket.write(lengthOf(0))
    })
  })
}

function open(address: string): Socket {
  if (address.startsWith('unix:')) return connect(address.slice('unix:'.length))
  const { hostname, port } = new URL(address.replace(/^tcp:/, 'http:'))
  return connect(Number(port || 80), hostname)
}

function lengthOf(length: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(length)
  return four
}

function verdictOf(answer: string): ScanVerdict {
  const said = answer.replace(/\0[\s\S]*$/, '').trim()
  if (said === 'stream: OK') return { kind: 'clean' }
  const [, signature] = /^stream: (.{1,200}) FOUND$/.exec(said) ?? []
  return signature ? { kind: 'infected', signature } : { kind: 'unknown', why: said.slice(0, 200) || 'no answer' }
}
