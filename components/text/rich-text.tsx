import { Fragment } from 'react'
import { TableScroll } from '@/components/ui/table-scroll'
import { type Block, type Inline, isEmptyText, type RichText, safeHref } from '@/lib/experiences/text/rules'

/** A text as its nodes say, element by element: there is no HTML to let anything in by. */
export function RichTextView({ text, label }: { text: RichText; label: string }) {
  if (isEmptyText(text)) return null
  return (
    <div className="rich-text">
      <Blocks blocks={text.content} label={label} />
    </div>
  )
}

// The nodes of a stored text never change order: their place is their name.
function Blocks({ blocks, label }: { blocks: Block[]; label: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return blocks.map((block, index) => <BlockView key={index} block={block} label={label} />)
}

function BlockView({ block, label }: { block: Block; label: string }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.content} />
        </p>
      )
    case 'heading': {
      const Heading = block.attrs.level === 4 ? 'h4' : 'h5'
      return (
        <Heading>
          <Inlines inlines={block.content} />
        </Heading>
      )
    }
    case 'bulletList':
      return (
        <ul>
          <Items items={block.content} label={label} />
        </ul>
      )
    case 'orderedList':
      return (
        <ol start={block.attrs?.start}>
          <Items items={block.content} label={label} />
        </ol>
      )
    case 'table':
      return <TableView table={block} label={label} />
  }
}

function Items({ items, label }: { items: { content: Block[] }[]; label: string }) {
  return items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <li key={index}>
      <Blocks blocks={item.content} label={label} />
    </li>
  ))
}

/** `label` is what the text is about: a wide table scrolls by itself, and is called that. */
function TableView({ table, label }: { table: Extract<Block, { type: 'table' }>; label: string }) {
  return (
    <TableScroll label={label}>
      <table className="ds-table" data-border="true">
        <tbody>
          {table.content.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={place}>
              {row.content.map((cell, index) => {
                const Cell = cell.type === 'tableHeader' ? 'th' : 'td'
                const scope = Cell === 'td' ? undefined : place === 0 ? 'col' : 'row'
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  <Cell key={index} scope={scope} colSpan={cell.attrs?.colspan} rowSpan={cell.attrs?.rowspan}>
                    <Blocks blocks={cell.content} label={label} />
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Inlines({ inlines = [] }: { inlines?: Inline[] }) {
  return inlines.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={index}>{part.type === 'hardBreak' ? <br /> : <Marked part={part} />}</Fragment>
  ))
}

function Marked({ part }: { part: Extract<Inline, { type: 'text' }> }) {
  let shown: React.ReactNode = part.text
  for (const mark of part.marks ?? []) {
    if (mark.type === 'bold') shown = <strong>{shown}</strong>
    if (mark.type === 'italic') shown = <em>{shown}</em>
    const href = mark.type === 'link' ? safeHref(mark.attrs.href) : null
    if (href)
      shown = (
        <a href={href} rel="nofollow ugc noopener">
          {shown}
        </a>
      )
  }
  return shown
}
