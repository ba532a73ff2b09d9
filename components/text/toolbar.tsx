'use client'
import type { Editor } from '@tiptap/react'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'

interface Tool {
  key: string
  /** What is seen in place of the name. */
  sign?: string
  keys?: string
  run: () => void
  isOn?: boolean
  isOff?: boolean
}

/** The tools of a text. One stop for Tab; the arrows move between the tools. */
export function Toolbar({ editor, onLink }: { editor: Editor; onLink: () => void }) {
  const t = useTranslations('editor')
  const [at, setAt] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  const signs = { bold: t('boldSign'), italic: t('italicSign') }
  const tools = [...textTools(editor, signs, onLink), ...(editor.isActive('table') ? tableTools(editor) : [])]
  const move = (event: React.KeyboardEvent) => {
    const last = tools.length - 1
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key]
    if (next === undefined) return
    event.preventDefault()
    setAt(next)
    bar.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div ref={bar} role="toolbar" aria-label={t('toolbar')} className="rich-toolbar" onKeyDown={move}>
      {tools.map(({ key, sign, keys, run, isOn, isOff }, index) => {
        const name = t(key)
        return (
          <button
            key={key}
            type="button"
            className="ds-button"
            data-variant={isOn ? 'secondary' : 'tertiary'}
            data-size="sm"
            tabIndex={index === Math.min(at, tools.length - 1) ? 0 : -1}
            title={keys ? `${name} (${keys})` : name}
            aria-label={sign ? name : undefined}
            aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}
            aria-pressed={isOn}
            aria-disabled={isOff || undefined}
            onFocus={() => setAt(index)}
            // The selection in the text must survive the press.
            onMouseDown={(event) => event.preventDefault()}
            onClick={run}
          >
            {sign ? (
              <span aria-hidden="true" className={`tool-${key}`}>
                {sign}
              </span>
            ) : (
              name
            )}
          </button>
        )
      })}
    </div>
  )
}

/** Letters that stand for the words in the language of the screen. */
interface Signs {
  bold: string
  italic: string
}

function textTools(editor: Editor, signs: Signs, onLink: () => void): Tool[] {
  const chain = () => editor.chain().focus()
  return [
    {
      ...{ key: 'heading', keys: 'Ctrl+Alt+1' },
      run: () => chain().toggleHeading({ level: 4 }).run(),
      isOn: editor.isActive('heading', { level: 4 }),
    },
    {
      ...{ key: 'subheading', keys: 'Ctrl+Alt+2' },
      run: () => chain().toggleHeading({ level: 5 }).run(),
      isOn: editor.isActive('heading', { level: 5 }),
    },
    {
      ...{ key: 'bold', sign: signs.bold, keys: 'Ctrl+B' },
      run: () => chain().toggleBold().run(),
      isOn: editor.isActive('bold'),
    },
    {
      ...{ key: 'italic', sign: signs.italic, keys: 'Ctrl+I' },
      run: () => chain().toggleItalic().run(),
      isOn: editor.isActive('italic'),
    },
    {
      ...{ key: 'bullets', keys: 'Ctrl+Shift+8' },
      run: () => chain().toggleBulletList().run(),
      isOn: editor.isActive('bulletList'),
    },
    {
      ...{ key: 'numbers', keys: 'Ctrl+Shift+7' },
      run: () => chain().toggleOrderedList().run(),
      isOn: editor.isActive('orderedList'),
    },
    { key: 'link', keys: 'Ctrl+K', run: onLink, isOn: editor.isActive('link') },
    {
      key: 'table',
      run: () => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
      isOff: editor.isActive('table'),
    },
    { key: 'undo', sign: '↶', keys: 'Ctrl+Z', run: () => chain().undo().run(), isOff: !editor.can().undo() },
    { key: 'redo', sign: '↷', keys: 'Ctrl+Y', run: () => chain().redo().run(), isOff: !editor.can().redo() },
  ]
}

function tableTools(editor: Editor): Tool[] {
  const chain = () => editor.chain().focus()
  return [
    { key: 'headerRow', run: () => chain().toggleHeaderRow().run(), isOn: hasHeaderRow(editor) },
    { key: 'addRowBefore', run: () => chain().addRowBefore().run() },
    { key: 'addRow', run: () => chain().addRowAfter().run() },
    { key: 'addColumnBefore', run: () => chain().addColumnBefore().run() },
    { key: 'addColumn', run: () => chain().addColumnAfter().run() },
    { key: 'deleteRow', run: () => chain().deleteRow().run() },
    { key: 'deleteColumn', run: () => chain().deleteColumn().run() },
    { key: 'deleteTable', run: () => chain().deleteTable().run() },
  ]
}

/** Whether the table with the cursor has heads in its first row. */
function hasHeaderRow({ state }: Editor): boolean {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (node.type.name === 'table') return node.firstChild?.firstChild?.type.name === 'tableHeader'
  }
  return false
}
