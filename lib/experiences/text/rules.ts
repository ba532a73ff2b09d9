import { z } from 'zod'

/** A text with headings, lists, links and tables, as nodes: never HTML. What is not named here is not kept. */
export interface RichText {
  type: 'doc'
  content: Block[]
}

export type Mark = { type: 'bold' } | { type: 'italic' } | { type: 'link'; attrs: { href: string } }
export type Inline = { type: 'text'; text: string; marks?: Mark[] } | { type: 'hardBreak' }
export type Cell = {
  type: 'tableCell' | 'tableHeader'
  attrs?: { colspan?: number; rowspan?: number }
  content: Block[]
}
export type Row = { type: 'tableRow'; content: Cell[] }
export type ListItem = { type: 'listItem'; content: Block[] }
export type Block =
  | { type: 'paragraph'; content?: Inline[] }
  | { type: 'heading'; attrs: { level: 4 | 5 }; content?: Inline[] }
  | { type: 'bulletList'; content: ListItem[] }
  | { type: 'orderedList'; attrs?: { start?: number }; content: ListItem[] }
  | { type: 'table'; content: Row[] }

export const emptyText: RichText = { type: 'doc', content: [] }

/** How much a text may hold: letters, nodes inside nodes, and the whole as it is sent. */
export const limits = { letters: 20_000, depth: 14, nodes: 6_000, sent: 400_000 } as const

/** Where a link may lead, as it will be followed; null for anything else. What a browser would run is never a link. */
export function safeHref(href: string): string | null {
  const trimmed = href.trim()
  if (trimmed.length > 2000 || !URL.canParse(trimmed)) return null
  const url = new URL(trimmed)
  return ['https:', 'http:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : null
}

const href = z.string().transform((typed, context) => {
  const safe = safeHref(typed)
  if (safe === null) {
    context.addIssue({ code: 'custom', message: 'errors.link' })
    return z.NEVER
  }
  return safe
})

const mark: z.ZodType<Mark> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('link'), attrs: z.object({ href }) }),
])
const inline: z.ZodType<Inline> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().min(1), marks: z.array(mark).max(3).optional() }),
  z.object({ type: z.literal('hardBreak') }),
])
const inlines = z.array(inline).optional()
const blocks: z.ZodType<Block[]> = z.lazy(() => z.array(block))
const span = z.number().int().min(1).max(50)
const item = z.object({ type: z.literal('listItem'), content: blocks })
const cell = z.object({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z.object({ colspan: span.optional(), rowspan: span.optional() }).optional(),
  content: blocks,
})
const block: z.ZodType<Block> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), content: inlines }),
  z.object({
    type: z.literal('heading'),
    attrs: z.object({ level: z.union([z.literal(4), z.literal(5)]) }),
    content: inlines,
  }),
  z.object({ type: z.literal('bulletList'), content: z.array(item) }),
  z.object({
    type: z.literal('orderedList'),
    attrs: z.object({ start: z.number().int().min(0).max(9999).optional() }).optional(),
    content: z.array(item),
  }),
  z.object({
    type: z.literal('table'),
    content: z.array(z.object({ type: z.literal('tableRow'), content: z.array(cell) })),
  }),
])

/** The size of what was sent, measured without recursion: deep nesting must not be able to exhaust anything. */
function isWithinLimits(value: unknown): boolean {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  let nodes = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    nodes += 'type' in next.value ? 1 : 0
    // A node and its list of children are two steps in the JSON.
    if (nodes > limits.nodes || next.depth > 2 * limits.depth) return false
    for (const child of Object.values(next.value)) waiting.push({ value: child, depth: next.depth + 1 })
  }
  return true
}

const document = z
  .unknown()
  .refine(isWithinLimits, { message: 'errors.tooLong', abort: true })
  .pipe(z.object({ type: z.literal('doc'), content: z.array(block) }))
  .refine((doc) => plainText(doc).length <= limits.letters, 'errors.tooLong')

/** A text as it is stored or sent: the nodes, or a string from where there are none. */
export const richText = z.preprocess((text) => {
  if (typeof text === 'string') return fromPlain(text)
  return text === undefined ? emptyText : text
}, document)

/** What an editor sends: the text, or what is wrong with it. */
export function parseText(sent: string): z.ZodSafeParseResult<RichText> {
  return z
    .string()
    .max(limits.sent, 'errors.tooLong')
    .transform((json, context) => {
      try {
        return JSON.parse(json) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'errors.invalid' })
        return z.NEVER
      }
    })
    .pipe(document)
    .safeParse(sent)
}

/** Plain text as paragraphs: a blank line parts them, a single line break stays one. */
export function fromPlain(plain: string): RichText {
  const paragraphs = plain
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n\s*/)
    .map((part) => part.trim())
    .filter(Boolean)
  return { type: 'doc', content: paragraphs.map((part) => ({ type: 'paragraph', content: linesOf(part) })) }
}

function linesOf(part: string): Inline[] {
  return part
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'hardBreak' as const }] : []),
      ...(line.trim() ? [{ type: 'text' as const, text: line.trim() }] : []),
    ])
}

/** A list with a point for each line. */
export function fromLines(lines: readonly string[]): RichText {
  const items = lines.map((line) => line.trim()).filter(Boolean)
  if (items.length === 0) return emptyText
  const listItem = (text: string): ListItem => ({
    type: 'listItem',
    content: [{ type: 'paragraph', content: linesOf(text) }],
  })
  return { type: 'doc', content: [{ type: 'bulletList', content: items.map(listItem) }] }
}

/** One text after the other. */
export const joined = (...texts: RichText[]): RichText => ({ type: 'doc', content: texts.flatMap((text) => text.content) })

/** The words alone: blocks parted by a blank line, points and rows by a line break, cells by a tab. */
export function plainText(text: RichText): string {
  return text.content.map(plainBlock).filter(Boolean).join('\n\n')
}

function plainBlock(node: Block): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return (node.content ?? []).map((part) => (part.type === 'text' ? part.text : '\n')).join('')
    case 'bulletList':
      return node.content.map((entry) => `- ${within(entry.content)}`).join('\n')
    case 'orderedList':
      return node.content.map((entry, index) => `${(node.attrs?.start ?? 1) + index}. ${within(entry.content)}`).join('\n')
    case 'table':
      return node.content.map((row) => row.content.map((one) => within(one.content)).join('\t')).join('\n')
  }
}

const within = (content: Block[]) => content.map(plainBlock).filter(Boolean).join('\n')

/** Whether nothing is written. Empty points and cells count as nothing. */
export const isEmptyText = (text: RichText) => !/[\p{L}\p{N}]/u.test(withoutNumbers(text))

/** The words without the numbers that a list puts before its points. */
const withoutNumbers = (text: RichText) => plainText(text).replace(/^\d+\. ?$/gm, '')

/** Whether plain text would lose something: a heading, a list, a table, a link or weight. */
export function hasFormatting(text: RichText): boolean {
  return text.content.some(
    (node) =>
      node.type !== 'paragraph' || (node.content ?? []).some((part) => part.type === 'text' && (part.marks?.length ?? 0) > 0),
  )
}

/** Where the links of a text lead. An address behind a word is as readable as one in the open. */
export function linksOf(text: RichText): string[] {
  const inBlock = (node: Block): string[] => {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        return (node.content ?? []).flatMap((part) =>
          part.type === 'text' ? (part.marks ?? []).flatMap((one) => (one.type === 'link' ? [one.attrs.href] : [])) : [],
        )
      case 'bulletList':
      case 'orderedList':
        return node.content.flatMap((entry) => entry.content.flatMap(inBlock))
      case 'table':
        return node.content.flatMap((row) => row.content.flatMap((one) => one.content.flatMap(inBlock)))
    }
  }
  return text.content.flatMap(inBlock)
}

/** Whether a stored value is a text of nodes. */
export function isRichText(value: unknown): value is RichText {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc' && 'content' in value
}
