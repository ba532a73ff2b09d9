import { type Block, type ListItem, plainText, type RichText } from './rules'

/** A text in its smallest pieces: a block, or a point of a list by itself. */
function piecesOf({ content }: RichText): Block[] {
  return content.flatMap((block): Block[] => {
    if (block.type !== 'bulletList' && block.type !== 'orderedList') return [block]
    return block.content.map((item) => ({ type: 'bulletList', content: [item] }))
  })
}

const wordsOf = (block: Block) =>
  plainText({ type: 'doc', content: [block] })
    .replace(/\s+/g, ' ')
    .trim()

/** The pieces of a text that none of the others has, in the order they stand; points one after the other become one list. */
export function newBlocks(text: RichText, others: readonly RichText[]): RichText {
  const known = new Set(others.flatMap(piecesOf).map(wordsOf))
  const found = piecesOf(text).filter((piece) => wordsOf(piece) !== '' && !known.has(wordsOf(piece)))
  return { type: 'doc', content: found.reduce<Block[]>(withPiece, []) }
}

function withPiece(blocks: Block[], piece: Block): Block[] {
  const last = blocks.at(-1)
  if (last?.type !== 'bulletList' || piece.type !== 'bulletList') return [...blocks, piece]
  const items: ListItem[] = [...last.content, ...piece.content]
  return [...blocks.slice(0, -1), { type: 'bulletList', content: items }]
}
