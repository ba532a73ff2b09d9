import { ActionForm } from '@/components/forms/action-form'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import type { HeldPart } from '@/lib/sharing/improvements/queries'
import { nameOf } from './item-words'
import { ThreeWay } from './three-way'

type Action = React.ComponentProps<typeof ActionForm>['action']

interface Props {
  t: Translator
  projectId: string
  part: HeldPart
  action: Action
  mayChange: boolean
}

const colours = { added: 'success', changed: 'info', removed: 'warning' } as const
const choices = [
  { value: 'taken', text: 'take' },
  { value: 'kept', text: 'keep' },
  { value: 'later', text: 'later' },
] as const

/** What a source has changed in one part, item by item, with what it was and what it is here: take, keep or later. */
export function Suggestions({ t, projectId, part, action, mayChange }: Props) {
  const heading = t('improvements.from', {
    kind: t(`choices.partKind.${part.kind}`),
    title: part.source.title,
    municipality: part.source.municipality,
    version: part.version,
  })
  const list = (
    <ul className="grid gap-4">
      {part.suggestions.map((one, index) => {
        const item = one.theirs ?? one.base
        if (!item) return null
        const name = nameOf(t, part.kind, item)
        const columns = [
          { heading: t('improvements.base'), item: one.base },
          { heading: t('improvements.theirs'), item: one.theirs },
          { heading: t('improvements.mine'), item: one.mine },
        ]
        return (
          <li key={one.key} className="grid gap-3 border-t border-neutral-border-subtle pt-4">
            <p className="flex flex-wrap items-center gap-2">
              <Tag colour={colours[one.change]}>{t(`improvements.${one.change}`)}</Tag>
              <strong>{name}</strong>
              {one.isBothChanged && <Tag colour="warning">{t('improvements.bothChanged')}</Tag>}
              {one.isLater && <Tag>{t('improvements.isLater')}</Tag>}
            </p>
            <ThreeWay t={t} kind={part.kind} caption={name} columns={columns} />
            {mayChange && (
              <fieldset className="ds-fieldset">
                <legend className="ds-label">{t('improvements.choose', { name })}</legend>
                <input type="hidden" name={`answers.${index}.key`} value={one.key} />
                <div className="flex flex-wrap gap-x-6 gap-y-2">
                  {choices.map(({ value, text }) => {
                    const id = `${part.copiedPartId}-${index}-${value}`
                    return (
                      <div key={value} className="ds-field">
                        <input
                          type="radio"
                          id={id}
                          name={`answers.${index}.choice`}
                          value={value}
                          defaultChecked={value === 'later' && one.isLater}
                          className="ds-input"
                        />
                        <label htmlFor={id} className="ds-label">
                          {t(`improvements.${text}`)}
                        </label>
                      </div>
                    )
                  })}
                </div>
              </fieldset>
            )}
          </li>
        )
      })}
    </ul>
  )
  return (
    <section aria-label={heading} className="panel grid gap-3">
      <h3 className="text-lg">{heading}</h3>
      {mayChange ? (
        <ActionForm action={action} className="grid gap-4">
          <input type="hidden" name="projectId" value={projectId} />
          <input type="hidden" name="copiedPartId" value={part.copiedPartId} />
          <input type="hidden" name="version" value={part.version} />
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
