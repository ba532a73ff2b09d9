import { z } from 'zod'

const environment = z.object({
  DATABASE_APP_URL: z.string().min(1),
  AUTH_SECRET: z.string().min(32),
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
}

export interface Config {
  /** Connects as the role that owns nothing. */
  databaseUrl: string
  databasePoolSize: number
  authSecret: string
  /** Scheme, host and port the app is reached at, without a trailing slash. */
  origin: string
  /** Whether the content is the fictitious demo, which every page then says. */
  isDemo: boolean
  files: FilesConfig
}

let parsed: Config | undefined

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
    files: { folder: env.FILES_FOLDER, bucket: bucketOf(env), maxBytes: env.FILES_MAX_MEGABYTES * 1024 * 1024 },
  }
  return parsed
}
