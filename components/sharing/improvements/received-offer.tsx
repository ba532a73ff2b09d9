import { ActionForm } from '@/components/forms/action-form'
import { Choices, TextArea } from '@/components/forms/field'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import type { OfferedItem, OfferView } from '@/lib/sharing/improvements/queries'
import { Changed } from './changed'
import { ConflictChoices } from './conflict-choices'
import { conflictsIn, nameOf } from './item-words'
import { offerColours } from './offers'
import { WholeItem } from './three-way'

interface Props {
  t: Translator
  locale: Locale
  projectId: string
  offer: OfferView
  action: React.ComponentProps<typeof ActionForm>['action']
  mayChange: boolean
}

/** What others who build on this offer: each with what it would change, to take or decline with thanks. */
export function ReceivedOffer({ t, locale, projectId, offer, action, mayChange }: Props) {
  const isOpen = offer.state === 'sent'
  const shown = offer.items.map((one) => <Offered key={one.mark} t={t} offer={offer} one={one} isOpen={isOpen && mayChange} />)
  return (
    <li className="panel grid grid-cols-[minmax(0,1fr)] gap-3">
      <h3 className="flex flex-wrap items-center gap-2 text-lg">
        {t('improvements.receivedFrom', {
          kind: t(`choices.partKind.${offer.kind}`),
          municipality: offer.municipality,
          date: formatDate(offer.offeredOn, locale),
        })}
        <Tag colour={offerColours[offer.state]}>{t(`improvements.state.${offer.state}`)}</Tag>
      </h3>
      {offer.comment && <blockquote className="border-l-4 border-sky-border-default pl-4">{offer.comment}</blockquote>}
      {isOpen && mayChange ? (
        <ActionForm action={action} labels={labelsOf(t, offer)} className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <input type="hidden" name="projectId" value={projectId} />
          <input type="hidden" name="offerId" value={offer.id} />
          {shown}
          <Answer t={t} offer={offer} />
        </ActionForm>
      ) : (
        shown
      )}
      {offer.answer && <p className="muted">{offer.answer}</p>}
    </li>
  )
}

function Offered({ t, offer, one, isOpen }: { t: Translator; offer: OfferView; one: OfferedItem; isOpen: boolean }) {
  const name = one.theirs ? nameOf(t, offer.kind, one.theirs) : one.name
  const isMerged = isOpen && one.isBothChanged
  const words = { base: t('improvements.mineThen'), theirs: offer.municipality, mine: t('improvements.mine') }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        {name}
        {isMerged && <Tag colour="warning">{t('improvements.bothChanged')}</Tag>}
      </p>
      {one.base && one.theirs && <Changed t={t} kind={offer.kind} sides={one} isMerged={isMerged} words={words} />}
      {!one.base && one.theirs && <WholeItem t={t} kind={offer.kind} item={one.theirs} />}
      {isOpen && <input key={one.seen} type="hidden" name={`answers.${one.mark}.seen`} defaultValue={one.seen} />}
      {isMerged && <p>{t('improvements.mergeHint')}</p>}
      {isMerged && (
        <ConflictChoices mark={one.mark} conflicts={conflictsIn(t, offer.kind, one)} municipality={offer.municipality} />
      )}
    </div>
  )
}

/** Take what is ticked, or decline, with a word back. */
function Answer({ t, offer }: { t: Translator; offer: OfferView }) {
  const labels = labelsOf(t, offer)
  return (
    <>
      <Choices
        name="items[]"
        id={`items-${offer.id}`}
        legend={labels['items[]'] ?? ''}
        initial={offer.items.map(({ mark }) => mark)}
        choices={offer.items.map(({ mark, theirs }) => ({ value: mark, text: theirs ? nameOf(t, offer.kind, theirs) : '' }))}
      />
      <Choices
        name="choice"
        id={`choice-${offer.id}`}
        type="radio"
        legend={labels.choice ?? ''}
        initial={[]}
        isRequired
        choices={[
          { value: 'take', text: t('improvements.receivedTake') },
          { value: 'decline', text: t('improvements.receivedDecline') },
        ]}
      />
      <TextArea name="answer" id={`answer-${offer.id}`} label={labels.answer ?? ''} rows={2} />
      <div>
        <button type="submit" className="ds-button">
          {t('improvements.receivedSend')}
        </button>
      </div>
    </>
  )
}

/** What the fields are called where something is wrong with them. */
function labelsOf(t: Translator, offer: OfferView): Record<string, string> {
  return {
    choice: t('improvements.receivedChoice', { municipality: offer.municipality }),
    'items[]': t('improvements.receivedItems'),
    answer: t('improvements.receivedAnswer'),
    ...Object.fromEntries(
      offer.items.flatMap((one) =>
        conflictsIn(t, offer.kind, one).map(({ field, label }) => [
          `answers.${one.mark}.fields.${field}`,
          `${one.name}, ${label}`,
        ]),
      ),
    ),
  }
}
