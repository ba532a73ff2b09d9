import Link from 'next/link'
import { standpoint } from '@/app/standpoint'
import { casesLike } from '@/lib/experiences/similar/queries'
import { asksForExperience } from '@/lib/gates/rules'
import { plansLike } from '@/lib/plans/queries'
import { actorIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import type { ProjectOverview } from '@/lib/projects/overview/queries'

const mostPlans = 2

/** Before the first decisions: who has done the same, and who is about to, with the way to each. Nothing at other times, or for those from elsewhere. */
export async function DoneBefore({ project }: { project: ProjectOverview }) {
  const current = project.phases.find(({ state }) => state === 'current')
  if (!project.inside || project.isGuest || project.lifecycle === 'stopped' || !asksForExperience(current?.gate ?? ''))
    return null
  const [t, locale, who] = [await getTranslator(), await getLocale(), await actorIn(project.id)]
  const [cases, plans] = [await casesLike(who, project.id), await plansLike(who, project.id, await standpoint(), mostPlans)]
  return (
    <section aria-labelledby="gjort-for" className="panel grid gap-3">
      <h2 id="gjort-for" className="text-xl">
        {t('doneBefore.title')}
      </h2>
      {cases.length + plans.length === 0 && <p>{t('doneBefore.none')}</p>}
      {cases.length > 0 && (
        <ul className="grid gap-2">
          {cases.map(({ slug, title, municipality, outcome }) => (
            <li key={slug}>
              <Link href={`/erfaringer/${slug}`} prefetch={false} className="font-semibold underline underline-offset-4">
                {title}
              </Link>
              <span className="block text-sm muted">
                {municipality} · {t(`choices.reportOutcome.${outcome}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {plans.length > 0 && (
        <>
          <h3 className="text-base font-semibold">{t('doneBefore.plans')}</h3>
          <ul className="grid gap-2">
            {plans.map((plan) => (
              <li key={plan.projectId}>
                <Link href={`/planer/${plan.projectId}`} prefetch={false} className="font-semibold underline underline-offset-4">
                  {plan.title}
                </Link>
                <span className="block text-sm muted">
                  {plan.municipality} · {t('plans.begins', { date: formatDate(plan.beginsOn, locale) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <Link href={`/erfaringer?${new URLSearchParams({ q: project.title })}`} prefetch={false} className="py-1 underline">
          {t('doneBefore.search')}
        </Link>
        <Link href={`/planer?prosjekt=${project.id}`} prefetch={false} className="py-1 underline">
          {t('plans.seeOthers')}
        </Link>
      </p>
    </section>
  )
}
