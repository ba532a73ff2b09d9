import { Section } from '@/components/ui/section'
import type { Translator } from '@/lib/platform/i18n'
import type { SectionAudience } from '@/lib/reviews/reading/queries'

/** Who reads which section of a report. */
export function SectionAudiences({ t, audiences }: { t: Translator; audiences: SectionAudience[] }) {
  return (
    <Section id="lesere" title={t('reviews.audiences')}>
      <dl className="grid gap-1 text-sm">
        {audiences.map(({ kind, visibility }) => (
          <div key={kind} className="flex flex-wrap justify-between gap-x-4">
            <dt>{t(`choices.reportSection.${kind}`)}</dt>
            <dd className={visibility === 'open' ? 'font-semibold' : 'muted'}>
              {visibility ? t(`choices.visibility.${visibility}`) : t('reviews.notForAdvisors')}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
