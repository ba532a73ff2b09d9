import { ActionForm } from '@/components/forms/action-form'
import { Choices, TextArea } from '@/components/forms/field'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import type { HeldPart, OfferView } from '@/lib/sharing/improvements/queries'
import { nameOf } from './item-words'
import { ThreeWay } from './three-way'

type Action = React.ComponentProps<typeof ActionForm>['action']

interface Texts {
  t: Translator
  locale: Locale
}

const colours = { sent: 'info', taken: 'success', declined: 'neutral' } as const

/** What was made better here in one part, to choose from and give back. */
export function OfferForm({ t, projectId, part, action }: { t: Translator; projectId: string; part: HeldPart; action: Action }) {
  const labels = {
    'items[]': t('improvements.localItems', { municipality: part.source.municipality }),
    comment: t('improvements.comment'),
  }
  return (
    <ActionForm action={action} labels={labels} className="panel grid gap-4">
      <h3 className="text-lg">
        {t('improvements.from', {
          kind: t(`choices.partKind.${part.kind}`),
          title: part.source.title,
          municipality: part.source.municipality,
          version: part.version,
        })}
      </h3>
      <input type="hidden" name="projectId" value={projectId} />
      <input type="hidden" name="copiedPartId" value={part.copiedPartId} />
      <Choices
        name="items[]"
        id={`items-${part.copiedPartId}`}
        legend={labels['items[]']}
        initial={[]}
        choices={part.local.map(({ key, item, theirs }) => ({
          value: key,
          text: `${nameOf(t, part.kind, item)} (${t(theirs ? 'improvements.localChanged' : 'improvements.localNew')})`,
        }))}
      />
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

/** What was given back, and what the source said. */
export function SentOffers({ t, locale, offers }: Texts & { offers: OfferView[] }) {
  return (
    <ul className="grid gap-3">
      {offers.map((offer) => (
        <li key={offer.id} className="panel grid gap-2">
          <p className="flex flex-wrap items-center gap-2">
            <Tag colour={colours[offer.state]}>{t(`improvements.state.${offer.state}`)}</Tag>
            <span>
              {t('improvements.sentTo', { municipality: offer.municipality, date: formatDate(offer.offeredOn, locale) })}
            </span>
          </p>
          <p>{offer.items.map(({ item }) => nameOf(t, offer.kind, item)).join(', ')}</p>
          {offer.answer && <blockquote className="border-l-4 border-sky-border-default pl-4">{offer.answer}</blockquote>}
        </li>
      ))}
    </ul>
  )
}

/** What others who build on this offer: each with what it would change, to take or decline with thanks. */
export function ReceivedOffer({
  t,
  locale,
  projectId,
  offer,
  action,
  mayChange,
}: Texts & { projectId: string; offer: OfferView; action: Action; mayChange: boolean }) {
  const labels = {
    choice: t('improvements.receivedChoice', { municipality: offer.municipality }),
    'items[]': t('improvements.receivedItems'),
    answer: t('improvements.receivedAnswer'),
  }
  return (
    <li className="panel grid gap-3">
      <h3 className="flex flex-wrap items-center gap-2 text-lg">
        {t('improvements.receivedFrom', {
          kind: t(`choices.partKind.${offer.kind}`),
          municipality: offer.municipality,
          date: formatDate(offer.offeredOn, locale),
        })}
        <Tag colour={colours[offer.state]}>{t(`improvements.state.${offer.state}`)}</Tag>
      </h3>
      {offer.comment && <blockquote className="border-l-4 border-sky-border-default pl-4">{offer.comment}</blockquote>}
      {offer.items.map(({ item, theirs }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an offer never changes
        <div key={index} className="grid gap-1">
          <p className="font-semibold">{nameOf(t, offer.kind, item)}</p>
          <ThreeWay
            t={t}
            kind={offer.kind}
            caption={nameOf(t, offer.kind, item)}
            columns={[
              { heading: t('improvements.mine'), item: theirs },
              { heading: offer.municipality, item },
            ]}
          />
        </div>
      ))}
      {offer.answer && <p className="muted">{offer.answer}</p>}
      {offer.state === 'sent' && mayChange && (
        <ActionForm action={action} labels={labels} className="grid gap-4">
          <input type="hidden" name="projectId" value={projectId} />
          <input type="hidden" name="offerId" value={offer.id} />
          <Choices
            name="items[]"
            id={`items-${offer.id}`}
            legend={labels['items[]']}
            initial={offer.items.map((_, index) => String(index))}
            choices={offer.items.map(({ item }, index) => ({ value: String(index), text: nameOf(t, offer.kind, item) }))}
          />
          <Choices
            name="choice"
            id={`choice-${offer.id}`}
            type="radio"
            legend={labels.choice}
            initial={[]}
            isRequired
            choices={[
              { value: 'take', text: t('improvements.receivedTake') },
              { value: 'decline', text: t('improvements.receivedDecline') },
            ]}
          />
          <TextArea name="answer" id={`answer-${offer.id}`} label={labels.answer} rows={2} />
          <div>
            <button type="submit" className="ds-button">
              {t('improvements.receivedSend')}
            </button>
          </div>
        </ActionForm>
      )}
    </li>
  )
}
