import { type Actor, type Advisor, municipalityOf, type Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** Those who work in a municipality may ask, and advisors. */
export function mayAsk(actor: Actor): actor is Staff | Advisor {
  return may(actor, 'question.ask')
}

export interface AskedFacts {
  municipalityId: string | null
  report: { id: string } | null
  asked: { municipalityId: string }[]
}

/** Those who were asked answer, and advisors, whom an old question reaches; a question to all is answered by all others. Which of them see it, the database says. */
export function mayAnswer(actor: Actor, question: AskedFacts): actor is Staff | Advisor {
  return may(actor, 'question.answer', { as: isAsked(municipalityOf(actor)?.id, question) ? ['asked'] : [] })
}

function isAsked(own: string | undefined, { municipalityId, report, asked }: AskedFacts): boolean {
  return report ? asked.some((one) => one.municipalityId === own) : municipalityId !== own
}
