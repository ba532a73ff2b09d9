import { LinkedData } from '@/components/layout/linked-data'
import type { ReportPage } from '@/lib/experiences/queries'
import { breadcrumbData, reportData } from '@/lib/open-pages/linked-data'
import { config } from '@/lib/platform/config'
import type { Translator } from '@/lib/platform/i18n'

/** What programs read of an open report: what it is, and where it stands. Nothing of one that only some may read. */
export function ReportData({ t, report, themeName }: { t: Translator; report: ReportPage; themeName: string }) {
  const { origin } = config()
  const data = reportData(origin, report, themeName)
  if (!data) return null
  const crumbs = [
    { href: '/erfaringer', text: t('layout.experiences') },
    { href: `/erfaringer/${report.slug}`, text: report.title },
  ]
  return (
    <>
      <LinkedData data={data} />
      <LinkedData data={breadcrumbData(origin, crumbs)} />
    </>
  )
}
