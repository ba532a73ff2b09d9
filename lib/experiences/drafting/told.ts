import { daysBetween, type IsoDate } from '@/lib/platform/dates'
import { fromLines, fromPlain, joined, type RichText } from '../text/rules'
import type { DraftFacts } from './rules'
import type { DraftWords } from './words'

// What the project tells of what was done.

/** Those who are affected, the most first. */
export function affected({ stakeholders }: DraftFacts, { say }: DraftWords): string {
  const named = (degree: 'high' | 'medium') => stakeholders.filter((one) => one.affected === degree).map(({ title }) => title)
  const [much, some] = [named('high'), named('medium')]
  return [
    much.length > 0 && say('affectedMuch', { list: much.join(', ') }),
    some.length > 0 && say('affectedSome', { list: some.join(', ') }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** The gates that decide nothing of which way to go. */
const afterwards = ['BP4', 'BP5', 'BP6']

/** What was proposed, learnt from others and decided on the way. */
export function alternatives({ idea, decisions, log }: DraftFacts, { say, day }: DraftWords): RichText {
  const weighed = decisions.filter(({ gate }) => !afterwards.includes(gate))
  return fromLines([
    ...(idea?.proposal.trim() ? [say('proposal', { text: oneLine(idea.proposal) })] : []),
    ...weighed.flatMap(({ cases }) => cases.map((one) => say('learntFrom', { ...one, reason: oneLine(one.reason) }))),
    ...weighed
      .filter(({ rationale }) => rationale.trim() !== '')
      .map(({ gate, on, rationale }) => say('decidedAtGate', { gate, date: day(on), text: oneLine(rationale) })),
    ...log
      .filter(({ kind }) => kind === 'decision')
      .map(({ on, text, consequence }) => say('dated', { date: day(on), text: sentences(text, consequence) })),
  ])
}

/** Phase by phase with the time it took; what was delivered, how, and what was noted on the way. */
export function steps({ lifecycle, phases, deliverables, methods, log }: DraftFacts, words: DraftWords): RichText {
  const { say, day } = words
  const stoppedIn = lifecycle === 'stopped' ? phases.findLastIndex((phase) => phase.actualStartOn ?? phase.actualEndOn) : -1
  const onTheWay = log.filter(({ kind, isFlagged }) => isFlagged && (kind === 'event' || kind === 'change_request'))
  return joined(
    fromLines(phases.flatMap((phase, index) => phaseLine({ ...phase, isStopped: index === stoppedIn }, words) ?? [])),
    deliverables.length > 0
      ? fromPlain(say('delivered', { list: deliverables.map((one) => delivered(one, words)).join('; ') }))
      : nothing,
    methods.length > 0 ? fromPlain(say('methods', { list: methods.join(', ') })) : nothing,
    onTheWay.length > 0 ? fromPlain(say('onTheWay')) : nothing,
    fromLines(onTheWay.map(({ on, text, consequence }) => say('dated', { date: day(on), text: sentences(text, consequence) }))),
  )
}

const nothing = fromPlain('')

function delivered({ title, approvedOn }: DraftFacts['deliverables'][number], { say, day }: DraftWords): string {
  return approvedOn ? say('approved', { title, date: day(approvedOn) }) : title
}

/** A phase that has begun: when, how long, and how that was to the plan where there was one. Nothing is said of what nobody wrote down. */
function phaseLine(phase: DraftFacts['phases'][number] & { isStopped: boolean }, words: DraftWords): string | null {
  const { name, plannedEndOn, actualStartOn, actualEndOn, isStopped } = phase
  const { say, day } = words
  if (!actualEndOn) {
    if (!actualStartOn) return null
    const planned = plannedEndOn && !isStopped ? `, ${say('plannedEnd', { date: day(plannedEndOn) })}` : ''
    return `${say(isStopped ? 'phaseBegan' : 'phaseOngoing', { phase: name, start: day(actualStartOn) })}${planned}.`
  }
  const took = actualStartOn && actualStartOn <= actualEndOn ? duration(daysBetween(actualStartOn, actualEndOn) + 1, words) : null
  const told =
    took && actualStartOn
      ? say('phaseDone', { phase: name, start: day(actualStartOn), end: day(actualEndOn), duration: took })
      : say('phaseEnded', { phase: name, end: day(actualEndOn) })
  return `${told}${isStopped ? `, ${say('stopped')}` : againstPlan(plannedEndOn, actualEndOn, words)}.`
}

function againstPlan(planned: IsoDate | null, actual: IsoDate, { say }: DraftWords): string {
  if (!planned) return ''
  const late = daysBetween(planned, actual)
  if (late === 0) return `, ${say('asPlanned')}`
  return `, ${late > 0 ? say('later', { days: late }) : say('earlier', { days: -late })}`
}

const [daysAWeek, daysAMonth] = [7, 30.44]

/** Days up to a fortnight, weeks up to four months, then months. */
function duration(days: number, { say }: DraftWords): string {
  if (days < 2 * daysAWeek) return say('days', { count: days })
  if (days < 4 * daysAMonth) return say('weeks', { count: Math.round(days / daysAWeek) })
  return say('months', { count: Math.round(days / daysAMonth) })
}

export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Texts one after the other, each ended as a sentence. */
export function sentences(...texts: string[]): string {
  return texts
    .map(oneLine)
    .filter(Boolean)
    .map((text) => (/[.!?:]$/.test(text) ? text : `${text}.`))
    .join(' ')
}
