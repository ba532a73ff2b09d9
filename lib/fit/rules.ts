import type { IsoDate } from '@/lib/platform/dates'
import { type Asked, askedIn, names, type Prerequisite } from './prerequisite/rules'
import { isWithin } from './size/rules'

/** What somebody in one's own municipality has said of a subject. */
export interface Answer {
  holds: boolean
  /** Null where the person is gone. */
  by: string | null
  on: IsoDate
}

/** What is known of one's own municipality. */
export interface OwnFacts {
  population: number
  /** In use in its own projects and reports. */
  technologies: readonly string[]
  collaborations: readonly string[]
  /** All that have a name, to tell «another's» from «none named». */
  allCollaborations: readonly string[]
  answers: ReadonlyMap<string, Answer>
}

export type Verdict = 'met' | 'change' | 'unknown'

/** Where a verdict comes from, for the words beside it. `old`: somebody answered so long ago that it must be asked again. */
export type Basis = 'population' | 'technology' | 'collaboration' | 'answer' | 'old' | 'nothing'

/** One thing that is asked for, held against one's own municipality. */
export interface Check {
  asked: Asked
  verdict: Verdict
  basis: Basis
  /** What it was found by, in its own words: a technology or a collaboration. */
  found: string
  answer: Answer | null
}

/** A line of a report, held against one's own municipality: met where all it asks for is, change where something is not. */
export interface Fit {
  prerequisite: Prerequisite
  verdict: Verdict
  checks: Check[]
}

/** An answer holds for a year; then somebody should look again. */
export function isOld(answer: Answer, today: IsoDate): boolean {
  return `${Number(answer.on.slice(0, 4)) + 1}${answer.on.slice(4)}` <= today
}

/** How one's own municipality stands to a line. `collaboration`: the one that the report was written for, if any. */
export function fitOf(prerequisite: Prerequisite, own: OwnFacts, collaboration: string | null, today: IsoDate): Fit {
  const checks = askedIn(prerequisite).map((asked) => checkOf(asked, prerequisite.text, own, collaboration, today))
  return { prerequisite, verdict: verdictOf(checks), checks }
}

function verdictOf(checks: readonly Check[]): Verdict {
  if (checks.some(({ verdict }) => verdict === 'change')) return 'change'
  return checks.every(({ verdict }) => verdict === 'met') ? 'met' : 'unknown'
}

/** What one's own municipality has said itself counts before what can be read, as long as it is not old; what nobody knows is unknown. */
function checkOf(asked: Asked, line: string, own: OwnFacts, collaboration: string | null, today: IsoDate): Check {
  const answer = own.answers.get(asked.subject) ?? null
  const decided = (holds: boolean, basis: Basis, found = ''): Check => ({
    ...{ asked, verdict: holds ? 'met' : 'change', basis, found, answer },
  })
  if (answer && !isOld(answer, today)) return decided(answer.holds, 'answer')
  if (asked.kind === 'size') return decided(isWithin(own.population, asked.size), 'population')
  const technology = asked.kind === 'system' && own.technologies.find((one) => names(one, asked.name))
  if (technology) return decided(true, 'technology', technology)
  const known = asked.kind === 'agreement' ? collaborationIn(line, own, collaboration) : null
  if (known) return decided(known.isOurs, 'collaboration', known.name)
  return { asked, verdict: 'unknown', basis: answer ? 'old' : 'nothing', found: '', answer }
}

/** The collaboration that a line means: the one it names, or, where it names none, the one of the report, if that is ours as well. */
function collaborationIn(line: string, own: OwnFacts, ofReport: string | null): { name: string; isOurs: boolean } | null {
  const named = own.allCollaborations.filter((name) => names(line, name))
  const ours = named.find((name) => own.collaborations.includes(name))
  if (ours) return { name: ours, isOurs: true }
  if (named[0]) return { name: named[0], isOurs: false }
  return ofReport && own.collaborations.includes(ofReport) ? { name: ofReport, isOurs: true } : null
}

/** How much bigger or smaller the source is before its way of doing it may not be one's own. */
const otherScale = 3

/** How one's own size stands to that of the source. */
export function scaleOf(ours: number, theirs: number): 'alike' | 'smaller' | 'bigger' {
  if (ours * otherScale < theirs) return 'smaller'
  return theirs * otherScale < ours ? 'bigger' : 'alike'
}
