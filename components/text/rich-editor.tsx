'use client'
import { Extension } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import { EditorContent, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { cleanPasted, hasPicture } from '@/lib/experiences/text/pasted'
import { type Block, type RichText, safeHref } from '@/lib/experiences/text/rules'
import { LinkField } from './link-field'
import { Toolbar } from './toolbar'

interface Props {
  id: string
  text: RichText
  /** Ids of the label and of what describes the field. */
  labelledBy: string
  describedBy?: string
  isInvalid: boolean
  isRequired: boolean
  onChange: (text: RichText) => void
  /** Called once with what puts another text into the editor. */
  onReady: (show: (text: RichText) => void) => void
}

/** Knows what a text may hold and nothing more, so that what is pasted or typed cannot become anything else. */
const kit = StarterKit.configure({
  heading: { levels: [4, 5] },
  ...{ blockquote: false, code: false, codeBlock: false, horizontalRule: false, strike: false, underline: false },
  link: {
    openOnClick: false,
    defaultProtocol: 'https',
    isAllowedUri: (url) => safeHref(url) !== null,
    HTMLAttributes: { target: null, rel: 'nofollow noopener' },
  },
})

/** A text that a person who knows Word can write: the same keys, a toolbar with names, and what is pasted made clean. */
export default function RichEditor({ id, text, labelledBy, describedBy, isInvalid, isRequired, onChange, onReady }: Props) {
  const t = useTranslations('editor')
  const [isLinking, setLinking] = useState(false)
  const [hasLostPictures, setLostPictures] = useState(false)
  const after = useRef<HTMLSpanElement>(null)
  const [keys] = useState(() =>
    Extension.create({
      name: 'keys',
      addKeyboardShortcuts: () => ({
        'Mod-k': () => {
          setLinking(true)
          return true
        },
        'Mod-Alt-1': ({ editor }) => editor.commands.toggleHeading({ level: 4 }),
        'Mod-Alt-2': ({ editor }) => editor.commands.toggleHeading({ level: 5 }),
        // Tab moves within lists and tables: this is the way out of them.
        Escape: () => {
          after.current?.focus()
          return true
        },
      }),
    }),
  )
  const editor = useEditor({
    extensions: [kit, TableKit.configure({ table: { resizable: false } }), keys],
    content: text,
    immediatelyRender: false,
    injectCSS: false,
    shouldRerenderOnTransaction: true,
    editorProps: {
      transformPastedHTML: cleanPasted,
      handlePaste: (_, event) => {
        setLostPictures(holdsPictures(event.clipboardData))
        return false
      },
      // A file that is dropped would else be opened in place of the page.
      handleDrop: (_, event) => {
        setLostPictures(holdsPictures(event.dataTransfer))
        return (event.dataTransfer?.files.length ?? 0) > 0
      },
      attributes: {
        id,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelledBy,
        class: 'rich-text ds-input',
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(isInvalid ? { 'aria-invalid': 'true' } : {}),
        ...(isRequired ? { 'aria-required': 'true' } : {}),
      },
    },
    onUpdate: ({ editor }) => onChange(trimmed(editor.getJSON() as RichText)),
  })
  const ready = useRef(onReady)
  useEffect(() => {
    if (editor) ready.current((shown) => editor.commands.setContent(shown, { emitUpdate: false }))
  }, [editor])
  if (!editor) return null
  return (
    <div className="rich-editor">
      <Toolbar editor={editor} onLink={() => setLinking(true)} />
      {isLinking && <LinkField editor={editor} name={id} onDone={() => setLinking(false)} />}
      <EditorContent editor={editor} />
      <p role="status" className="text-sm empty:hidden">
        {hasLostPictures && t('noPictures')}
      </p>
      <span ref={after} tabIndex={-1} className="sr-only">
        {t('left')}
      </span>
    </div>
  )
}

/** Whether there are pictures in what is pasted or dropped, as files or within the text. */
function holdsPictures(data: DataTransfer | null): boolean {
  if (!data) return false
  // Office puts a picture of the very text beside it.
  const html = data.getData('text/html')
  return html ? hasPicture(html) : [...data.files].some(({ type }) => type.startsWith('image/'))
}

/** The editor always keeps an empty paragraph to go on in; it is not part of the text. */
function trimmed(text: RichText): RichText {
  const isBlank = (block: Block | undefined) => block?.type === 'paragraph' && !block.content?.length
  const content = [...text.content]
  while (content.length > 0 && isBlank(content.at(-1))) content.pop()
  return { type: 'doc', content }
}
