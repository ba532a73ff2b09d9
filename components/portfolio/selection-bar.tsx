import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  formId: string
  /** The query part of the address: every hit of it can be chosen. */
  query: string
  total: number
}

/** What can be done with the rows that are ticked, or with every hit. A plain form: the next page shows what will change. */
export function SelectionBar({ t, formId, query, total }: Props) {
  return (
    <form id={formId} action="/portefolje/endre" className="mt-3 flex flex-wrap items-center gap-3 no-print">
      <input type="hidden" name="sporring" value={query} />
      <button type="submit" className="ds-button" data-variant="secondary" data-size="sm">
        {t('bulk.changeChosen')}
      </button>
      <button type="submit" name="alle" value="1" className="ds-button" data-variant="tertiary" data-size="sm">
        {t('bulk.changeAll', { count: total })}
      </button>
      <button type="submit" formAction="/portefolje/motepakke" className="ds-button" data-variant="tertiary" data-size="sm">
        {t('bulk.meetingPack')}
      </button>
    </form>
  )
}
