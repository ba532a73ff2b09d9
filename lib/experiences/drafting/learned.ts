import { type Prerequisite, readPrerequisite } from '@/lib/fit/prerequisite/rules'
import { type Block, fromLines, joined, type RichText } from '../text/rules'
import type { DraftFacts } from './rules'
import { oneLine, sentences } from './told'
import type { DraftWords } from './words'

// What the project has learnt, each thing said in one place.

type Lesson = DraftFacts['lessons'][number]

/** Where each lesson is told, and whether its recommendation is told there: one that is a first step, or what would be changed, is not said again. */
export interface Spread {
  worked: Lesson[]
  didNotWork: Lesson[]
  wouldChange: Lesson[]
  /** Where nobody has said what they would do differently: what they advise after what went wrong. */
  advisedInstead: Lesson[]
  firstSteps: Lesson[]
}

const mostSteps = 3

export function spread(lessons: readonly Lesson[]): Spread {
  const of = (kind: Lesson['kind']) => lessons.filter((lesson) => lesson.kind === kind)
  const [worked, didNotWork, wouldChange] = [of('did_right'), of('went_wrong'), of('would_do_differently')]
  const advisedInstead = wouldChange.length === 0 ? didNotWork.filter(({ recommendation }) => recommendation.trim()) : []
  const steps = [...worked, ...didNotWork.filter((lesson) => !advisedInstead.includes(lesson))]
  return {
    ...{ worked, didNotWork, wouldChange, advisedInstead },
    firstSteps: steps.filter(({ recommendation }) => recommendation.trim()).slice(0, mostSteps),
  }
}

const isToldElsewhere = (lesson: Lesson, { advisedInstead, firstSteps }: Spread) =>
  advisedInstead.includes(lesson) || firstSteps.includes(lesson)

export function worked({ occurred }: DraftFacts, told: Spread, words: DraftWords): RichText {
  return joined(
    lessonText(told.worked, told, words),
    fromLines(occurred.filter(({ kind }) => kind === 'opportunity').map((one) => happened('opportunityOccurred', one, words))),
  )
}

/** The lessons, then what came true, deviated or was behind on the way. */
export function didNotWork({ occurred, log, statusNotes }: DraftFacts, told: Spread, words: DraftWords): RichText {
  const { say, day } = words
  return joined(
    lessonText(told.didNotWork, told, words),
    fromLines([
      ...occurred.filter(({ kind }) => kind === 'risk').map((one) => happened('riskOccurred', one, words)),
      ...log
        .filter(({ kind }) => kind === 'deviation')
        .map(({ on, text, consequence, recommendation }) =>
          say('deviation', { date: day(on), text: sentences(text, consequence, recommendation) }),
        ),
      ...statusNotes.map(({ on, text }) => say('statusNote', { date: day(on), text: sentences(text) })),
    ]),
  )
}

function happened(phrase: 'riskOccurred' | 'opportunityOccurred', one: DraftFacts['occurred'][number], { say, day }: DraftWords) {
  const actions = one.actions.length > 0 ? say('actions', { list: one.actions.map(oneLine).join('; ') }) : ''
  return say(phrase, { date: day(one.on), text: sentences(one.title, one.ledTo, actions) })
}

export function wouldChange(told: Spread, words: DraftWords): RichText {
  return joined(
    lessonText(told.wouldChange, told, words),
    paragraphs(told.advisedInstead.map(({ title, recommendation }) => titled(title, sentences(recommendation)))),
  )
}

function lessonText(lessons: readonly Lesson[], told: Spread, words: DraftWords): RichText {
  return paragraphs(lessons.map((lesson) => lessonParagraph(lesson, told, words)))
}

function lessonParagraph(lesson: Lesson, told: Spread, { say }: DraftWords): Block {
  const labelled = (phrase: 'cause' | 'effect' | 'earlySigns' | 'advice', text: string) =>
    text.trim() ? say(phrase, { text: sentences(text) }) : ''
  const rest = [
    sentences(lesson.whatHappened),
    labelled('cause', lesson.cause),
    labelled('effect', lesson.effect),
    labelled('earlySigns', lesson.earlySigns),
    lesson.wasKnownRisk ? say('wasKnown') : '',
    isToldElsewhere(lesson, told) ? '' : labelled('advice', lesson.recommendation),
  ]
  return titled(
    lesson.phase ? say('inPhase', { title: oneLine(lesson.title), phase: lesson.phase }) : lesson.title,
    joinedWords(rest),
  )
}

const joinedWords = (texts: string[]) => texts.filter(Boolean).join(' ')

function titled(title: string, text: string): Block {
  const head = sentences(title)
  return {
    type: 'paragraph',
    content: [
      { type: 'text', text: text ? `${head} ` : head, marks: [{ type: 'bold' }] },
      ...(text ? [{ type: 'text' as const, text }] : []),
    ],
  }
}

const paragraphs = (content: Block[]): RichText => ({ type: 'doc', content })

/** The most that one line of a list holds. */
const longestLine = 500
const line = (text: string) => oneLine(text).slice(0, longestLine)

/** What those who did it advise others to begin with. */
export function firstSteps({ log }: DraftFacts, told: Spread): string[] {
  const noted = log.filter(({ isFlagged, kind }) => isFlagged && kind !== 'deviation').map(({ recommendation }) => recommendation)
  const advised = [...told.firstSteps.map(({ recommendation }) => recommendation), ...noted].map(line).filter(Boolean)
  return [...new Set(advised)].slice(0, mostSteps)
}

const most = { systems: 6, roles: 4, all: 15 } as const

/** What the project rested on: its systems, the collaboration, the roles it took and what its benefits depend on. */
export function prerequisites(
  { technologies, collaboration, allocations, benefits }: DraftFacts,
  { say }: DraftWords,
): Prerequisite[] {
  const roles = new Map<string, number>()
  for (const { role, percent } of allocations) roles.set(role, Math.max(percent, roles.get(role) ?? 0))
  const lines: Prerequisite[] = [
    // What others can be asked about: the rest are the solution itself, or too loose a word.
    ...technologies
      .filter((name) => readPrerequisite(name).kind === 'system')
      .slice(0, most.systems)
      .map((name) => ({ text: say('needsSystem', { name }), kind: 'system' as const, value: name })),
    ...(collaboration
      ? [{ text: say('needsCollaboration', { name: collaboration }), kind: 'agreement' as const, value: collaboration }]
      : []),
    ...[...roles]
      .slice(0, most.roles)
      .map(([role, percent]) => ({ text: say('needsRole', { role, percent }), kind: 'role' as const, value: role })),
    ...benefits
      .map((benefit) => line(benefit.prerequisites))
      .filter(Boolean)
      .map((text) => readPrerequisite(text, technologies)),
  ]
  return lines.filter(({ text }, index) => lines.findIndex((one) => one.text === text) === index).slice(0, most.all)
}

/** What the project itself had no use for, with the reason: others judge for themselves. */
export function maySkip({ notRelevant }: DraftFacts, { say }: DraftWords): string {
  return notRelevant.map(({ text, reason }) => say('notRelevant', { text: sentences(text, reason) })).join('\n')
}
