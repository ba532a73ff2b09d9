'use client'
import { ActionForm } from '@/components/forms/action-form'
import { ButtonForm } from '@/components/forms/button-form'
import { Checkbox, TextField } from '@/components/forms/field'

interface Props {
  save: React.ComponentProps<typeof ActionForm>['action']
  change: React.ComponentProps<typeof ActionForm>['action']
  remove: React.ComponentProps<typeof ActionForm>['action']
  list: string
  query: string
  /** The own view that is open, if any. */
  current: { id: string; name: string; isShared: boolean; isStandard: boolean } | null
  texts: {
    save: string
    change: string
    changeHint: string
    remove: string
    /** What follows from deleting the view. */
    removeAsks: string
    name: string
    isShared: string
    isStandard: string
    saveNew: string
  }
}

/** Keeps what is on the screen under a name; an own view that is open can be changed, shared and deleted. */
export function ViewForm({ save, change, remove, list, query, current, texts }: Props) {
  return (
    <div className="grid gap-8 md:grid-cols-2">
      {current && (
        <div className="grid content-start gap-4">
          <p className="font-semibold">{texts.change}</p>
          <ActionForm action={change} labels={{ name: texts.name }} className="grid gap-4">
            <input type="hidden" name="id" value={current.id} />
            <input type="hidden" name="query" value={query} />
            <TextField
              name="name"
              id="visning-navn"
              label={texts.name}
              hint={texts.changeHint}
              initial={current.name}
              isRequired
            />
            <label className="flex items-center gap-2">
              <input type="checkbox" name="isShared" defaultChecked={current.isShared} className="ds-input" /> {texts.isShared}
            </label>
            <label className="flex items-center gap-2">
              <input type="checkbox" name="isStandard" defaultChecked={current.isStandard} className="ds-input" />{' '}
              {texts.isStandard}
            </label>
            <div>
              <button type="submit" className="ds-button" data-variant="secondary">
                {texts.change}
              </button>
            </div>
          </ActionForm>
          <ButtonForm action={remove} hidden={{ id: current.id }} text={texts.remove} asks={texts.removeAsks} />
        </div>
      )}
      <ActionForm action={save} labels={{ name: texts.name }} className="grid content-start gap-4">
        <p className="font-semibold">{texts.saveNew}</p>
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="query" value={query} />
        <TextField name="name" label={texts.name} isRequired />
        <Checkbox name="isShared" label={texts.isShared} />
        <Checkbox name="isStandard" label={texts.isStandard} />
        <div>
          <button type="submit" className="ds-button" data-variant="secondary">
            {texts.save}
          </button>
        </div>
      </ActionForm>
    </div>
  )
}
