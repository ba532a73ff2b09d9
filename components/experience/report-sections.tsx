import { phaseName } from '@/components/templates/part-name'
import { RichTextView } from '@/components/text/rich-text'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import type { PartKind, ReportOutcome, SectionKind } from '@/generated/prisma/enums'
import type { SectionContent } from '@/lib/experiences/sections'
import { isEmptyText, isRichText, type RichText } from '@/lib/experiences/text/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatNumber, type Locale } from '@/lib/platform/locale'
import { CostTable } from './cost-table'
import { EffectTable } from './effect-table'

export interface ReportView {
  outcome: ReportOutcome | null
  technologies: string[]
  suppliers: string[]
  sections: Partial<SectionContent>
  costs: React.ComponentProps<typeof CostTable>['costs']
  totals: React.ComponentProps<typeof CostTable>['totals']
  effects: React.ComponentProps<typeof EffectTable>['effects']
  prerequisites: string[]
  parts: { kind: PartKind; items: string[] }[]
}

interface Props {
  t: Translator
  locale: Locale
  report: ReportView
}

/** A text, a list or a figure that says something. */
function isWritten(value: unknown): boolean {
  if (isRichText(value)) return !isEmptyText(value)
  return Array.isArray(value) ? value.length > 0 : value !== ''
}

/** Which sections have something to read, in order. A section the reader may not see is not there. */
export function readableSections({ sections, costs, effects, parts }: ReportView): SectionKind[] {
  const hasText = (kind: SectionKind) => {
    const content = sections[kind]
    return content !== undefined && Object.values(content).some(isWritten)
  }
  const order: SectionKind[] = [
    'background',
    'solution',
    'cost',
    'effect',
    'lessons',
    'advice',
    'parts',
    'people',
    'municipality',
  ]
  const hasRows: Partial<Record<SectionKind, boolean>> = {
    cost: costs.length > 0,
    effect: effects.length > 0,
    parts: parts.length > 0,
  }
  return order.filter((kind) => hasText(kind) || hasRows[kind])
}

export function ReportSections(props: Props) {
  const { t, report } = props
  return readableSections(report).map((kind) => (
    <Section key={kind} id={kind} title={t(`choices.reportSection.${kind}`)}>
      <SectionBody {...props} kind={kind} />
    </Section>
  ))
}

function SectionBody({ t, locale, report, kind }: Props & { kind: SectionKind }) {
  const { sections } = report
  switch (kind) {
    case 'background':
      return (
        <>
          <Text title={t('experience.need')} text={sections.background?.need} />
          <Text title={t('experience.affected')} text={sections.background?.affected} />
          <Text title={t('experience.alternatives')} text={sections.background?.alternatives} />
        </>
      )
    case 'solution':
      return (
        <>
          <Facts
            facts={[
              { term: t('experience.technologies'), value: report.technologies.join(', ') },
              { term: t('experience.suppliers'), value: report.suppliers.join(', ') },
              { term: t('experience.version'), value: sections.solution?.version },
            ]}
          />
          <Text title={t('experience.standards')} text={sections.solution?.standards} />
          <Text title={t('experience.steps')} text={sections.solution?.steps} />
        </>
      )
    case 'cost':
      return (
        <>
          {report.costs.length > 0 && <CostTable t={t} locale={locale} costs={report.costs} totals={report.totals} />}
          <Text text={sections.cost?.comment} />
        </>
      )
    case 'effect':
      return (
        <>
          {report.effects.length > 0 && <EffectTable t={t} locale={locale} effects={report.effects} />}
          <Text title={t('experience.unintended')} text={sections.effect?.unintended} />
        </>
      )
    case 'lessons':
      return (
        <>
          <Text title={t('experience.wouldChange')} text={sections.lessons?.wouldChange} isStrong />
          <Text title={t('experience.worked')} text={sections.lessons?.worked} />
          <Text title={t('experience.didNotWork')} text={sections.lessons?.didNotWork} />
        </>
      )
    case 'advice':
      return <Advice t={t} report={report} />
    case 'parts':
      return <Parts t={t} report={report} />
    case 'people':
      return <People t={t} people={sections.people} />
    case 'municipality':
      return <Municipality t={t} locale={locale} municipality={sections.municipality} />
  }
}

function Text({ title, text, isStrong = false }: { title?: string; text?: string | RichText; isStrong?: boolean }) {
  if (text === undefined || !isWritten(text)) return null
  return (
    <div className={isStrong ? 'border-l-4 border-accent-border-default pl-4' : undefined}>
      {title && <h3 className="mb-1 text-lg">{title}</h3>}
      {isRichText(text) ? <RichTextView text={text} label={title ?? ''} /> : <p className="prose">{text}</p>}
    </div>
  )
}

function Advice({ t, report }: { t: Translator; report: ReportView }) {
  const { advice } = report.sections
  return (
    <>
      {report.prerequisites.length > 0 && (
        <div>
          <h3 className="mb-1 text-lg">{t('experience.prerequisites')}</h3>
          <ul className="grid max-w-2xl list-disc gap-1 pl-5">
            {report.prerequisites.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      {advice && advice.firstSteps.length > 0 && (
        <div>
          <h3 className="mb-1 text-lg">{t('experience.firstSteps')}</h3>
          <ol className="grid max-w-2xl list-decimal gap-1 pl-5">
            {advice.firstSteps.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
        </div>
      )}
      <Text title={t('experience.mustAdapt')} text={advice?.mustAdapt} />
      <Text title={t('experience.maySkip')} text={advice?.maySkip} />
      <Text title={t('experience.leastResources')} text={advice?.leastResources} />
    </>
  )
}

function Parts({ t, report }: { t: Translator; report: ReportView }) {
  return (
    <>
      <p>{t('experience.partsIntro')}</p>
      <div className="grid gap-3">
        {report.parts.map(({ kind, items }) => (
          <details key={kind} className="panel">
            <summary className="font-semibold">
              {t(`choices.partKind.${kind}`)}{' '}
              <span className="font-normal muted">({t('experience.itemCount', { count: items.length })})</span>
            </summary>
            <ul className="mt-3 grid list-disc gap-1 pl-5">
              {items.map((item, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two items may read the same, and the list never changes order
                <li key={index}>{kind === 'phases' ? phaseName(t, item) : item}</li>
              ))}
            </ul>
          </details>
        ))}
      </div>
      <Text text={report.sections.parts?.comment} />
      <p className="text-sm muted">{t('experience.licence')}</p>
    </>
  )
}

function People({ t, people }: { t: Translator; people: SectionContent['people'] | undefined }) {
  if (!people) return null
  return (
    <Facts
      facts={[
        { term: t('experience.steward'), value: people.role },
        { term: t('experience.standIn'), value: people.standIn },
        { term: t('experience.contact'), value: people.contact },
        { term: t('experience.askAbout'), value: people.askAbout },
        { term: t('experience.wants'), value: people.wants.map((wish) => t(`choices.wish.${wish}`)).join(', ') },
      ]}
    />
  )
}

function Municipality({
  t,
  locale,
  municipality,
}: {
  t: Translator
  locale: Locale
  municipality: SectionContent['municipality'] | undefined
}) {
  if (!municipality) return null
  return (
    <>
      <p className="muted">{t('experience.municipalityNote')}</p>
      <Facts
        facts={[
          {
            term: t('experience.population'),
            value: t('experience.populationIn', {
              population: formatNumber(municipality.population, locale),
              year: String(municipality.populationYear),
            }),
          },
          { term: t('experience.centrality'), value: municipality.centralityClass },
          { term: t('experience.kostra'), value: municipality.kostraGroup },
          { term: t('experience.collaborations'), value: municipality.collaborations.join(', ') },
        ]}
      />
    </>
  )
}
