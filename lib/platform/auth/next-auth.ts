import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth, { type AuthOptions } from 'next-auth'

export interface AuthRequest {
  method: 'GET' | 'POST'
  /** The path below `/api/auth`: action and provider. */
  path: string[]
  query: Record<string, string>
  body?: Record<string, string>
  cookies: Record<string, string>
  headers: Record<string, string>
}

export interface AuthAnswer {
  location: string | null
  setCookies: string[]
}

type OnFault = (fault: unknown, code: string) => void

const listening = new AsyncLocalStorage<OnFault>()

/**
 * next-auth has one logger for the whole process, which every request puts its own in place of. So they all put the same, which tells
 * whoever runs: two sign-ins that fail at once would else hear of each other's faults.
 */
const logger: AuthOptions['logger'] = {
  error: (code, details) => listening.getStore()?.(faultOf(details), code),
  warn: () => {},
  debug: () => {},
}

function faultOf(details: unknown): unknown {
  return details instanceof Error ? details : ((details as { error?: unknown }).error ?? new Error('sign-in failed'))
}

/** Runs next-auth for one request whose every input we chose, and gives what it would have answered. */
export async function runNextAuth(request: AuthRequest, options: AuthOptions, onFault: OnFault): Promise<AuthAnswer> {
  const headers = new Map<string, string | string[]>()
  const response = {
    status: () => response,
    setHeader(name: string, value: string | string[]) {
      headers.set(name.toLowerCase(), value)
      return response
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    end: () => response,
    send: () => response,
    json: () => response,
  }
  const { path, ...rest } = request
  const incoming = { ...rest, query: { ...request.query, nextauth: path }, body: request.body ?? {} }
  await listening.run(onFault, () =>
    NextAuth(incoming as unknown as NextApiRequest, response as unknown as NextApiResponse, { ...options, logger }),
  )
  return {
    location: [headers.get('location') ?? null].flat()[0] ?? null,
    setCookies: [headers.get('set-cookie') ?? []].flat(),
  }
}
