import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { outcomeColours } from '@/components/gates/decision-list'
import { phaseName } from '@/components/project/items/item-texts'
import { Facts } from '@/components/ui/facts'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { TableScroll } from '@/components/ui/table-scroll'
import { Tag } from '@/components/ui/tag'
import { type DecisionRecord, decisionRecord } from '@/lib/gates/queries'
import { actorIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { formatDate, type Locale } from '@/lib/platform/locale'
import { headOf } from '../../../head'

interface Props {
  params: Promise<{ id: string; beslutning: string }>
}

const load = cache(async (projectId: string, id: string) => {
  const record = isUuid(projectId) && isUuid(id) ? await decisionRecord(await actorIn(projectId), { projectId, id }) : null
  if (!record) notFound()
  return record
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, beslutning } = await params
  const record = await load(id, beslutning)
  return { title: `${record.gate} – ${record.project.title}` }
}

export default async function DecisionPage({ params }: Props) {
  const { id, beslutning } = await params
  const [record, head, t, locale] = [await load(id, beslutning), await headOf(id), await getTranslator(), await getLocale()]
  const here = `/prosjekter/${id}/faser/beslutninger/${beslutning}`
  return (
    <>
      <PageHeader
        title={t('gate.decisionOn', { gate: record.gate })}
        eyebrow={head.title}
        crumbs={[{ href: `/prosjekter/${id}/faser`, text: t('projectNav.phases') }]}
        crumbsLabel={t('common.breadcrumbs')}
        lead={<Tag colour={outcomeColours[record.outcome]}>{t(`choices.gateOutcome.${record.outcome}`)}</Tag>}
      >
        <a href={`${here}/pdf`} className="ds-button" data-variant="secondary">
          {t('gate.asPdf')}
        </a>
        <a href={`${here}/json`} className="ds-button" data-variant="tertiary">
          {t('gate.asJson')}
        </a>
      </PageHeader>
      <Supersession t={t} locale={locale} projectId={id} record={record} />
      <Facts facts={factsOf(t, locale, record)} />
      <Section id="begrunnelse" title={t('gate.rationale')}>
        <p className="prose">{record.rationale}</p>
      </Section>
      {record.conditions.length > 0 && (
        <Section id="vilkar" title={t('gate.conditions')}>
          <ul className="grid list-disc gap-2 pl-5">
            {record.conditions.map((condition) => (
              <li key={condition.id}>
                {condition.text}{' '}
                <span className="muted">
                  {condition.closedOn
                    ? t('project.conditionClosed', { date: formatDate(condition.closedOn, locale) })
                    : t('project.conditionDue', { owner: condition.owner, date: formatDate(condition.dueOn, locale) })}
                </span>
                {condition.closedNote && <span className="block text-sm">{condition.closedNote}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <RecordedChecklist t={t} record={record} />
      <Basis t={t} record={record} />
      {record.experience && <Experience t={t} experience={record.experience} />}
    </>
  )
}

interface Part {
  t: Translator
  record: DecisionRecord
}

function Supersession({ t, locale, projectId, record }: Part & { locale: Locale; projectId: string }) {
  const { supersedes, supersededBy } = record
  const link = (id: string) => `/prosjekter/${projectId}/faser/beslutninger/${id}`
  return (
    <>
      {supersededBy && (
        <p className="ds-alert mb-6" data-color="warning">
          <Link href={link(supersededBy.id)} prefetch={false} className="underline">
            {t('gate.supersededOn', { date: formatDate(supersededBy.decidedOn, locale) })}
          </Link>
        </p>
      )}
      {supersedes && (
        <p className="mb-6">
          <Link href={link(supersedes.id)} prefetch={false} className="underline">
            {t('gate.supersedesOn', { date: formatDate(supersedes.decidedOn, locale) })}
          </Link>
        </p>
      )}
    </>
  )
}

function factsOf(t: Translator, locale: Locale, record: DecisionRecord) {
  return [
    { term: t('gate.decidedOn'), value: formatDate(record.decidedOn, locale) },
    { term: t('gate.decidedBy'), value: record.decidedBy },
    { term: t('gate.phase'), value: phaseName(record.phase, locale) },
    { term: t('project.number'), value: record.project.number },
    { term: t('gate.archiveReference'), value: record.project.archiveReference },
  ]
}

function RecordedChecklist({ t, record }: Part) {
  return (
    <Section id="sjekkliste" title={t('gate.checklistThen')}>
      {record.checklist.length === 0 ? (
        <p className="muted">{t('project.noChecklist')}</p>
      ) : (
        <TableScroll label={t('gate.checklistThen')}>
          <table className="ds-table" data-border="true">
            <thead>
              <tr>
                <th scope="col">{t('gate.item')}</th>
                <th scope="col">{t('project.state')}</th>
                <th scope="col">{t('gate.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {record.checklist.map((item) => (
                <tr key={`${item.phase} ${item.text}`}>
                  <th scope="row" className="min-w-64 font-normal">
                    {item.text}
                    {item.isMandatory && <span className="text-sm muted"> ({t('project.mandatory')})</span>}
                    {item.phase && <span className="block text-sm muted">{item.phase}</span>}
                  </th>
                  <td>{t(`choices.checklistStatus.${item.status}`)}</td>
                  <td>{item.reason ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </Section>
  )
}

function Basis({ t, record }: Part) {
  if (record.basis.length === 0) return null
  return (
    <Section id="grunnlag" title={t('gate.basis')}>
      <ul className="list-disc pl-5">
        {record.basis.map(({ title, reference }) => (
          <li key={`${title} ${reference}`}>
            {title} <span className="muted">{reference}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Experience({ t, experience }: { t: Translator; experience: NonNullable<DecisionRecord['experience']> }) {
  return (
    <Section id="erfaring" title={t('gate.cases')}>
      {experience.skippedBecause && <p>{t('gate.skippedBecause', { reason: experience.skippedBecause })}</p>}
      <ul className="grid gap-3">
        {experience.cases.map((found) => (
          <li key={found.slug} className="panel">
            <Link href={`/erfaringer/${found.slug}`} prefetch={false} className="font-semibold underline underline-offset-4">
              {found.title}
            </Link>
            , {found.municipality}
            <p>
              <strong>{t(`gate.use.${found.use}`)}:</strong> {found.reason}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
