import Link from 'next/link'
import { ButtonForm } from '@/components/forms/button-form'
import { Tag } from '@/components/ui/tag'
import type { Check, Fit } from '@/lib/fit/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatNumber, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  fit: Fit
  /** Answers for one's own municipality; none where the reader may not. */
  answer: React.ComponentProps<typeof ButtonForm>['action'] | null
  slug: string
  /** The projects that have taken something of it on. */
  takenOn: { subject: string; projectId: string; title: string }[]
}

const colours = { change: 'warning', unknown: 'neutral', met: 'success' } as const

/** What a line asks for, each thing with how it is at home, where that is known from, and a way to say it oneself. */
export function FitLine({ t, locale, fit, answer, slug, takenOn }: Props) {
  const { text, kind } = fit.prerequisite
  const projects = takenOn.filter(({ subject }) => fit.checks.some(({ asked }) => asked.subject === subject))
  return (
    <li className="panel grid gap-3">
      {text !== '' && (
        <div>
          <p className="flex flex-wrap items-baseline gap-3">
            <strong>{text}</strong>
            <Tag colour={colours[fit.verdict]}>{t(`fit.short.${fit.verdict}`)}</Tag>
          </p>
          <p className="text-sm muted">{t(`choices.prerequisiteKind.${kind}`)}</p>
        </div>
      )}
      {fit.checks.map((check) => (
        <CheckView
          key={check.asked.subject}
          {...{ t, locale, check, answer, slug }}
          isNamed={fit.checks.length > 1 || text === ''}
        />
      ))}
      {projects.map(({ projectId, title }) => (
        <p key={projectId} className="text-sm">
          {t('fit.takenOn')}{' '}
          <Link href={`/prosjekter/${projectId}`} prefetch={false} className="underline">
            {title}
          </Link>
        </p>
      ))}
    </li>
  )
}

function CheckView({
  t,
  locale,
  check,
  answer,
  slug,
  isNamed,
}: Omit<Props, 'fit' | 'takenOn'> & { check: Check; isNamed: boolean }) {
  const { asked, verdict } = check
  const say = (holds: 'ja' | 'nei' | 'vet-ikke', text: string) =>
    answer && (
      <ButtonForm
        action={answer}
        hidden={{ slug, subject: asked.subject, holds }}
        text={text}
        of={asked.name}
        variant="secondary"
      />
    )
  return (
    <div className="grid gap-2">
      {isNamed && (
        <p className="flex flex-wrap items-baseline gap-3">
          <span className="font-semibold">{asked.name}</span>
          <Tag colour={colours[verdict]}>{t(`fit.short.${verdict}`)}</Tag>
        </p>
      )}
      <p className="text-sm muted">{basisText(t, locale, check)}</p>
      {answer && (
        <div className="flex flex-wrap gap-2">
          {(verdict !== 'met' || check.basis === 'old') && say('ja', t('fit.yes'))}
          {verdict !== 'change' && say('nei', t('fit.no'))}
          {check.answer && say('vet-ikke', t('fit.takeBack'))}
        </div>
      )}
    </div>
  )
}

function basisText(t: Translator, locale: Locale, { basis, found, answer, asked }: Check): string {
  const said = answer && {
    by: answer.by ?? t('fit.somebody'),
    on: formatDate(answer.on, locale),
    answer: t(answer.holds ? 'fit.saidYes' : 'fit.saidNo'),
  }
  if (basis === 'answer' || basis === 'old') return said ? t(`fit.basis.${basis}`, said) : ''
  if (basis === 'population' && asked.kind === 'size') return t('fit.basis.population')
  return t(`fit.basis.${basis}`, { found })
}

/** How one's own size stands to that of the source. */
export function ScaleText({ t, locale, municipality, scale }: ScaleProps) {
  const count = (population: number) => formatNumber(population, locale)
  return <p>{t(`fit.scale.${scale.is}`, { municipality, theirs: count(scale.theirs), ours: count(scale.ours) })}</p>
}

interface ScaleProps {
  t: Translator
  locale: Locale
  municipality: string
  scale: { is: 'alike' | 'smaller' | 'bigger'; theirs: number; ours: number }
}
