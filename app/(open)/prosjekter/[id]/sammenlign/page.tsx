import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { KindDifference } from '@/components/comparison/kind-difference'
import { TwinForm } from '@/components/comparison/twin-form'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { type Compared, projectDifference } from '@/lib/comparison/difference/queries'
import { countsOf } from '@/lib/comparison/difference/rules'
import { differenceQuery } from '@/lib/comparison/input'
import { actor } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { mayReadInside } from '@/lib/projects/policy'
import { mayCopy } from '@/lib/sharing/policy'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('difference.title'), robots: { index: false } }
}

const hrefOf = ({ projectId, slug, isWholePlan }: Compared) =>
  isWholePlan || !slug ? `/prosjekter/${projectId}` : `/erfaringer/${slug}`

export default async function DifferencePage({ params, searchParams }: Props) {
  const [{ id }, { med }] = [await params, differenceQuery.parse(await searchParams)]
  const [t, who] = [await getTranslator(), await actor()]
  const found = isUuid(id) ? await projectDifference(who, id, med) : null
  if (!found) notFound()
  const { left, right, kinds, twins } = found
  // Two of one municipality are told apart by what they are called.
  const isOneTown = right?.municipality.id === left.municipality.id
  const nameOf = ({ title, municipality }: Compared) => (isOneTown ? title : municipality.displayName)
  const counts = countsOf(kinds)
  const differs = counts.onlyLeft + counts.onlyRight + counts.changed > 0
  const takesHome =
    right &&
    mayReadInside(who, { municipalityId: left.municipality.id }) &&
    mayCopy(who, { municipalityId: right.municipality.id })
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('difference.title')}
        lead={
          right
            ? t('difference.lead', {
                left: `${left.municipality.displayName}: «${left.title}»`,
                right: `${right.municipality.displayName}: «${right.title}»`,
              })
            : t('difference.chooseText', { title: left.title })
        }
        crumbs={[{ href: hrefOf(left), text: left.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {takesHome && counts.onlyRight > 0 && (
          <Link href={`/prosjekter/${right.projectId}/kopier?til=${left.projectId}`} prefetch={false} className="ds-button">
            {t('difference.take')}
          </Link>
        )}
      </PageHeader>
      {twins.length > 0 && <TwinForm t={t} projectId={id} chosen={right?.projectId ?? ''} twins={twins} />}
      {med && !right && (
        <p className="ds-alert mt-4" data-color="info">
          {t('difference.notThere')}
        </p>
      )}
      {!right && twins.length === 0 && (
        <EmptyState title={t('difference.noTwins')} text={t('difference.noTwinsText')}>
          <Link href="/erfaringer" prefetch={false} className="ds-button">
            {t('portfolio.findExperience')}
          </Link>
        </EmptyState>
      )}
      {right && (
        <>
          <p className="mt-4 text-lg font-semibold" role="status">
            {differs ? t('difference.counts', { left: nameOf(left), right: nameOf(right), ...counts }) : t('difference.none')}
          </p>
          {[left, right]
            .filter(({ isWholePlan }) => !isWholePlan)
            .map((one) => (
              <p key={one.projectId} className="muted">
                {t('difference.onlyReport', { name: nameOf(one) })}
              </p>
            ))}
          <p>
            <Link href={hrefOf(right)} prefetch={false} className="underline">
              {t('difference.open', { title: right.title })}
            </Link>
          </p>
          {kinds.map((difference) => (
            <KindDifference key={difference.kind} t={t} difference={difference} left={nameOf(left)} right={nameOf(right)} />
          ))}
        </>
      )}
    </div>
  )
}
