import type { Translator } from '@/lib/platform/i18n'

const form = 'sammenlign'

/** Marks a hit to be compared with others; sent by the form below the hits. */
export function CompareChoice({ t, slug, title }: { t: Translator; slug: string; title: string }) {
  return (
    <div className="relative z-10 ds-field mt-2 w-fit">
      <input type="checkbox" id={`sammenlign-${slug}`} name="rapport" value={slug} form={form} className="ds-input" />
      <label htmlFor={`sammenlign-${slug}`} className="ds-label text-sm font-normal">
        {t('comparison.compare')}
        <span className="sr-only">: {title}</span>
      </label>
    </div>
  )
}

/** Sets the marked hits beside each other. */
export function CompareHits({ t }: { t: Translator }) {
  return (
    <form id={form} action="/erfaringer/sammenlign" className="flex flex-wrap items-center gap-3 py-4">
      <button type="submit" className="ds-button" data-variant="secondary">
        {t('comparison.compareMarked')}
      </button>
      <span className="text-sm muted">{t('comparison.chooseTwo')}</span>
    </form>
  )
}
