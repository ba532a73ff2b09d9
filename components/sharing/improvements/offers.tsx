import { ActionForm } from '@/components/forms/action-form'
import { Choices, TextArea } from '@/components/forms/field'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import type { HeldPart } from '@/lib/sharing/held/queries'
import type { OfferView } from '@/lib/sharing/improvements/queries'
import { nameOf } from './item-words'
import { partHeading } from './part-heading'
import { ThreeWay } from './three-way'

type Action = React.ComponentProps<typeof ActionForm>['action']

interface Texts {
  t: Translator
  locale: Locale
}

export const offerColours = { sent: 'info', taken: 'success', declined: 'neutral' } as const

/** What was made better here in one part, to choose from and give back. */
export function OfferForm({ t, projectId, part, action }: { t: Translator; projectId: string; part: HeldPart; action: Action }) {
  const labels = {
    'items[]': t('improvements.localItems', { municipality: part.source.municipality }),
    comment: t('improvements.comment'),
  }
  return (
    <ActionForm action={action} labels={labels} className="panel grid grid-cols-[minmax(0,1fr)] gap-4">
      <h3 className="text-lg">{partHeading(t, part)}</h3>
      <input type="hidden" name="projectId" value={projectId} />
      <input type="hidden" name="copiedPartId" value={part.copiedPartId} />
      <Choices
        name="items[]"
        id={`items-${part.copiedPartId}`}
        legend={labels['items[]']}
        initial={[]}
        choices={part.local.map(({ mark, item, theirs }) => ({
          value: mark,
          text: `${nameOf(t, part.kind, item)} (${t(theirs ? 'improvements.localChanged' : 'improvements.localNew')})`,
        }))}
      />
      <Changes t={t} part={part} />
      <TextArea
        name="comment"
        id={`comment-${part.copiedPartId}`}
        label={labels.comment}
        hint={t('improvements.commentHint')}
        rows={2}
      />
      <div>
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('improvements.send')}
        </button>
      </div>
    </ActionForm>
  )
}

/** What each item that was changed here says here and at the source. */
function Changes({ t, part }: { t: Translator; part: HeldPart }) {
  const changed = part.local.filter(({ theirs }) => theirs !== null)
  if (changed.length === 0) return null
  return (
    <details>
      <summary>{t('improvements.localShow')}</summary>
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-4">
        {changed.map(({ mark, item, theirs }) => {
          const name = nameOf(t, part.kind, item)
          const versions = [
            { heading: t('improvements.theirs', { municipality: part.source.municipality }), item: theirs },
            { heading: t('improvements.mine'), item },
          ]
          return (
            <div key={mark} className="grid grid-cols-[minmax(0,1fr)] gap-1">
              <p className="font-semibold">{name}</p>
              <ThreeWay t={t} kind={part.kind} versions={versions} />
            </div>
          )
        })}
      </div>
    </details>
  )
}

/** What was given back, and what the source said. */
export function SentOffers({ t, locale, offers }: Texts & { offers: OfferView[] }) {
  return (
    <ul className="grid gap-3">
      {offers.map((offer) => (
        <li key={offer.id} className="panel grid gap-2">
          <p className="flex flex-wrap items-center gap-2">
            <Tag colour={offerColours[offer.state]}>{t(`improvements.state.${offer.state}`)}</Tag>
            <span>
              {t('improvements.sentTo', { municipality: offer.municipality, date: formatDate(offer.offeredOn, locale) })}
            </span>
          </p>
          <p>{offer.items.map(({ theirs }) => theirs && nameOf(t, offer.kind, theirs)).join(', ')}</p>
          {offer.answer && <blockquote className="border-l-4 border-sky-border-default pl-4">{offer.answer}</blockquote>}
        </li>
      ))}
    </ul>
  )
}
