import 'server-only'
import { plainText, richText } from '@/lib/experiences/text/rules'
import type { Tx } from '@/lib/platform/db'
import { indexDocument, removeDocument } from '@/lib/search/commands'

/** Makes a published guide findable as it now stands, and a draft unfindable. */
export async function indexCollection(tx: Tx, collectionId: string): Promise<void> {
  const guide = await tx.collection.findUnique({
    where: { id: collectionId },
    select: {
      ...{ title: true, lead: true, themeCode: true, status: true, publishedAt: true },
      sections: { orderBy: { position: 'asc' }, select: { title: true, advice: true } },
    },
  })
  if (guide?.status !== 'published') return removeDocument(tx, { kind: 'collection', subjectId: collectionId })
  await indexDocument(tx, {
    ...{ kind: 'collection', municipalityId: null, subjectId: collectionId, title: guide.title, lead: guide.lead },
    ...{
      names: ['KommIT samling veiledning'],
      body: guide.sections.flatMap(({ title, advice }) => [title, plainText(richText.parse(advice))]).join('\n'),
    },
    ...{ themeCode: guide.themeCode ?? undefined, technologies: [] },
    ...{ audience: 'open', datedOn: guide.publishedAt ?? undefined, sharedAt: guide.publishedAt ?? undefined },
  })
}
