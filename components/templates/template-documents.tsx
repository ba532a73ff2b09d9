import { ButtonForm } from '@/components/forms/button-form'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import { inLocale, type Locale } from '@/lib/platform/locale'
import type { TemplateView } from '@/lib/templates/queries'

interface Props {
  t: Translator
  locale: Locale
  templateId: string
  shown: NonNullable<TemplateView['shown']>
  /** Takes a document out; none for those who may not, and in what is no longer the latest version. */
  remove: React.ComponentProps<typeof ButtonForm>['action'] | null
}

/** The documents that projects from the template get, with what each is for and whether there is a file. */
export function TemplateDocuments({ t, locale, templateId, shown, remove }: Props) {
  if (shown.documents.length === 0) return <p className="muted">{t('templates.noDocuments')}</p>
  const phaseOf = (code: string | null) => {
    const phase = shown.phases.find((known) => known.code === code)
    return phase ? inLocale(phase.names, locale) : ''
  }
  return (
    <ul className="grid gap-3">
      {shown.documents.map(({ title, type, phase, isArchivable, fileName }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may read the same, and the list never changes order
        <li key={place} className="panel grid gap-1">
          <p className="flex flex-wrap items-center gap-3">
            <span className="font-semibold break-words">{title}</span>
            <Tag colour={fileName ? 'success' : 'neutral'}>
              {fileName ? t('templates.withFile', { name: fileName }) : t('templates.withoutFile')}
            </Tag>
          </p>
          <p className="text-sm muted">
            {[t(`choices.documentType.${type}`), phaseOf(phase), isArchivable ? t('templates.archivable') : '']
              .filter(Boolean)
              .join(' · ')}
          </p>
          {remove && (
            <ButtonForm
              action={remove}
              hidden={{ templateId, number: String(shown.number), place: String(place) }}
              text={t('templates.removeDocument')}
              asks={t('asks.templateDocument')}
              of={title}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
