import { z } from 'zod'
import { type Keyring, keyringOf } from './vault'

const environment = z.object({
  NODE_ENV: z.string().default(''),
  DATABASE_APP_URL: z.string().min(1),
  AUTH_SECRET: z.string().min(32),
  SECRETS_KEYS: z.string().optional(),
  OUTBOUND_HOSTS: z.string().default(''),
  APP_ORIGIN: z.url().default('http://localhost:3000'),
  DELT_DEMO: z.enum(['0', '1']).default('0'),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(100).default(10),
  FILES_FOLDER: z.string().min(1).default('.data/files'),
  FILES_MAX_MEGABYTES: z.coerce.number().int().min(1).max(500).default(25),
  FILES_S3_ENDPOINT: z.url().optional(),
  FILES_S3_BUCKET: z.string().min(1).optional(),
  FILES_S3_REGION: z.string().min(1).default('us-east-1'),
  FILES_S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  FILES_S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  FILES_CLAMAV: z
    .string()
    .regex(/^(tcp:\/\/[^\s/:]+:\d{1,5}|unix:\/\S+)$/, 'must be tcp://host:port or unix:/path')
    .optional(),
  MAIL_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Delt <delt@localhost>'),
})

/** A bucket in an object store that speaks S3. */
export interface BucketConfig {
  endpoint: string
  name: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

export interface FilesConfig {
  /** Where uploaded files lie when there is no bucket. */
  folder: string
  bucket: BucketConfig | null
  /** The largest file that is taken in, in bytes. */
  maxBytes: number
  /** The socket of a ClamAV that every file is held against; null where there is none. */
  scanner: string | null
}

export interface MailConfig {
  /** The mail server; null keeps every letter in the mailbox of the demo, and hands over none where there is no demo. */
  smtpUrl: string | null
  /** The sender of every letter. */
  from: string
  /** The address alone: where people write to those who run Delt. */
  contact: string
}

export interface Config {
  /** Connects as the role that owns nothing. */
  databaseUrl: string
  databasePoolSize: number
  authSecret: string
  /** What stored secrets rest on. */
  keyring: Keyring
  /** Hosts inside, such as a municipality's own ADFS, that the operator lets the app reach. */
  openHosts: readonly string[]
  /** Scheme, host and port the app is reached at, without a trailing slash. */
  origin: string
  /** While one develops: faults are explained in the browser. */
  isDevelopment: boolean
  /** Whether the content is the fictitious demo, which every page then says. */
  isDemo: boolean
  files: FilesConfig
  mail: MailConfig
}

let parsed: Config | undefined

/** Everything that is wrong with the environment. */
export class Misconfigured extends Error {
  constructor(readonly faults: string[]) {
    super(`Misconfigured: ${faults.join('; ')}`)
    this.name = 'Misconfigured'
  }
}

/** All of a bucket or nothing: half of one would quietly put the files on the disk of one instance. */
function bucketOf(env: z.infer<typeof environment>): BucketConfig | null {
  const {
    FILES_S3_ENDPOINT: endpoint,
    FILES_S3_BUCKET: name,
    FILES_S3_REGION: region,
    FILES_S3_ACCESS_KEY_ID: accessKeyId,
    FILES_S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = env
  if (endpoint && name && accessKeyId && secretAccessKey) return { endpoint, name, region, accessKeyId, secretAccessKey }
  if (!endpoint && !name && !accessKeyId && !secretAccessKey) return null
  throw new Error(
    'Misconfigured: FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_ACCESS_KEY_ID and FILES_S3_SECRET_ACCESS_KEY go together',
  )
}

/** A secret that somebody typed to have something there. */
const isWeak = (secret: string) =>
  secret.length >= 32 && (new Set(secret).size < 10 || /secret|password|passord|hemmelig|changeme|example/i.test(secret))
const isHere = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host) || host.endsWith('.localhost')

/**
 * What may not be where real people sign in, a line each: the demo's convenience is an open door there. Whether it is the demo is said by
 * `DELT_DEMO`; how it was built does not matter.
 */
export function productionFaults(env: Record<string, string | undefined>): string[] {
  if (env.NODE_ENV !== 'production') return []
  const origin = env.APP_ORIGIN ?? 'http://localhost:3000'
  if (env.DELT_DEMO === '1') {
    const isReal = origin.startsWith('https://') && URL.canParse(origin) && !isHere(new URL(origin).hostname)
    return isReal ? ['DELT_DEMO: 1 opens doors without passwords; not where APP_ORIGIN is an address of yours over https'] : []
  }
  const secrets = (env.SECRETS_KEYS ?? '').split(/[\s,]+/).filter(Boolean)
  return [
    ...(origin.startsWith('https://') ? [] : ['APP_ORIGIN: must begin with https:// outside the demo']),
    ...(env.AUTH_SECRET && isWeak(env.AUTH_SECRET)
      ? ['AUTH_SECRET: can be guessed; make one by chance (openssl rand -hex 32)']
      : []),
    ...(secrets.length > 0 ? [] : ['SECRETS_KEYS: is not set; stored secrets need a key of their own (name:secret)']),
    ...(secrets.some((key) => isWeak(key.slice(key.indexOf(':') + 1)))
      ? ['SECRETS_KEYS: a key can be guessed; make one by chance (openssl rand -hex 32)']
      : []),
    ...(env.AUTH_SECRET && secrets.some((key) => key.endsWith(`:${env.AUTH_SECRET}`))
      ? ['SECRETS_KEYS: must be another secret than AUTH_SECRET']
      : []),
    ...(env.NEXTAUTH_DEBUG || env.AUTH_DEBUG ? ['NEXTAUTH_DEBUG, AUTH_DEBUG: write tokens to the log; remove them'] : []),
    ...(env.AUTH_TRUST_HOST ? ['AUTH_TRUST_HOST: lets the caller choose our address; remove it'] : []),
    ...(env.NODE_TLS_REJECT_UNAUTHORIZED === '0' ? ['NODE_TLS_REJECT_UNAUTHORIZED: must not be 0'] : []),
    ...(/--inspect/.test(env.NODE_OPTIONS ?? '') ? ['NODE_OPTIONS: --inspect lets others look into the program; remove it'] : []),
  ]
}

/** All that is wrong with an environment, a line each: what is missing or no such thing, and what may not be in production. */
export function environmentFaults(env: Record<string, string | undefined>): string[] {
  const result = environment.safeParse(env)
  const issues = result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  const built = [() => result.success && bucketOf(result.data), () => keyringOf(env.SECRETS_KEYS, env.AUTH_SECRET ?? '')]
  const thrown = built.flatMap((build) => {
    try {
      build()
      return []
    } catch (error) {
      return [(error as Error).message.replace(/^Misconfigured: /, '')]
    }
  })
  return [...new Set([...issues, ...thrown, ...productionFaults(env)])]
}

/** The database the app connects to, also where the rest of the environment is wrong. */
export const databaseUrlOf = (): string | undefined => process.env.DATABASE_APP_URL

/** What the environment says, read once. Throws one line per missing or mistaken variable. */
export function config(): Config {
  if (parsed) return parsed
  const faults = environmentFaults(process.env)
  if (faults.length > 0) throw new Misconfigured(faults)
  const env = environment.parse(process.env)
  parsed = {
    databaseUrl: env.DATABASE_APP_URL,
    databasePoolSize: env.DATABASE_POOL_SIZE,
    authSecret: env.AUTH_SECRET,
    keyring: keyringOf(env.SECRETS_KEYS, env.AUTH_SECRET),
    openHosts: env.OUTBOUND_HOSTS.toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
    origin: new URL(env.APP_ORIGIN).origin,
    isDevelopment: env.NODE_ENV === 'development',
    isDemo: env.DELT_DEMO === '1',
    mail: {
      smtpUrl: env.MAIL_SMTP_URL ?? null,
      from: env.MAIL_FROM,
      contact: /<([^>]+)>/.exec(env.MAIL_FROM)?.[1] ?? env.MAIL_FROM,
    },
    files: {
      folder: env.FILES_FOLDER,
      bucket: bucketOf(env),
      maxBytes: env.FILES_MAX_MEGABYTES * 1024 * 1024,
      scanner: env.FILES_CLAMAV ?? null,
    },
  }
  return parsed
}
