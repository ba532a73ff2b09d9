import { dateOf } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { ideas } from '../../demo/ideas'
import { found } from './context'
import type { PeopleIds } from './people'
import type { LoadedProject } from './project'

/** Inserts the ideas of the demo, after the people who had them and the projects that some became. */
export async function insertIdeas(tx: Tx, people: PeopleIds, projects: LoadedProject[]): Promise<void> {
  await tx.idea.createMany({
    data: ideas.map(({ number, author, registeredOn, scores, adjustment, decided, project: key, ...texts }) => {
      const home = projects.filter(({ municipality }) => municipality.number === number)
      const person = (name: string) => found(people.get(number)?.get(name), `${number} ${name}`)
      const project =
        key === undefined
          ? null
          : found(
              home.find(({ content }) => content.key === key),
              `${number} ${key}`,
            )
      const [strategic, quality, economic, operational, risk] = scores ?? []
      return {
        ...texts,
        municipalityId: found(home[0], `projects of ${number}`).municipality.id,
        registeredBy: person(author),
        // A working morning in Norway.
        registeredAt: new Date(`${registeredOn}T09:15:00Z`),
        ...{ strategic, quality, economic, operational, risk },
        adjustment: adjustment?.by,
        adjustmentReason: adjustment?.reason,
        decision: decided?.decision,
        decidedOn: decided && dateOf(decided.on),
        decidedBy: decided && person(decided.by),
        decisionReason: decided?.reason,
        projectId: project?.id,
        themeCode: project?.content.theme,
      }
    }),
  })
}
