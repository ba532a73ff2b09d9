import 'server-only'
import { mayUseDesk } from '@/lib/municipalities/policy'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf, isoDate } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless, Superseded } from '@/lib/platform/refusal'
import { insertProject } from '@/lib/projects/commands'
import { lastChange } from '@/lib/projects/items/queries'
import type { DecisionInput, IdeaInput, IdeaProjectInput, NewIdeaInput, ScoreInput } from './input'
import { mayAssessIdea, mayEditIdea, mayRegisterIdea } from './policy'
import { backgroundOf, canBecomeProject, canBeDecided, type IdeaText } from './rules'

/** Registers an idea in the actor's municipality. Refuses with `forbidden` those who only have insight, or are from elsewhere. */
export function registerIdea(actor: Actor, input: NewIdeaInput): Promise<{ ideaId: string }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayRegisterIdea(actor), 'forbidden')
    const { id } = await tx.idea.create({
      select: { id: true },
      data: { ...input, municipalityId: actor.municipality.id, registeredBy: actor.personId },
    })
    await audit(tx, actor, { action: 'idea.create', subjectType: 'idea', subjectId: id, detail: { title: input.title } })
    return { ideaId: id }
  })
}

/** Changes what is written. Refuses with `forbidden` an author whose idea is decided on, and with both versions where another saved. */
export function changeIdea(actor: Actor, { ideaId, version, ...texts }: IdeaInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const idea = await ideaForChange(tx, actor, ideaId)
    refuseUnless(mayEditIdea(actor, idea), 'forbidden')
    await save(tx, actor, { idea, version, action: 'idea.change', data: texts })
  })
}

/** Scores an idea by the five criteria. Refuses with `forbidden` those who do not assess ideas. */
export function scoreIdea(actor: Actor, { ideaId, version, ...scores }: ScoreInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const idea = await ideaForChange(tx, actor, ideaId)
    refuseUnless(mayAssessIdea(actor, idea), 'forbidden')
    await save(tx, actor, { idea, version, action: 'idea.score', data: scores })
  })
}

/**
 * Records what was decided, by the actor. Refuses with `forbidden` those who do not assess ideas, and with `conflict` where the idea has
 * become a project.
 */
export function decideIdea(actor: Actor, input: DecisionInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const idea = await ideaForChange(tx, actor, input.ideaId)
    refuseUnless(mayAssessIdea(actor, idea), 'forbidden')
    refuseUnless(canBeDecided(idea), 'conflict')
    const { decision, decidedOn, decisionReason } = input
    const decidedBy = decision === 'considering' ? null : actor.personId
    const data = { decision, decidedOn: decidedOn === null ? null : dateOf(decidedOn), decisionReason }
    await save(tx, actor, { idea, version: input.version, action: 'idea.decide', data, also: { decidedBy } })
  })
}

/**
 * Makes a project of an approved idea, once, with everything that was written under the given headings. Refuses with `conflict` an idea
 * that is not approved, or is a project already.
 */
export function makeProjectOf(
  actor: Actor,
  { ideaId, themeCode, startOn }: IdeaProjectInput,
  headings: Record<IdeaText, string>,
): Promise<{ projectId: string }> {
  return transaction(actor, async (tx) => {
    // Two who press at once wait for each other, and the second finds the project made.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`idea:${ideaId}`}, 0))`
    const idea = await ideaForChange(tx, actor, ideaId)
    refuseUnless(mayAssessIdea(actor, idea), 'forbidden')
    refuseUnless(canBecomeProject(idea), 'conflict')
    refuseUnless(await tx.theme.count({ where: { code: themeCode } }), 'not-found', { themeCode: 'errors.unknown' })
    const project = {
      title: idea.title,
      goal: idea.proposal,
      background: backgroundOf(idea, headings),
      themeCode,
      technologies: [],
      methods: [],
      startOn,
    }
    const { projectId } = await insertProject(tx, actor, project, new Map())
    const { count } = await tx.idea.updateMany({
      where: { id: idea.id, municipalityId: actor.municipality.id, version: idea.version, projectId: null },
      data: { projectId, themeCode, version: { increment: 1 } },
    })
    refuseUnless(count === 1, 'conflict')
    const detail = { title: idea.title }
    await audit(tx, actor, { action: 'project.create', subjectType: 'project', subjectId: projectId, projectId, detail })
    await audit(tx, actor, { action: 'idea.make-project', subjectType: 'idea', subjectId: idea.id, projectId, detail })
    return { projectId }
  })
}

/** The idea as it is now. Refuses with `not-found` what is not of the actor's municipality. */
async function ideaForChange(tx: Tx, actor: Actor, id: string) {
  refuseUnless(mayUseDesk(actor), 'not-found')
  const idea = await tx.idea.findFirst({ where: { id, municipalityId: actor.municipality.id } })
  refuseUnless(idea, 'not-found')
  return idea
}

type IdeaForChange = Awaited<ReturnType<typeof ideaForChange>>

interface Change {
  idea: IdeaForChange
  /** The one that was opened. */
  version: number
  action: string
  /** The fields of the form. */
  data: Partial<IdeaForChange>
  /** What follows from them. */
  also?: Partial<IdeaForChange>
}

/** Saves the fields of one form, with what they were before in the trail; what another saved since is told. */
async function save(tx: Tx, actor: Staff, { idea, version, action, data, also }: Change): Promise<void> {
  const names = Object.keys(data) as (keyof IdeaForChange)[]
  if (idea.version !== version) {
    const typed = Object.fromEntries(names.map((name) => [name, String(plain(idea[name]) ?? '')]))
    throw new Superseded({ version: idea.version, values: typed, ...(await lastChange(tx, idea.id)) })
  }
  const changed = names.filter((name) => plain(idea[name]) !== plain(data[name] ?? null))
  if (changed.length === 0) return
  const { count } = await tx.idea.updateMany({
    where: { id: idea.id, municipalityId: actor.municipality.id, version },
    data: { ...data, ...also, version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'conflict')
  const changes = Object.fromEntries(changed.map((name) => [name, [plain(idea[name]), plain(data[name] ?? null)]]))
  await audit(tx, actor, {
    action,
    subjectType: 'idea',
    subjectId: idea.id,
    detail: { title: data.title ?? idea.title, changes },
  })
}

const plain = (value: string | number | Date | null) => (value instanceof Date ? isoDate(value) : value)
