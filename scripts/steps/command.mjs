import { spawn } from 'node:child_process'

/** Runs a command to its end, quietly. Throws with the end of what it printed when it fails. */
export function command(name, args, { env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { env: { ...process.env, ...env }, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000)
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(output)
      else
        reject(new Error(`${[name, ...args].join(' ')} ended with ${code}\n${output.trim().split('\n').slice(-30).join('\n')}`))
    })
  })
}

/** Runs a TypeScript program of this repository. `react-server` makes `server-only` the empty module it is on a server. */
export function runTypeScript(file, args = [], options = {}) {
  return command(process.execPath, ['--conditions=react-server', '--import', 'tsx', file, ...args], options)
}
