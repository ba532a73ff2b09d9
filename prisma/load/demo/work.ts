import { dateOf } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { absences, type DemoWork, programmes, work } from '../../demo/work'
import { found } from './context'
import type { PeopleIds } from './people'
import type { LoadedProject } from './project'

/** Inserts tasks, stakeholders, messages, resources, links of the plan, programmes and absence, after the projects they belong to. */
export async function insertWork(tx: Tx, people: PeopleIds, projects: LoadedProject[]): Promise<void> {
  for (const content of work) await insertOne(tx, content, people, projectOf(projects, content.number, content.project))
  await insertProgrammes(tx, people, projects)
  await tx.absence.createMany({
    data: absences.map(({ number, person, startOn, endOn, percent }) => ({
      municipalityId: homeOf(projects, number),
      personId: personOf(people, number, person),
      startOn: dateOf(startOn),
      endOn: dateOf(endOn),
      percent,
    })),
  })
}

const personOf = (people: PeopleIds, number: string, key: string) => found(people.get(number)?.get(key), `${number} ${key}`)

const homeOf = (projects: LoadedProject[], number: string) =>
  found(
    projects.find(({ municipality }) => municipality.number === number),
    `projects of ${number}`,
  ).municipality.id

function projectOf(projects: LoadedProject[], number: string, key: string): LoadedProject {
  return found(
    projects.find(({ municipality, content }) => municipality.number === number && content.key === key),
    `${number} ${key}`,
  )
}

async function insertOne(tx: Tx, content: DemoWork, people: PeopleIds, project: LoadedProject): Promise<void> {
  const own = { municipalityId: project.municipality.id, projectId: project.id }
  const person = (key: string | undefined) => (key === undefined ? null : personOf(people, content.number, key))
  const tasks = content.tasks.map((task) => ({ ...task, id: newId() }))
  await tx.task.createMany({
    data: tasks.map(({ id, title, phase, responsible, dueOn, isDone, labels }) => ({
      ...own,
      id,
      title,
      isDone,
      labels,
      projectPhaseId: found(
        project.phases.find(({ model }) => model.code === phase),
        `${title}: ${phase}`,
      ).id,
      responsibleId: person(responsible),
      dueOn: dueOn === undefined ? null : dateOf(dueOn),
    })),
  })
  await tx.taskStep.createMany({
    data: tasks.flatMap(({ id, steps = [] }) => steps.map((text) => ({ municipalityId: own.municipalityId, taskId: id, text }))),
  })
  await tx.stakeholder.createMany({ data: content.stakeholders.map((stakeholder) => ({ ...own, ...stakeholder })) })
  await tx.communication.createMany({
    data: content.communications.map(({ responsible, plannedOn, ...message }) => ({
      ...own,
      ...message,
      responsibleId: person(responsible),
      plannedOn: dateOf(plannedOn),
    })),
  })
  await tx.allocation.createMany({
    data: content.allocations.map(({ person: key, startOn, endOn, ...allocation }) => ({
      ...own,
      ...allocation,
      personId: person(key),
      startOn: dateOf(startOn),
      endOn: dateOf(endOn),
    })),
  })
  await insertLinks(tx, content, own)
}

async function insertLinks(tx: Tx, content: DemoWork, own: { municipalityId: string; projectId: string }): Promise<void> {
  const milestones = await tx.milestone.findMany({ where: { projectId: own.projectId }, select: { id: true, title: true } })
  const deliverables = await tx.deliverable.findMany({ where: { projectId: own.projectId }, select: { id: true, title: true } })
  const end = (title: string, side: 'from' | 'to') => {
    const milestone = milestones.find((one) => one.title === title)
    if (milestone) return { [`${side}MilestoneId`]: milestone.id }
    const deliverable = found(
      deliverables.find((one) => one.title === title),
      title,
    )
    return { [`${side}DeliverableId`]: deliverable.id }
  }
  await tx.planLink.createMany({
    data: content.links.map(({ from, to, lagDays }) => ({ ...own, ...end(from, 'from'), ...end(to, 'to'), lagDays })),
  })
}

async function insertProgrammes(tx: Tx, people: PeopleIds, projects: LoadedProject[]): Promise<void> {
  for (const { number, manager, startOn, endOn, projects: keys, title, goal } of programmes) {
    const municipalityId = homeOf(projects, number)
    const { id } = await tx.programme.create({
      select: { id: true },
      data: {
        municipalityId,
        title,
        goal,
        managerId: personOf(people, number, manager),
        startOn: dateOf(startOn),
        endOn: dateOf(endOn),
      },
    })
    await tx.programmeProject.createMany({
      data: keys.map((key) => ({
        municipalityId,
        programmeId: id,
        projectMunicipalityId: municipalityId,
        projectId: projectOf(projects, number, key).id,
      })),
    })
  }
}
