/** Every fault while drawing a page is logged under the reference that the reader sees. */
export async function onRequestError(error: unknown, request: { path: string; method: string }): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logFault } = await import('@/lib/platform/log')
  const digest = (error as { digest?: string }).digest
  logFault(error, { digest, path: request.path.split('?')[0], method: request.method })
}
