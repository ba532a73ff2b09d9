import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/generated/prisma/client'

/** A client for the owner of the tables. Sessions speak UTC, because the adapter drops the offset of instants. */
export function ownerClient(connectionString: string): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString, max: 2, options: '-c TimeZone=UTC', connectionTimeoutMillis: 5000 }),
  })
}
