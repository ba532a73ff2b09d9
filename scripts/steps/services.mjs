import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import { Mendable } from './progress.mjs'

/**
 * Starts long-running programs, each in a process group of its own, so that all of them and nothing else can be stopped. With `log`, all they
 * print is kept in that file.
 */
export function services({ log } = {}) {
  const kept = log ? fs.openSync(log, 'a') : null
  const stdio = (show, quiet) => ['ignore', ...Array(2).fill(show ? 'inherit' : (kept ?? quiet))]
  const children = new Map()
  let isStopping = false
  let onDeath = () => {}

  return {
    start(name, program, args, { env, show = false }) {
      const child = spawn(program, args, {
        env: { ...process.env, ...env },
        detached: true,
        stdio: stdio(show, 'pipe'),
      })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (chunk) => {
          output = (output + chunk).slice(-10_000)
        })
      }
      children.set(name, child)
      child.on('exit', (code) => {
        children.delete(name)
        if (!isStopping)
          onDeath(
            new Mendable(
              `${name} stopped by itself (${code}).\n${(log ? fs.readFileSync(log, 'utf8').slice(-10_000) : output).trim()}`,
              'What it printed last is above.',
            ),
          )
      })
      return child
    },
    /** As `start`, for what is started anew a second after it dies. */
    startAgain(name, program, args, { env, show = false }) {
      const child = spawn(program, args, {
        env: { ...process.env, ...env },
        detached: true,
        stdio: stdio(show, 'ignore'),
      })
      children.set(name, child)
      child.on('exit', () => {
        children.delete(name)
        setTimeout(() => {
          if (!isStopping) this.startAgain(name, program, args, { env, show })
        }, 1000)
      })
    },
    /** What to do when one of them dies by itself. */
    whenOneDies(callback) {
      onDeath = callback
    },
    async stop() {
      isStopping = true
      const gone = [...children.values()].map((child) => new Promise((resolve) => child.once('exit', resolve)))
      for (const child of children.values()) signalGroup(child.pid, 'SIGTERM')
      const patience = setTimeout(() => {
        for (const child of children.values()) signalGroup(child.pid, 'SIGKILL')
      }, 5000)
      await Promise.all(gone)
      clearTimeout(patience)
    },
  }
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

/** Refuses at once, rather than after a long build, when somebody else listens on the port. */
export async function requireFreePort(port, how) {
  const isFree = await new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })
  if (!isFree) throw new Mendable(`Port ${port} is taken by another program.`, how)
}

/** Waits until the address answers 200. Throws after the given seconds. */
export async function waitFor(address, seconds) {
  const deadline = Date.now() + seconds * 1000
  while (Date.now() < deadline) {
    const response = await fetch(address).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Mendable(`${address} did not answer within ${seconds} seconds.`, 'Look at what was printed above.')
}
