import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { templateContent } from '@/lib/templates/content'
import { templates } from '../../demo/templates'
import { found } from './context'
import type { PeopleIds } from './people'
import type { LoadedProject } from './project'

/** Inserts the templates of the demo with every version, after the people who made them. Content that is not whole throws. */
export async function insertTemplates(tx: Tx, people: PeopleIds, projects: LoadedProject[]): Promise<void> {
  const rows = templates.map(({ number, ...template }) => {
    const home = projects.find(({ municipality }) => municipality.number === number)
    return { ...template, number, id: newId(), municipalityId: found(home, `projects of ${number}`).municipality.id }
  })
  await tx.projectTemplate.createMany({
    data: rows.map(({ id, municipalityId, name, description }) => ({ id, municipalityId, name, description })),
  })
  await tx.projectTemplateVersion.createMany({
    data: rows.flatMap(({ id: templateId, municipalityId, number, versions }) =>
      versions.map(({ author, publishedOn, comment, content }, index) => ({
        municipalityId,
        templateId,
        number: index + 1,
        comment,
        content: templateContent.parse(content),
        authorId: found(people.get(number)?.get(author), `${number} ${author}`),
        // A working morning in Norway.
        publishedAt: new Date(`${publishedOn}T09:30:00Z`),
      })),
    ),
  })
}
