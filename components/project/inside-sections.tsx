import { Section } from '@/components/ui/section'
import { StatusMark } from '@/components/ui/status-mark'
import { TableScroll } from '@/components/ui/table-scroll'
import { Tag } from '@/components/ui/tag'
import type { GateOutcome, LessonKind, LogKind, ProjectRole, Visibility } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatNok, type Locale } from '@/lib/platform/locale'
import { type StatusValues, severityOf, statusSections } from '@/lib/portfolio/rules'

interface Texts {
  t: Translator
  locale: Locale
}

interface Status {
  periodEndOn: string
  author: string | null
  text: string
  sections: { [Name in keyof StatusValues]: { value: StatusValues[Name]; text: string } }
}

/** The latest published status: each section by colour, shape and word, with its comment. */
export function StatusSection({ t, locale, status }: Texts & { status: Status | null }) {
  return (
    <Section id="status" title={t('project.status')}>
      {!status && <p className="muted">{t('project.noStatus')}</p>}
      {status && (
        <div className="panel grid gap-4">
          <p className="text-sm muted">
            {t('project.statusFor', { date: formatDate(status.periodEndOn, locale) })}
            {status.author && `. ${t('project.statusBy', { name: status.author })}`}
          </p>
          <p className="prose">{status.text}</p>
          <dl className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {statusSections.map((name) => {
              const { value, text } = status.sections[name]
              return (
                <div key={name}>
                  <dt className="text-sm muted">{t(`choices.statusSection.${name}`)}</dt>
                  <dd>
                    <span className="font-semibold">
                      <StatusMark severity={severityOf(name, value)} word={t(`choices.${name}.${value}` as 'choices.risk.low')} />
                    </span>
                    {text && <span className="mt-1 block text-sm">{text}</span>}
                  </dd>
                </div>
              )
            })}
          </dl>
        </div>
      )}
    </Section>
  )
}

interface Decision {
  id: string
  gate: string
  outcome: GateOutcome
  decidedOn: string
  decidedBy: string
  rationale: string
  conditions: { id: string; text: string; owner: string; dueOn: string; closedOn: string | null }[]
}

const outcomeColours = {
  approved: 'success',
  approved_with_conditions: 'warning',
  postponed: 'info',
  rejected: 'danger',
} as const

export function DecisionSection({ t, locale, decisions }: Texts & { decisions: Decision[] }) {
  return (
    <Section id="beslutninger" title={t('project.decisions')}>
      {decisions.length === 0 && <p className="muted">{t('project.noDecisions')}</p>}
      <ul className="grid gap-3">
        {decisions.map((decision) => (
          <li key={decision.id} className="panel grid gap-1">
            <p className="flex flex-wrap items-center gap-3">
              <strong>{decision.gate}</strong>
              <Tag colour={outcomeColours[decision.outcome]}>{t(`choices.gateOutcome.${decision.outcome}`)}</Tag>
              <span className="text-sm muted">
                {t('project.decidedBy', { who: decision.decidedBy, date: formatDate(decision.decidedOn, locale) })}
              </span>
            </p>
            <p className="prose">{decision.rationale}</p>
            {decision.conditions.length > 0 && (
              <>
                <p className="mt-2 font-semibold">{t('project.conditions')}</p>
                <ul className="list-disc pl-5">
                  {decision.conditions.map((condition) => (
                    <li key={condition.id}>
                      {condition.text}{' '}
                      <span className="text-sm muted">
                        {condition.closedOn
                          ? t('project.conditionClosed', { date: formatDate(condition.closedOn, locale, 'short') })
                          : t('project.conditionDue', {
                              owner: condition.owner,
                              date: formatDate(condition.dueOn, locale, 'short'),
                            })}
                      </span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface BudgetLine {
  year: number
  budgetNok: number
  costNok: number
  forecastNok: number
}

export function EconomySection({ t, locale, budget }: Texts & { budget: BudgetLine[] }) {
  const sum = (figure: 'budgetNok' | 'costNok' | 'forecastNok') => budget.reduce((total, line) => total + line[figure], 0)
  return (
    <Section id="okonomi" title={t('project.economy')}>
      {budget.length === 0 ? (
        <p className="muted">{t('project.noBudget')}</p>
      ) : (
        <TableScroll label={t('project.economy')}>
          <table className="ds-table" data-border="true">
            <thead>
              <tr>
                <th scope="col">{t('project.year')}</th>
                <th scope="col" className="figures">
                  {t('project.budget')}
                </th>
                <th scope="col" className="figures">
                  {t('project.cost')}
                </th>
                <th scope="col" className="figures">
                  {t('project.forecast')}
                </th>
              </tr>
            </thead>
            <tbody>
              {budget.map((line) => (
                <tr key={line.year}>
                  <th scope="row">{line.year}</th>
                  <td className="figures">{formatNok(line.budgetNok, locale)}</td>
                  <td className="figures">{formatNok(line.costNok, locale)}</td>
                  <td className="figures">{formatNok(line.forecastNok, locale)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('project.sum')}</th>
                <td className="figures">{formatNok(sum('budgetNok'), locale)}</td>
                <td className="figures">{formatNok(sum('costNok'), locale)}</td>
                <td className="figures">{formatNok(sum('forecastNok'), locale)}</td>
              </tr>
            </tfoot>
          </table>
        </TableScroll>
      )}
    </Section>
  )
}

interface Lesson {
  id: string
  kind: LessonKind
  title: string
  whatHappened: string
  recommendation: string
  visibility: Visibility
}

export function LessonSection({ t, lessons }: { t: Translator; lessons: Lesson[] }) {
  return (
    <Section id="erfaringer" title={t('project.lessons')}>
      {lessons.length === 0 && <p className="muted">{t('project.noLessons')}</p>}
      <div className="grid gap-4 md:grid-cols-2">
        {lessons.map((lesson) => (
          <article key={lesson.id} className="panel grid content-start gap-1">
            <p className="eyebrow">{t(`choices.lessonKind.${lesson.kind}`)}</p>
            <h3 className="text-lg">{lesson.title}</h3>
            <p>{lesson.whatHappened}</p>
            <p>
              <strong>{t('project.recommendation')}:</strong> {lesson.recommendation}
            </p>
          </article>
        ))}
      </div>
    </Section>
  )
}

interface LogEntry {
  id: string
  on: string
  kind: LogKind
  text: string
  consequence: string
  isLessonCandidate: boolean
}

export function LogSection({ t, locale, log }: Texts & { log: LogEntry[] }) {
  return (
    <Section id="logg" title={t('project.log')}>
      {log.length === 0 && <p className="muted">{t('project.noLog')}</p>}
      <ul className="grid gap-3">
        {log.map((entry) => (
          <li key={entry.id} className="border-l-4 border-neutral-border-subtle pl-4">
            <p className="text-sm muted">
              {formatDate(entry.on, locale)} · {t(`choices.logKind.${entry.kind}`)}{' '}
              {entry.isLessonCandidate && <Tag colour="sun">{t('project.lessonCandidate')}</Tag>}
            </p>
            <p>{entry.text}</p>
            {entry.consequence && <p className="text-sm">{entry.consequence}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface Member {
  id: string
  name: string
  jobTitle: string | null
  role: ProjectRole
}

export function MemberList({ t, members }: { t: Translator; members: Member[] }) {
  return (
    <section aria-labelledby="folk" className="panel">
      <h2 id="folk" className="mb-2 text-lg">
        {t('project.members')}
      </h2>
      <ul className="grid gap-2">
        {members.map((member) => (
          <li key={`${member.id} ${member.role}`}>
            <span className="font-semibold">{member.name}</span>
            <span className="block text-sm muted">
              {t(`choices.projectRole.${member.role}`)}
              {member.jobTitle && ` · ${member.jobTitle}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
