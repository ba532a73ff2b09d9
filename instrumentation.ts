/** Refuses to start where it would be unsafe to serve, and says why: before the first visitor, not after. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startFaults } = await import('@/lib/platform/start-check')
  const faults = await startFaults(process.env)
  if (faults.length === 0) return
  for (const fault of faults) console.error(`Delt does not start: ${fault}`)
  process.exit(1)
}

/** Every fault while drawing a page is logged under the reference that the reader sees. */
export async function onRequestError(error: unknown, request: { path: string; method: string }): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logFault } = await import('@/lib/platform/log')
  const digest = (error as { digest?: string }).digest
  logFault(error, { digest, path: request.path.split('?')[0], method: request.method })
}
