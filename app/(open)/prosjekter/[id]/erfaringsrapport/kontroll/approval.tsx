import { ButtonForm } from '@/components/forms/button-form'
import { ApprovalBox } from '@/components/writing/approval-box'
import type { ApprovalView } from '@/lib/experiences/approval/queries'
import type { Translator } from '@/lib/platform/i18n'
import { formatDateTime, type Locale } from '@/lib/platform/locale'
import { approve, sendBack, takeBack } from './actions'

interface Props {
  t: Translator
  locale: Locale
  approval: ApprovalView
  projectId: string
  municipality: string
}

/** What stands between the report and its readers, and what whoever looks can do about it. Nothing where whoever writes publishes. */
export function Approval({ t, locale, approval, projectId, municipality }: Props) {
  const { way, open, returned, approvers, mayDecide } = approval
  if (way === 'publish' && !open && !returned) return null
  const names = approvers.join(', ')
  return (
    <section aria-labelledby="godkjenning" className="ds-alert grid gap-4" data-color={way === 'no' ? 'warning' : 'info'}>
      <h2 id="godkjenning" className="text-2xl">
        {t('approval.title')}
      </h2>
      {returned && (
        <p>{t('approval.returned', { by: returned.by, reason: returned.reason, at: formatDateTime(returned.at, locale) })}</p>
      )}
      {way === 'no' && <p>{t('approval.no', { municipality })}</p>}
      {way === 'ask' && !open && (
        <p>{t(approvers.length > 0 ? 'approval.needed' : 'approval.neededNobody', { municipality, names })}</p>
      )}
      {open && (
        <>
          <p>
            {t(open.isMine ? 'approval.sentByMe' : 'approval.sentBy', {
              by: open.by,
              names,
              at: formatDateTime(open.at, locale),
            })}
          </p>
          {open.note && <p>{t('approval.note', { note: open.note })}</p>}
          {!open.isCurrent && <p>{t('approval.outdated')}</p>}
          {mayDecide && (
            <ApprovalBox
              hidden={{ projectId, requestId: open.id }}
              previewPath={`/prosjekter/${projectId}/erfaringsrapport/forhandsvisning`}
              actions={{ approve, sendBack }}
            />
          )}
          {open.isMine && (
            <ButtonForm
              action={takeBack}
              hidden={{ projectId, requestId: open.id }}
              text={t('approval.takeBack')}
              variant="secondary"
            />
          )}
        </>
      )}
    </section>
  )
}
