import 'server-only'
import type { Actor, Staff } from '@/lib/platform/actor'
import { dateInNorway, type IsoDate } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { projectFacts } from '@/lib/projects/facts/queries'
import { mayRunProject } from '@/lib/projects/policy'
import { filledKinds, templateContent } from './content'
import { mayManageTemplates, mayStartProject } from './policy'
import { linesOf, planTaking, projectChoice, versionOf } from './rules'
import { takingTarget } from './source/queries'

export interface TemplateRow {
  id: string
  name: string
  description: string
  isActive: boolean
  latest: { number: number; author: string; publishedOn: IsoDate } | null
}

/** The templates of the municipality, those in use first, and whether the actor looks after them. */
export function templatesPage(actor: Staff): Promise<{ rows: TemplateRow[]; mayManage: boolean }> {
  return read(actor, async (tx) => {
    const rows = await tx.projectTemplate.findMany({
      where: { municipalityId: actor.municipality.id },
      orderBy: [{ isActive: 'desc' }, { name: 'asc' }],
      select: {
        id: true,
        name: true,
        description: true,
        isActive: true,
        versions: {
          orderBy: { number: 'desc' },
          take: 1,
          select: { number: true, publishedAt: true, author: { select: { name: true } } },
        },
      },
    })
    return {
      rows: rows.map(({ versions: [latest], ...row }) => ({
        ...row,
        latest: latest
          ? { number: latest.number, author: latest.author.name, publishedOn: dateInNorway(latest.publishedAt) }
          : null,
      })),
      mayManage: mayManageTemplates(actor),
    }
  })
}

export type TemplateView = NonNullable<Awaited<ReturnType<typeof templatePage>>>

/** One template with its versions and what the one asked for holds, else the latest; null for what is not of the municipality. */
export function templatePage(actor: Staff, at: { id: string; number: number | null }) {
  return read(actor, async (tx) => {
    const template = await tx.projectTemplate.findFirst({
      where: { id: at.id, municipalityId: actor.municipality.id },
      select: {
        id: true,
        name: true,
        description: true,
        isActive: true,
        version: true,
        versions: {
          orderBy: { number: 'desc' },
          select: { number: true, comment: true, content: true, publishedAt: true, author: { select: { name: true } } },
        },
      },
    })
    if (!template) return null
    const { versions, ...facts } = template
    const shown = versionOf(versions, at.number)
    const content = shown && templateContent.parse(shown.content)
    return {
      ...facts,
      shown: content && {
        number: shown.number,
        kinds: filledKinds(content.parts),
        lines: linesOf(content.parts),
        documents: content.parts.documents.map(({ title, type, phase, isArchivable, file }) => ({
          ...{ title, type, phase, isArchivable },
          fileName: file?.fileName ?? null,
        })),
        ...(await modelOf(tx, actor, content.phaseModel)),
      },
      versions: versions.map(({ number, comment, author, publishedAt }) => ({
        number,
        comment,
        author: author.name,
        publishedOn: dateInNorway(publishedAt),
      })),
      may: { manage: mayManageTemplates(actor), start: mayStartProject(actor) && facts.isActive },
    }
  })
}

/** The name of the model that a template follows, and of its phases by code; the municipality's own goes before the national. */
async function modelOf(tx: Tx, actor: Staff, code: string) {
  const models = await tx.phaseModel.findMany({
    where: { code, isCurrent: true, ...modelsOf(actor) },
    select: {
      municipalityId: true,
      name: true,
      phases: { orderBy: { position: 'asc' }, select: { code: true, nameNb: true, nameNn: true, nameEn: true } },
    },
  })
  const model = models.find((one) => one.municipalityId !== null) ?? models[0]
  return {
    phaseModel: model?.name ?? code,
    phases: (model?.phases ?? []).map(({ nameNb: nb, nameNn: nn, nameEn: en, ...phase }) => ({
      code: phase.code,
      names: { nb, nn, en },
    })),
  }
}

const modelsOf = (actor: Staff) => ({ OR: [{ municipalityId: null }, { municipalityId: actor.municipality.id }] })

/** Every project of the municipality as it stands in the list one searches in, the newest first. */
export function projectChoices(actor: Staff): Promise<string[]> {
  return read(actor, async (tx) => {
    const projects = await tx.project.findMany({
      where: { municipalityId: actor.municipality.id },
      orderBy: { number: 'desc' },
      select: { number: true, title: true },
    })
    return projects.map(projectChoice)
  })
}

const activeTemplates = (tx: Tx, actor: Staff) =>
  tx.projectTemplate.findMany({
    where: { municipalityId: actor.municipality.id, isActive: true },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })

/** What a new project can begin with; null for those who may not start one. */
export function startOffer(actor: Staff) {
  return read(actor, async (tx) => {
    if (!mayStartProject(actor)) return null
    const models = await tx.phaseModel.findMany({
      where: { isCurrent: true, isActive: true, ...modelsOf(actor) },
      select: { id: true, code: true, name: true },
    })
    const themes = await tx.theme.findMany({ orderBy: { position: 'asc' }, select: { code: true } })
    return {
      themes: themes.map(({ code }) => code),
      // What most choose comes first.
      phaseModels: models.sort(
        (a, b) =>
          Number(b.code === 'prosjektveiviseren') - Number(a.code === 'prosjektveiviseren') || a.name.localeCompare(b.name, 'nb'),
      ),
      templates: await activeTemplates(tx, actor),
    }
  })
}

export type TakeOffer = NonNullable<Awaited<ReturnType<typeof takeOffer>>>

/** The templates that a project can take parts from, and what the chosen one would add; null for those who do not run the project. */
export function takeOffer(actor: Actor, at: { projectId: string; templateId: string | null }) {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, at.projectId)
    if (!project || !mayRunProject(actor, project)) return null
    const templates = await activeTemplates(tx, actor)
    const chosen = templates.find((template) => template.id === at.templateId)
    const version =
      chosen &&
      (await tx.projectTemplateVersion.findFirst({
        where: { municipalityId: actor.municipality.id, templateId: chosen.id },
        orderBy: { number: 'desc' },
        select: { number: true, content: true },
      }))
    const offer = { project: { id: project.id, title: project.title }, templates }
    if (!version) return { ...offer, chosen: null }
    const { parts } = templateContent.parse(version.content)
    const { lines } = planTaking(parts, await takingTarget(tx, actor.municipality.id, project.id))
    const kinds = filledKinds(parts).filter((kind) => lines[kind].length > 0)
    return { ...offer, chosen: { ...chosen, number: version.number, kinds, lines } }
  })
}
