import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { z } from 'zod'
import { waitInput } from '@/lib/curation/cockpit/input'
import { documentInput, versionInput } from '@/lib/documents/input'
import { draftForm, finishedForm } from '@/lib/experiences/input'
import { giveForm } from '@/lib/grants/input'
import { reformForm } from '@/lib/operation/reform/input'
import { type Actor, type Founder, visitor } from '@/lib/platform/actor'
import { correlated } from '@/lib/platform/correlation'
import { addDays, today } from '@/lib/platform/dates'
import { isUuid, newId } from '@/lib/platform/ids'
import { isReadersChange, Refusal } from '@/lib/platform/refusal'
import { projectInput } from '@/lib/projects/editing/input'
import { itemAddress, itemInput } from '@/lib/projects/items/input'
import { itemKinds, items } from '@/lib/projects/items/kinds'
import { reviewInput } from '@/lib/reviews/input'
import { reviewPoints } from '@/lib/reviews/rules'
import { offerAnswerInput, offerInput } from '@/lib/sharing/improvements/input'
import { handOverInput } from '@/lib/stewards/input'
import { newBrowser } from '@/lib/testing/browser'
import { makeAdvisor, makeMunicipality, makeOperator, makeStaff, owner } from '@/lib/testing/builders'
import { furnish } from '@/lib/testing/household'
import { sampleItems } from '@/lib/testing/sample'
import { asSent, sendable } from '@/lib/testing/sendable'
import { typedReport } from '@/lib/testing/writing'
import { followUpInput, linkedFollowUpInput, linkInput } from '@/lib/upkeep/input'

// Every action of the app, sent from elsewhere with the ids of what a municipality keeps to itself.

interface Action {
  schema: z.ZodType
  run: (actor: Actor | Founder, input: unknown) => Promise<unknown>
}

const made = vi.hoisted(() => [] as Action[])

// An action without the request around it. That each asks who is there, and from where, is held by `access.test.ts`.
vi.mock('@/lib/platform/command', () => {
  const kept = (schema: Action['schema'], run: Action['run']) => {
    made.push({ schema, run })
    return async () => ({})
  }
  return { command: kept, freshCommand: kept, selfCommand: kept, projectCommand: kept, founderCommand: kept }
})

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

const files = import.meta.glob('./app/**/*actions.ts')

/** What the fields that name something name. */
const tables: Record<string, string[]> = {
  absenceId: ['absence'],
  adviceId: ['advice'],
  advisorId: ['person'],
  collaborationId: ['collaboration'],
  collectionId: ['collection'],
  conditionId: ['gate_condition'],
  connectionId: ['identity_provider'],
  copiedPartId: ['copied_part'],
  deletedId: ['deleted_item'],
  documentId: ['document', 'report_document'],
  documents: ['document', 'report_document'],
  evaluationId: ['report_evaluation'],
  eventId: ['audit_event'],
  featureId: ['featured_case'],
  flagId: ['outdated_flag'],
  followId: ['follow'],
  from: ['log_entry'],
  fromId: ['person'],
  grantId: ['advisor_grant'],
  guestMunicipalityId: ['municipality'],
  id: ['saved_view', 'gate_decision'],
  ideaId: ['idea'],
  ids: ['project'],
  into: ['project'],
  invitationId: ['project_invitation', 'collaboration_invitation'],
  itemId: ['collection_item', 'starter_pack_item'],
  items: ['starter_pack_item'],
  keyId: ['client_key'],
  latestId: ['gate_decision'],
  letterId: ['letter'],
  linkId: ['plan_link'],
  managerId: ['person'],
  modelId: ['phase_model'],
  municipalityId: ['municipality'],
  offerId: ['improvement_offer'],
  ownerId: ['person'],
  packId: ['starter_pack'],
  personId: ['person'],
  phaseId: ['project_phase'],
  phaseModelId: ['phase_model'],
  programmeId: ['programme'],
  projectId: ['project'],
  projectPhaseId: ['project_phase'],
  proposalId: ['reuse_proposal'],
  questionId: ['question'],
  recommendationId: ['report_recommendation'],
  replyId: ['recommendation_reply'],
  reportId: ['experience_report', 'status_report'],
  requestId: ['publication_request'],
  responsibleId: ['person'],
  reuseId: ['reuse'],
  reviewId: ['report_review'],
  searchId: ['saved_search'],
  sectionId: ['collection_section'],
  seriesId: ['report_series'],
  sessionId: ['auth_session'],
  setupId: ['setup_invitation'],
  standInId: ['person'],
  subject: ['project', 'experience_report', 'municipality'],
  supersedesId: ['gate_decision'],
  takenBefore: ['project'],
  targetId: ['project_phase'],
  templateId: ['project_template'],
  toId: ['person'],
  tokenId: ['scim_token'],
}

/** Names something at an identity provider. */
const foreign = ['clientId', 'directoryId']

const nowhere = newId()
const later = addDays(today(), 3)
const place = { projectId: nowhere, id: nowhere, under: '', from: '', version: '1' }
const points = Object.fromEntries(reviewPoints.map((point) => [point, 'yes']))
const upload = { projectId: nowhere, file: new File(['%PDF-1.7'], 'kjelleren.pdf', { type: 'application/pdf' }) }

/** What nobody finds by trying. The ids are filled in. */
const typed = new Map<z.ZodType, object[]>([
  [documentInput, [{ ...upload, type: 'mandate' }]],
  [draftForm, [{ ...typedReport, projectId: nowhere }]],
  [followUpInput, [{ slug: '', months: '12', stillInUse: 'no', effectHeld: 'less', comment: 'Stengt' }]],
  [finishedForm, [{ ...typedReport, projectId: nowhere, visibility: 'open' }]],
  [giveForm, [{ advisorId: nowhere, role: 'member', until: later, reason: 'Ser på planen' }]],
  [handOverInput, [{ fromId: nowhere, toId: newId() }]],
  [itemAddress, itemKinds.map((kind) => ({ item: { ...place, kind } }))],
  [itemInput, itemKinds.flatMap((kind) => sampleItems[kind].map((fields) => ({ ...fields, item: { ...place, kind } })))],
  [offerInput, [{ projectId: nowhere, copiedPartId: nowhere, items: ['a'], comment: '' }]],
  [offerAnswerInput, [{ projectId: nowhere, offerId: nowhere, choice: 'take', items: ['0'], answers: {}, answer: '' }]],
  [projectInput, [{ projectId: nowhere, version: '1', block: 'purpose', title: 'Overtatt', goal: '', background: '' }]],
  [reformForm, [{ from: ['4202'], to: '4203', onDate: later }]],
  [reviewInput, [{ slug: '', reportVersion: '1', ...points }]],
  [versionInput, [{ ...upload, documentId: nowhere }]],
  [waitInput, [{ kind: 'review', subject: nowhere, version: '0', until: later }]],
])

/** Opens by a key that was sent, whoever comes with it. */
const byKey: z.ZodType[] = [linkInput, linkedFollowUpInput]

interface Kept {
  /** Ids by table. */
  ids: Map<string, string[]>
  slug: string
}

interface Row {
  table: string
  text: string
  /** Whose it is; null where it is nobody's. */
  municipality: string | null
}

/** Every row there is, as its text. */
async function rows(): Promise<Row[]> {
  const tables = await owner().$queryRaw<{ name: string }[]>`
    SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`
  const lines = tables.map(({ name }) => {
    const whose = name === 'municipality' ? 'id' : 'municipality_id'
    return `SELECT '${name}' AS table, to_jsonb(t)::text AS text, to_jsonb(t) ->> '${whose}' AS municipality FROM "${name}" t`
  })
  return owner().$queryRawUnsafe<Row[]>(lines.join(' UNION ALL '))
}

async function keptBy(municipalityId: string): Promise<Kept> {
  const ids = new Map<string, string[]>()
  for (const { table, text, municipality } of await rows()) {
    const { id } = JSON.parse(text) as { id?: string }
    if (id && municipality === municipalityId) ids.set(table, [...(ids.get(table) ?? []), id])
  }
  const { slug } = await owner().experienceReport.findFirstOrThrow({ where: { municipalityId } })
  return { ids, slug }
}

/** A form with what a municipality keeps in every field that names something; every second time only where something was named. */
function filled(sent: unknown, kept: Kept, turn: number, name = ''): unknown {
  const pick = (from: string[]) => {
    const ids = from.flatMap((table) => kept.ids.get(table) ?? [])
    // Who something goes from and to are not the same.
    return ids[(turn + (name === 'toId' ? 1 : 0)) % ids.length] ?? nowhere
  }
  if (Array.isArray(sent)) return sent.map((one) => filled(one, kept, turn, name))
  if (typeof sent === 'object' && sent !== null && !(sent instanceof File)) {
    const kind = Object.entries(sent).find(([key]) => key === 'kind')?.[1]
    const item = itemKinds.find((one) => one === kind)
    const parts = Object.entries(sent).map(([key, one]) =>
      key === 'id' && item ? [key, turn % 2 ? '' : pick([items[item].table])] : [key, filled(one, kept, turn, key)],
    )
    return Object.fromEntries(parts)
  }
  if (name === 'slug') return kept.slug
  if (name === 'address') return `/prosjekter/${pick(['project'])}`
  if (sent === 'person' || sent === 'phase') return pick([sent === 'person' ? 'person' : 'project_phase'])
  const asked = tables[name]
  if (!asked && /Ids?$/.test(name) && !foreign.includes(name)) throw new Error(`What does ${name} name?`)
  return asked && (isUuid(String(sent)) || (sent === '' && turn % 2 === 0)) ? pick(asked) : sent
}

/** What is sent to an action, some turns of it. */
function forms({ schema }: Action, kept: Kept): unknown[] {
  const tried = () => fc.sample(sendable(schema), { numRuns: 200, seed: 4202 }).map(asSent)
  const turns =
    typed.get(schema)?.flatMap((one) => [one, one]) ??
    tried()
      .filter((one) => schema.safeParse(one).success)
      .slice(0, 6)
  return turns.flatMap((one, turn) => {
    const parsed = schema.safeParse(filled(one, kept, turn))
    return parsed.success ? [parsed.data] : []
  })
}

async function founderElsewhere(): Promise<Founder> {
  const { id: municipalityId, number, name } = await makeMunicipality()
  const { id: personId } = await owner().person.create({ data: { municipalityId, name: 'Kari', status: 'pending' } })
  const role = 'municipality_admin'
  const { id: setupId } = await owner().setupInvitation.create({
    data: {
      ...{ municipalityId, personId, name: 'Kari', email: 'kari@kommune.example', role, tokenHash: Buffer.from(newId()) },
      ...{ expiresAt: new Date(), sessionExpiresAt: new Date(Date.now() + 3_600_000) },
    },
  })
  return { kind: 'founder', personId, setupId, name: 'Kari', role, municipality: { id: municipalityId, number, name } }
}

/** What is theirs to do whatever municipality it is about: to operate it; to take back what advisors sent, and to mark what needs an advisor. */
const theirs: Record<string, RegExp> = {
  operator: /^\(desk\)\/drift/,
  advisor: /^\(desk\)\/kuratering.* (withdrawAdvice|letNeedWait|markNeed)$/,
}

/** Sends an action; whether it was done, refused in words, or fell. */
async function send({ run }: Action, actor: Actor | Founder, input: unknown): Promise<string> {
  try {
    await correlated(() => run(actor, input))
    return 'done'
  } catch (error) {
    return error instanceof Refusal || isReadersChange(error) ? 'refused' : String(error).slice(-300)
  }
}

test('A3 no action does anything with what another municipality keeps, whoever sends it from elsewhere', async () => {
  newBrowser()
  const home = await furnish()
  const ofHome = { municipalityId: home.municipality.id }
  await owner().municipalityClosure.deleteMany({ where: ofHome })
  // A plan that is shown is there for others to join.
  await owner().planInterest.deleteMany({ where: { hostMunicipalityId: home.municipality.id } })
  await owner().sharedPlan.deleteMany({ where: ofHome })
  await owner().project.updateMany({ where: ofHome, data: { visibility: 'municipality', visibleToCollaborationId: null } })
  const kept = await keptBy(home.municipality.id)
  const actions: (Action & { name: string })[] = []
  for (const [file, load] of Object.entries(files)) {
    await load()
    for (const action of made.splice(0)) actions.push({ ...action, name: `${file.slice(6, -11)} ${action.run.name}` })
  }
  const sent = actions.filter(({ schema }) => !byKey.includes(schema)).map((action) => ({ action, inputs: forms(action, kept) }))
  expect(sent.filter(({ inputs }) => inputs.length === 0).map(({ action }) => action.name)).toEqual([])
  const roles = ['member', 'portfolio_manager', 'municipality_admin'] as const
  const others = {
    ...{ administrator: await makeStaff({ roles }), advisor: await makeAdvisor(), operator: await makeOperator() },
    ...{ visitor, founder: await founderElsewhere() },
  }

  const before = await rows()
  const faults = new Set<string>()
  for (const [who, actor] of Object.entries(others))
    for (const { action, inputs } of sent.filter((one) => !theirs[who]?.test(one.action.name)))
      for (const input of inputs) {
        const outcome = await send(action, actor, input)
        if (!['done', 'refused'].includes(outcome)) faults.add(`${who} ${action.name}: ${outcome}`)
      }
  expect([...faults]).toEqual([])
  const after = await rows()
  const isHome = ({ municipality }: Row) => municipality === home.municipality.id
  expect(after.filter(isHome)).toEqual(before.filter(isHome))
  const known = new Set(before.map(({ text }) => text))
  const secret = [...kept.ids.values()].flat()
  const pointing = after.filter((row) => !isHome(row) && !known.has(row.text) && secret.some((id) => row.text.includes(id)))
  expect(pointing).toEqual([])

  // Sent by somebody at home much of it is done: otherwise nothing was tried above.
  const administrator = await makeStaff({ municipality: home.municipality, roles })
  const done = new Set<string>()
  for (const { action, inputs } of sent)
    for (const input of inputs) if ((await send(action, administrator, input)) === 'done') done.add(action.name)
  expect(done.size).toBeGreaterThan(40)
})
