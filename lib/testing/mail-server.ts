import { createServer, type Server, type Socket } from 'node:net'

/** A mail server for tests: as much of SMTP as takes a letter, or refuses it. */
export interface MailServer {
  url: string
  /** Message-ID and receiver of every letter that was taken. */
  taken: { id: string; to: string }[]
  /** What it answers to a receiver, or to `MAIL FROM`, other than yes: such as `550 5.1.1 No such user`. */
  answers: Map<string, string>
  /** Awaited when it has a whole letter, before it says that it takes it. */
  beforeTaking: (to: string) => Promise<void>
  close: () => void
}

export function mailServer(): Promise<MailServer> {
  const made: MailServer = { url: '', taken: [], answers: new Map(), beforeTaking: async () => {}, close: () => server.close() }
  const server: Server = createServer((socket) => talk(socket, made))
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      made.url = `smtp://127.0.0.1:${(server.address() as { port: number }).port}`
      resolve(made)
    })
  })
}

function talk(socket: Socket, server: MailServer): void {
  let [to, unread, body]: [string, string, string[] | null] = ['', '', null]
  const say = (line: string) => socket.writable && socket.write(`${line}\r\n`)
  const end = async (lines: string[]) => {
    await server.beforeTaking(to)
    // Whoever has hung up meanwhile was never told, so the letter is not taken.
    if (socket.destroyed) return
    server.taken.push({ to, id: /^Message-ID: (.*)$/m.exec(lines.join('\n'))?.[1] ?? '' })
    say('250 taken')
  }
  const hear = (line: string) => {
    if (body && line === '.') {
      void end(body)
      body = null
    } else if (body) body.push(line)
    else if (line.startsWith('RCPT TO:')) {
      to = line.slice(9, -1)
      say(server.answers.get(to) ?? '250 ok')
    } else if (line.startsWith('MAIL FROM:')) say(server.answers.get('MAIL FROM') ?? '250 ok')
    else if (line === 'DATA') {
      body = []
      say('354 go on')
    } else if (line === 'QUIT') {
      say('221 bye')
      socket.end()
    } else say('250 test')
  }
  socket.on('error', () => {})
  say('220 test')
  socket.on('data', (chunk) => {
    const lines = (unread + chunk.toString()).split('\r\n')
    unread = lines.pop() ?? ''
    lines.forEach(hear)
  })
}
