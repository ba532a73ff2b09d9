import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { GateForm } from '@/components/gates/gate-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { phaseName } from '@/components/project/items/item-texts'
import { PageHeader } from '@/components/ui/page-header'
import { basisRows, conditionRows } from '@/lib/gates/input'
import { gatePage } from '@/lib/gates/queries'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { headOf } from '../../head'
import { decide } from '../actions'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ til?: string; erstatter?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('gate.title') }
}

const idOrNull = (text: string | undefined) => (text && isUuid(text) ? text : null)

export default async function GateDecisionPage({ params, searchParams }: Props) {
  const [{ id }, { til, erstatter }] = [await params, await searchParams]
  const who = await requireStaffIn(id, `/prosjekter/${id}/faser/beslutning`)
  const head = await headOf(id)
  const page = await gatePage(who, { projectId: id, targetId: idOrNull(til), supersedes: idOrNull(erstatter) })
  if (!page) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const { current, target } = page
  return (
    <>
      <PageHeader
        title={t('gate.decide', { gate: page.gate || phaseName(current, locale) })}
        eyebrow={head.title}
        crumbs={[{ href: `/prosjekter/${id}/faser`, text: t('projectNav.phases') }]}
        crumbsLabel={t('common.breadcrumbs')}
        lead={
          page.supersedesId
            ? t('gate.supersedes')
            : target
              ? t('gate.fromTo', { from: phaseName(current, locale), to: phaseName(target, locale) })
              : t('gate.fromLast', { from: phaseName(current, locale) })
        }
      />
      {page.later.length > 1 && (
        <nav aria-label={t('gate.chooseTarget')} className="mb-8">
          <p className="mb-2 font-semibold">{t('gate.chooseTarget')}</p>
          <ul className="flex flex-wrap gap-2">
            {page.later.map((phase) => (
              <li key={phase.id}>
                <Link
                  href={`/prosjekter/${id}/faser/beslutning?til=${phase.id}`}
                  prefetch={false}
                  className="ds-button"
                  data-variant={phase.id === target?.id ? 'primary' : 'secondary'}
                  data-size="sm"
                  aria-current={phase.id === target?.id ? 'true' : undefined}
                >
                  {phaseName(phase, locale)}
                </Link>
              </li>
            ))}
          </ul>
          {page.left.length > 1 && <p className="mt-2">{t('gate.jumps', { count: page.left.length - 1 })}</p>}
        </nav>
      )}
      {page.may.decide ? (
        <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'gate', 'choices'])}>
          <GateForm
            key={target?.id ?? page.supersedesId}
            action={decide}
            at={{
              projectId: id,
              phaseId: current.id,
              targetId: target?.id ?? '',
              supersedesId: page.supersedesId ?? '',
              latestId: page.latestId ?? '',
            }}
            groups={page.left.map((phase) => ({
              name: phaseName(phase, locale),
              items: phase.checklist
                .filter(({ status }) => status === 'open')
                .map(({ id, version, text, isMandatory }) => ({ id, version, text, isMandatory })),
            }))}
            cases={page.cases}
            documents={page.documents.map((document) => ({ ...document, type: t(`choices.documentType.${document.type}`) }))}
            decidedBy={page.owner}
            today={today()}
            conditionRows={conditionRows}
            basisRows={basisRows}
          />
        </ClientTexts>
      ) : (
        <div className="panel-tinted max-w-2xl">
          <p className="font-semibold">{t('gate.mayNotDecide')}</p>
          <p>{t('gate.mayPrepare')}</p>
          <p className="mt-3">
            <Link href={`/prosjekter/${id}/faser`} prefetch={false} className="ds-button" data-variant="secondary">
              {t('gate.toChecklist')}
            </Link>
          </p>
        </div>
      )}
    </>
  )
}
