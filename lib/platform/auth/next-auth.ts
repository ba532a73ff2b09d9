import 'server-only'
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

/** Runs next-auth for one request whose every input we chose, and gives what it would have answered. */
export async function runNextAuth(request: AuthRequest, options: AuthOptions): Promise<AuthAnswer> {
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
  await NextAuth(incoming as unknown as NextApiRequest, response as unknown as NextApiResponse, options)
  return {
    location: [headers.get('location') ?? null].flat()[0] ?? null,
    setCookies: [headers.get('set-cookie') ?? []].flat(),
  }
}
