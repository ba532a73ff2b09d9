import { z } from 'zod'

const environment = z.object({
  DATABASE_APP_URL: z.string().min(1),
  AUTH_SECRET: z.string().min(32),
  APP_ORIGIN: z.url().default('http://localhost:3000'),
  DELT_DEMO: z.enum(['0', '1']).default('0'),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(100).default(10),
})

export interface Config {
  /** Connects as the role that owns nothing. */
  databaseUrl: string
  databasePoolSize: number
  authSecret: string
  /** Scheme, host and port the app is reached at, without a trailing slash. */
  origin: string
  /** Whether the content is the fictitious demo, which every page then says. */
  isDemo: boolean
}

let parsed: Config | undefined

/** What the environment says, read once. Throws one line per missing or mistaken variable. */
export function config(): Config {
  if (parsed) return parsed
  const result = environment.safeParse(process.env)
  if (!result.success) {
    throw new Error(
      `Misconfigured: ${result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
    )
  }
  const env = result.data
  parsed = {
    databaseUrl: env.DATABASE_APP_URL,
    databasePoolSize: env.DATABASE_POOL_SIZE,
    authSecret: env.AUTH_SECRET,
    origin: new URL(env.APP_ORIGIN).origin,
    isDemo: env.DELT_DEMO === '1',
  }
  return parsed
}
