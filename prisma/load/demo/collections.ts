import { indexCollection } from '@/lib/collections/indexing/commands'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { advice, collections, draftCollections } from '../../demo/collections'
import { found } from './context'
import type { PeopleIds } from './people'
import type { LoadedProject } from './project'

/** Inserts the guides of the advisors, and the advice they have sent, after the reports they point to. */
export async function insertCollections(tx: Tx, people: PeopleIds, projects: LoadedProject[], now: Date): Promise<void> {
  const reports = await tx.experienceReport.findMany({ select: { id: true, slug: true } })
  const reportOf = (slug: string) => found(reports.find((report) => report.slug === slug)?.id, `report ${slug}`)
  for (const [guides, status] of [[collections, 'published'] as const, [draftCollections, 'draft'] as const])
    for (const { sections, theme, ...words } of guides) {
      const collectionId = newId()
      const publishedAt = status === 'published' ? now : null
      await tx.collection.createMany({ data: [{ ...words, id: collectionId, themeCode: theme, status, publishedAt }] })
      const rows = sections.map((section, index) => ({ ...section, id: newId(), position: index + 1 }))
      await tx.collectionSection.createMany({
        data: rows.map(({ id, position, phase, title, advice: text }) => ({
          ...{ id, collectionId, position, title },
          ...{ phaseCode: phase, advice: text },
        })),
      })
      await tx.collectionItem.createMany({
        data: rows.flatMap(({ id: sectionId, examples }) =>
          examples.map(({ slug, part, note }, index) => ({
            ...{ sectionId, position: index + 1, note },
            ...{ reportId: reportOf(slug), partKind: part ?? null },
          })),
        ),
      })
      await indexCollection(tx, collectionId)
    }
  const sentBy = found(people.get(null)?.values().next().value, 'an advisor')
  for (const { number, project: key, report, answer, ...words } of advice) {
    const project = found(
      projects.find(({ municipality, content }) => municipality.number === number && content.key === key),
      `${number} ${key}`,
    )
    const answeredBy = answer && found(people.get(number)?.get(answer.by), `${number} ${answer.by}`)
    await tx.advice.createMany({
      data: [
        {
          ...words,
          ...{ municipalityId: project.municipality.id, projectId: project.id, sentBy },
          reportId: report ? reportOf(report) : null,
          ...(answer && { answer: answer.value, reason: answer.reason, answeredBy, answeredAt: now }),
        },
      ],
    })
  }
}
