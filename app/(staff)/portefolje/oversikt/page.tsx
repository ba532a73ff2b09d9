import type { Metadata } from 'next'
import {
  BenefitPanel,
  FigurePanels,
  GatePanel,
  PhasePanel,
  StatusPanel,
  WorsenedPanel,
} from '@/components/portfolio/dashboard-panels'
import { RhythmForm } from '@/components/portfolio/rhythm-form'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireStaff } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { dashboard } from '@/lib/portfolio/dashboard/queries'
import { mayManagePortfolio } from '@/lib/portfolio/policy'
import { saveRhythm } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('dashboard.title') }
}

export default async function DashboardPage() {
  const who = await requireStaff('/portefolje/oversikt')
  const [t, locale, board] = [await getTranslator(), await getLocale(), await dashboard(who)]
  const panel = { t, locale, board }
  return (
    <>
      <PageHeader
        title={t('dashboard.title')}
        eyebrow={who.municipality.name}
        lead={t('dashboard.lead', { date: formatDate(today(), locale) })}
      />
      <FigurePanels {...panel} today={today()} />
      <div className="grid items-start gap-6 py-6 lg:grid-cols-2">
        <PhasePanel {...panel} />
        <StatusPanel {...panel} />
        <WorsenedPanel {...panel} />
        <GatePanel {...panel} today={today()} />
        <BenefitPanel {...panel} />
      </div>
      {mayManagePortfolio(who) && (
        <Section id="rytme" title={t('dashboard.rhythm')}>
          <RhythmForm
            action={saveRhythm}
            everyDays={board.everyDays}
            texts={{ label: t('dashboard.rhythmLabel'), hint: t('dashboard.rhythmHint'), save: t('common.save') }}
          />
        </Section>
      )}
    </>
  )
}
