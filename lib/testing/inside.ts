import { randomBytes } from 'node:crypto'
import type { GrantRole } from '@/lib/grants/rules'
import type { Advisor, Staff } from '@/lib/platform/actor'
import { hashOf } from '@/lib/platform/auth/session-store'
import { newId } from '@/lib/platform/ids'
import { owner } from './builders'

/** A browser in which somebody is signed in: what its session is known by. */
export async function makeSession({ personId }: { personId: string }, municipalityId: string | null = null): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const door = await owner().identityProvider.create({
    data: {
      ...{ municipalityId, name: 'Dør', clientId: 'delt', issuer: `https://${newId()}.example`, minimumAcr: 'high' },
      ...{ status: 'approved', approvedAt: new Date() },
    },
  })
  await owner().authSession.create({
    data: {
      ...{ tokenHash: hashOf(token), personId, municipalityId, identityProviderId: door.id },
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  })
  return token
}

/** Leave for an advisor in the municipality of somebody, as the database keeps it; a week from now unless said otherwise. */
export async function makeGrant(
  { personId: grantedBy, municipality }: Staff,
  { personId: advisorId, name }: Advisor,
  more: { role?: GrantRole; validFrom?: Date; validTo?: Date } = {},
): Promise<{ id: string; seatId: string }> {
  const municipalityId = municipality.id
  const seat = await owner().person.upsert({
    where: { municipalityId_homePersonId: { municipalityId, homePersonId: advisorId } },
    create: { municipalityId, homePersonId: advisorId, name: `${name} (KommIT)` },
    update: {},
  })
  const { id } = await owner().advisorGrant.create({
    data: {
      ...{ municipalityId, personId: seat.id, advisorId, grantedBy, reason: 'Ser på porteføljen sammen med oss' },
      ...{ role: 'portfolio_reader', validTo: new Date(Date.now() + 7 * 86_400_000), ...more },
    },
  })
  return { id, seatId: seat.id }
}
