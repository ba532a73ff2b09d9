/** Something a person can mend: what is wrong, and how. Printed without a stack. */
export class Mendable extends Error {
  constructor(what, how) {
    super(`${what}\n  ${how}`)
    this.name = 'Mendable'
  }
}

const isTerminal = process.stdout.isTTY

/** Runs one step with its name on the screen; says how long it took when it was more than a second. */
export async function step(name, work) {
  const began = Date.now()
  const elapsed = () => `${((Date.now() - began) / 1000).toFixed(0)} s`
  process.stdout.write(isTerminal ? `  … ${name}` : `  … ${name}\n`)
  const ticker = isTerminal ? setInterval(() => process.stdout.write(`\r  … ${name} (${elapsed()})`), 1000) : undefined
  try {
    const result = await work()
    const note = Date.now() - began > 1000 ? ` (${elapsed()})` : ''
    process.stdout.write(isTerminal ? `\r\x1b[K  ✓ ${name}${note}\n` : `  ✓ ${name}${note}\n`)
    return result
  } catch (error) {
    process.stdout.write(isTerminal ? `\r\x1b[K  ✗ ${name}\n` : `  ✗ ${name}\n`)
    throw withMend(error)
  } finally {
    clearInterval(ticker)
  }
}

/** What the operating system's commonest refusals mean for the person at the keyboard. */
function withMend(error) {
  if (error instanceof Mendable) return error
  const text = `${error.code ?? ''} ${error.message}`
  if (/ENOSPC|No space left/i.test(text))
    return new Mendable('The disk is full.', 'Free some space (a fresh start needs about 2 GB), then run it again.')
  if (/EACCES|EPERM|Permission denied/i.test(text)) {
    return new Mendable(
      `No permission: ${error.message}`,
      'Make this folder yours to write in (chown -R "$USER" .), then run it again.',
    )
  }
  if (/ECONNREFUSED|ENOTFOUND|ETIMEDOUT/.test(text)) {
    return new Mendable(
      `The database did not answer: ${error.message}`,
      'Check DATABASE_URL, and that the server runs and lets you in.',
    )
  }
  if (/28P01|password authentication failed/i.test(text))
    return new Mendable('The database refused the password.', 'Check the user and password in DATABASE_URL.')
  return error
}

/** Ends the command with what is wrong on the screen; a stack only for what nobody foresaw. */
export function fail(error) {
  console.error(`\n${error instanceof Mendable ? error.message : error.stack}\n`)
  process.exitCode = 1
}
