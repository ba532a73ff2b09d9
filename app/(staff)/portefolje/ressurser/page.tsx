import type { Metadata } from 'next'
import { z } from 'zod'
import { ButtonForm } from '@/components/forms/button-form'
import { AbsenceForm } from '@/components/resources/absence-form'
import { LoadTable } from '@/components/resources/load-table'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { type Address, listHref, listQuery } from '@/lib/lists/rules'
import { requireStaff } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { portfolioLists } from '@/lib/portfolio/lists/columns'
import { portfolioLoad } from '@/lib/resources/queries'
import { PortfolioList } from '../portfolio-list'
import { add, remove } from './actions'

const definition = portfolioLists.ressurser
const loadQuery = z.object({ folk: z.coerce.number().int().min(1).max(10_000).catch(1) })

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('portfolio.list.ressurser.title') }
}

export default async function ResourcesPage({ searchParams }: { searchParams: Promise<Address> }) {
  const address = await searchParams
  const query = listQuery(definition, address)
  const who = await requireStaff(listHref(definition, query, { page: query.page }))
  const [t, locale, load] = [await getTranslator(), await getLocale(), await portfolioLoad(who, loadQuery.parse(address).folk)]
  return (
    <>
      <PageHeader
        title={t('portfolio.list.ressurser.title')}
        eyebrow={who.municipality.name}
        lead={t('portfolio.list.ressurser.lead')}
      />
      {load.people.length > 0 && (
        <Section id="belastning" title={t('resources.load')} intro={t('resources.loadIntro')}>
          <LoadTable t={t} locale={locale} weeks={load.weeks} people={load.people} />
          <Pager
            page={load.page}
            pageCount={load.pageCount}
            href={(page) => `${definition.path}?folk=${page}`}
            texts={{
              label: t('resources.pages'),
              previous: t('common.previous'),
              next: t('common.next'),
              position: t('common.pageOf', { page: load.page, pageCount: load.pageCount }),
            }}
          />
        </Section>
      )}
      <PortfolioList who={who} name="ressurser" address={address} />
      <Section id="fravaer" title={t('resources.absence')} intro={t('resources.absenceIntro')}>
        <ul className="grid max-w-3xl gap-2">
          {load.absences.map((absence) => (
            <li key={absence.id} className="flex flex-wrap items-center justify-between gap-3">
              <span>
                {t('resources.absenceLine', {
                  name: absence.name,
                  start: formatDate(absence.startOn, locale, 'short'),
                  end: formatDate(absence.endOn, locale, 'short'),
                  percent: absence.percent,
                })}
              </span>
              <ButtonForm
                action={remove}
                hidden={{ absenceId: absence.id }}
                text={t('project.removeMember')}
                asks={t('asks.absence')}
                of={absence.name}
              />
            </li>
          ))}
        </ul>
        <AbsenceForm
          action={add}
          people={load.colleagues.map(({ id, name }) => ({ value: id, text: name }))}
          initial={who.personId}
          today={today()}
          texts={{
            person: t('item.fields.personId'),
            start: t('item.fields.startOn'),
            end: t('item.fields.endOn'),
            percent: t('resources.absentPercent'),
            add: t('resources.addAbsence'),
          }}
        />
      </Section>
    </>
  )
}
