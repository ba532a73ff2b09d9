import { phaseName } from '@/components/templates/part-name'
import { RichTextView } from '@/components/text/rich-text'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { Language, PartKind, ReportOutcome, SectionKind, Visibility } from '@/generated/prisma/enums'
import type { ReportDocumentView } from '@/lib/experiences/documents/queries'
import type { SectionContent } from '@/lib/experiences/sections'
import { isEmptyText, isRichText, type RichText } from '@/lib/experiences/text/rules'
import type { Prerequisite } from '@/lib/fit/prerequisite/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatNumber, type Locale } from '@/lib/platform/locale'
import { Contact } from './contact'
import { CostTable } from './cost-table'
import { DocumentList } from './document-list'
import { EffectTable } from './effect-table'

export interface ReportView {
  /** What it is written in, which may be another language than that of the page. */
  language?: Language
  /** The sections that fewer read than read the report. */
  narrower?: Partial<Record<SectionKind, Visibility>>
  outcome: ReportOutcome | null
  sections: Partial<SectionContent>
  costs: React.ComponentProps<typeof CostTable>['costs']
  totals: React.ComponentProps<typeof CostTable>['totals']
  effects: React.ComponentProps<typeof EffectTable>['effects']
  prerequisites: Prerequisite[]
  parts: { kind: PartKind; items: string[] }[]
  documents?: ReportDocumentView[]
}

interface Props {
  t: Translator
  locale: Locale
  report: ReportView
  /** Where a document is fetched. */
  documentHref?: (id: string) => string
  /** What stands last in a section, beside what was written. */
  after?: Partial<Record<SectionKind, React.ReactNode>>
}

/** A text, a list or a figure that says something. */
function isWritten(value: unknown): boolean {
  if (isRichText(value)) return !isEmptyText(value)
  return Array.isArray(value) ? value.length > 0 : value !== ''
}

/** Which sections have something to read, in order. A section the reader may not see is not there. */
export function readableSections({ sections, costs, effects, parts, documents = [] }: ReportView): SectionKind[] {
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
    parts: parts.length + documents.length > 0,
  }
  return order.filter((kind) => hasText(kind) || hasRows[kind])
}

export function ReportSections(props: Props) {
  const { t, report } = props
  return readableSections(report).map((kind) => (
    <Section
      key={kind}
      id={kind}
      title={t(`choices.reportSection.${kind}`)}
      mark={<Readers t={t} visibility={report.narrower?.[kind]} />}
    >
      <SectionBody {...props} kind={kind} />
      {props.after?.[kind]}
    </Section>
  ))
}

/** That a section is for fewer than the rest: who reads it must know before telling others of it. */
function Readers({ t, visibility }: { t: Translator; visibility: Visibility | undefined }) {
  return visibility && <Tag colour="warning">{t('experience.onlyFor', { readers: t(`choices.visibility.${visibility}`) })}</Tag>
}

function SectionBody({ t, locale, report, documentHref, kind }: Props & { kind: SectionKind }) {
  const { sections, language: lang } = report
  switch (kind) {
    case 'background':
      return (
        <>
          <Text lang={lang} title={t('experience.need')} text={sections.background?.need} />
          <Text lang={lang} title={t('experience.affected')} text={sections.background?.affected} />
          <Text lang={lang} title={t('experience.alternatives')} text={sections.background?.alternatives} />
        </>
      )
    case 'solution':
      return (
        <>
          <Facts
            facts={[
              { term: t('experience.technologies'), value: (sections.solution?.technologies ?? []).join(', '), lang },
              { term: t('experience.suppliers'), value: (sections.solution?.suppliers ?? []).join(', '), lang },
              { term: t('experience.version'), value: sections.solution?.version, lang },
            ]}
          />
          <Text lang={lang} title={t('experience.standards')} text={sections.solution?.standards} />
          <Text lang={lang} title={t('experience.steps')} text={sections.solution?.steps} />
        </>
      )
    case 'cost':
      return (
        <>
          {report.costs.length > 0 && <CostTable t={t} locale={locale} costs={report.costs} totals={report.totals} />}
          <Text lang={lang} text={sections.cost?.comment} />
        </>
      )
    case 'effect':
      return (
        <>
          {report.effects.length > 0 && <EffectTable t={t} locale={locale} effects={report.effects} lang={lang} />}
          <Text lang={lang} title={t('experience.unintended')} text={sections.effect?.unintended} />
        </>
      )
    case 'lessons':
      return (
        <>
          <Text lang={lang} title={t('experience.wouldChange')} text={sections.lessons?.wouldChange} isStrong />
          <Text lang={lang} title={t('experience.worked')} text={sections.lessons?.worked} />
          <Text lang={lang} title={t('experience.didNotWork')} text={sections.lessons?.didNotWork} />
        </>
      )
    case 'advice':
      return <Advice t={t} report={report} />
    case 'parts':
      return <Parts {...{ t, locale, report, documentHref }} />
    case 'people':
      return <People t={t} people={sections.people} lang={lang} />
    case 'municipality':
      return <Municipality t={t} locale={locale} municipality={sections.municipality} />
  }
}

interface TextProps {
  title?: string
  text?: string | RichText
  lang?: string
  isStrong?: boolean
}

function Text({ title, text, lang, isStrong = false }: TextProps) {
  if (text === undefined || !isWritten(text)) return null
  return (
    <div className={isStrong ? 'border-l-4 border-accent-border-default pl-4' : undefined}>
      {title && <h3 className="mb-1 text-lg">{title}</h3>}
      <div lang={lang}>
        {isRichText(text) ? <RichTextView text={text} label={title ?? ''} /> : <p className="prose">{text}</p>}
      </div>
    </div>
  )
}

function Advice({ t, report }: { t: Translator; report: ReportView }) {
  const { language: lang } = report
  const { advice } = report.sections
  return (
    <>
      {report.prerequisites.length > 0 && (
        <div>
          <h3 className="mb-1 text-lg">{t('experience.prerequisites')}</h3>
          <ul className="grid max-w-2xl list-disc gap-1 pl-5">
            {report.prerequisites.map(({ text, kind }) => (
              <li key={text}>
                <span lang={lang}>{text}</span>{' '}
                <span className="text-sm muted">({t(`choices.prerequisiteKind.${kind}`).toLowerCase()})</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {advice && advice.firstSteps.length > 0 && (
        <div>
          <h3 className="mb-1 text-lg">{t('experience.firstSteps')}</h3>
          <ol lang={lang} className="grid max-w-2xl list-decimal gap-1 pl-5">
            {advice.firstSteps.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
        </div>
      )}
      <Text lang={lang} title={t('experience.mustAdapt')} text={advice?.mustAdapt} />
      <Text lang={lang} title={t('experience.maySkip')} text={advice?.maySkip} />
      <Text lang={lang} title={t('experience.leastResources')} text={advice?.leastResources} />
    </>
  )
}

function Parts({ t, locale, report, documentHref }: Props) {
  return (
    <>
      {report.parts.length > 0 && <p>{t('experience.partsIntro')}</p>}
      <div className="grid gap-3">
        {report.parts.map(({ kind, items }) => (
          <details key={kind} className="panel">
            <summary className="font-semibold">
              {t(`choices.partKind.${kind}`)}{' '}
              <span className="font-normal muted">({t('experience.itemCount', { count: items.length })})</span>
            </summary>
            <ul lang={report.language} className="mt-3 grid list-disc gap-1 pl-5">
              {items.map((item, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two items may read the same, and the list never changes order
                <li key={index}>{kind === 'phases' ? phaseName(t, item) : item}</li>
              ))}
            </ul>
          </details>
        ))}
      </div>
      {report.parts.length > 0 && <p className="text-sm muted">{t('experience.licence')}</p>}
      <DocumentList {...{ t, locale, documents: report.documents ?? [], href: documentHref }} lang={report.language} />
      <Text lang={report.language} text={report.sections.parts?.comment} />
    </>
  )
}

function People({ t, people, lang }: { t: Translator; people: SectionContent['people'] | undefined; lang?: string }) {
  if (!people) return null
  return (
    <Facts
      facts={[
        { term: t('experience.steward'), value: people.role, lang },
        { term: t('experience.standIn'), value: people.standIn, lang },
        { term: t('experience.contact'), value: people.contact && <Contact text={people.contact} /> },
        { term: t('experience.askAbout'), value: people.askAbout, lang },
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
