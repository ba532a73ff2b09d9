import type { Translator } from '@/lib/platform/i18n'
import type { UsualAnswer as Usual } from '@/lib/questions/rules'

/** How long the source usually takes to answer, or that it seldom does; nothing where nobody can say. */
export function UsualAnswer({ t, usual }: { t: Translator; usual: Usual | null }) {
  if (!usual) return null
  return <p className="mb-4">{usual.kind === 'seldom' ? t('questions.seldom') : t('questions.usual', { days: usual.days })}</p>
}
