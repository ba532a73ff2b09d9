import { ActionForm } from '@/components/forms/action-form'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import type { Asked, HeldPart } from '@/lib/sharing/held/queries'
import { AnswerChoice } from './answer-choice'
import { Changed } from './changed'
import { conflictsIn, nameOf } from './item-words'
import { partHeading } from './part-heading'
import { WholeItem } from './three-way'

type Action = React.ComponentProps<typeof ActionForm>['action']

interface Props {
  t: Translator
  projectId: string
  part: HeldPart
  action: Action
  mayChange: boolean
}

const colours = { added: 'success', changed: 'info', removed: 'warning' } as const

/** What a source has changed in one part, item by item, with what it was and what it is here: take, keep or later. */
export function Suggestions({ t, projectId, part, action, mayChange }: Props) {
  const heading = partHeading(t, part)
  const list = (
    <ul className="grid gap-4">
      {part.suggestions.map((one) => (
        <Suggestion key={one.mark} t={t} part={part} one={one} mayChange={mayChange} />
      ))}
    </ul>
  )
  return (
    <section aria-label={heading} className="panel grid grid-cols-[minmax(0,1fr)] gap-3">
      <h3 className="text-lg">{heading}</h3>
      {mayChange ? (
        <ActionForm action={action} labels={labelsOf(t, part)} className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <input type="hidden" name="projectId" value={projectId} />
          <input type="hidden" name="copiedPartId" value={part.copiedPartId} />
          {list}
          <div>
            <button type="submit" className="ds-button">
              {t('improvements.save')}
              <span className="sr-only">: {heading}</span>
            </button>
          </div>
        </ActionForm>
      ) : (
        <>
          {list}
          <p className="muted">{t('improvements.readOnly')}</p>
        </>
      )}
    </section>
  )
}

function Suggestion({ t, part, one, mayChange }: { t: Translator; part: HeldPart; one: Asked; mayChange: boolean }) {
  const item = one.theirs ?? one.base
  if (!item) return null
  const name = nameOf(t, part.kind, item)
  const isMerged = one.isBothChanged && one.change === 'changed'
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-neutral-border-subtle pt-4">
      <p className="flex flex-wrap items-center gap-2">
        <Tag colour={colours[one.change]}>{t(`improvements.${one.change}`)}</Tag>
        <strong>{name}</strong>
        {one.isBothChanged && <Tag colour="warning">{t('improvements.bothChanged')}</Tag>}
        {one.isLater && <Tag>{t('improvements.isLater')}</Tag>}
      </p>
      {one.change === 'changed' ? (
        <Changed t={t} kind={part.kind} sides={one} isMerged={isMerged} words={changedWords(t, part.source.municipality)} />
      ) : (
        <WholeItem t={t} kind={part.kind} item={one.mine ?? item} />
      )}
      {mayChange && (
        <AnswerChoice
          mark={one.mark}
          seen={one.seen}
          name={name}
          municipality={part.source.municipality}
          isLater={one.isLater}
          isBothChanged={isMerged}
          conflicts={conflictsIn(t, part.kind, one)}
        />
      )}
    </li>
  )
}

const changedWords = (t: Translator, municipality: string) => ({
  base: t('improvements.base'),
  theirs: t('improvements.theirs', { municipality }),
  mine: t('improvements.mine'),
})

/** What the fields are called where something is wrong with them. */
function labelsOf(t: Translator, { kind, suggestions }: HeldPart): Record<string, string> {
  return Object.fromEntries(
    suggestions.flatMap((one) => {
      const item = one.theirs ?? one.base
      const name = item ? nameOf(t, kind, item) : ''
      return [
        [`answers.${one.mark}.choice`, name],
        ...conflictsIn(t, kind, one).map(({ field, label }) => [`answers.${one.mark}.fields.${field}`, `${name}, ${label}`]),
      ]
    }),
  )
}
