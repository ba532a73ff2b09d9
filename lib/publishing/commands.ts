import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import type { PublishingInput } from './input'
import { maySetPublishing } from './policy'

/** Decides who may publish how widely. What is published already stays. Refuses with `conflict` where it was changed meanwhile. */
export function setPublishing(actor: Actor, { version, ...chosen }: PublishingInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(maySetPublishing(actor), 'forbidden')
    const municipalityId = actor.municipality.id
    const data = {
      ...{ toOwn: chosen.municipality, toCollaboration: chosen.collaboration },
      ...{ toMunicipalities: chosen.municipalities, toOpen: chosen.open },
    }
    const { count } =
      version === 0
        ? await tx.publishingPolicy.createMany({ data: [{ municipalityId, ...data }], skipDuplicates: true })
        : await tx.publishingPolicy.updateMany({
            where: { municipalityId, version },
            data: { ...data, version: { increment: 1 } },
          })
    refuseUnless(count === 1, 'conflict')
    await audit(tx, actor, {
      ...{ action: 'settings.publishing', subjectType: 'municipality', subjectId: municipalityId },
      detail: { ...chosen },
    })
  })
}
