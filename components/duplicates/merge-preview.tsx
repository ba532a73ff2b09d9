import type { mergePreview } from '@/lib/duplicates/queries'
import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  preview: NonNullable<Awaited<ReturnType<typeof mergePreview>>>
}

/** What follows if two reports are merged, before it is done. */
export function MergePreview({ t, preview: { kept, goes, isLedOn, follows } }: Props) {
  const [keep, away] = [kept, goes].map(({ title, municipality }) => `«${title}», ${municipality.displayName}`)
  const { followers, questions, reuses, builders, merged, stays } = follows
  return (
    <section aria-labelledby="folger" className="panel mb-6 max-w-3xl" data-look="tinted">
      <h3 id="folger" className="mb-2 text-lg">
        {t('duplicates.follows.title')}
      </h3>
      <ul className="list-disc space-y-1 pl-5">
        {isLedOn && <li>{t('duplicates.follows.ledOn', { keep: keep ?? '' })}</li>}
        <li>{t('duplicates.follows.address', { keep: keep ?? '', away: away ?? '' })}</li>
        <li>{t('duplicates.follows.followers', { count: followers })}</li>
        <li>{t(stays ? 'duplicates.follows.stays' : 'duplicates.follows.said', { reuses, questions })}</li>
        <li>{t('duplicates.follows.builders', { count: builders })}</li>
        {merged > 0 && <li>{t('duplicates.follows.merged', { count: merged })}</li>}
        <li>{t('duplicates.follows.told')}</li>
      </ul>
    </section>
  )
}
