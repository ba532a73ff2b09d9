import { parseText, plainText } from './rules'

const words = (text: string) => text.replace(/\s+/g, ' ').trim()

/**
 * Before a form is read: a long answer comes twice, as plain text, and under `rich` as the editor has it. The nodes count as long as they hold the same
 * words; where the plain text was changed by itself, before or without the editor, it is what the writer wants.
 */
export function textsAsSent(names: readonly string[]) {
  return (sent: unknown): unknown => {
    if (typeof sent !== 'object' || sent === null || !('rich' in sent)) return sent
    const { rich, ...fields } = sent as { rich: Record<string, unknown> } & Record<string, unknown>
    const texts = names.flatMap((name) => {
      const [nodes, plain] = [rich[name], fields[name]]
      if (typeof nodes !== 'string' || nodes === '') return []
      const parsed = parseText(nodes)
      if (!parsed.success) return plain === undefined ? [] : [[name, unreadable(nodes, plain)]]
      return plain === undefined || words(String(plain)) === words(plainText(parsed.data)) ? [[name, parsed.data]] : []
    })
    return { ...fields, ...Object.fromEntries(texts) }
  }
}

/** Nodes that break a rule are answered as such, rather than quietly replaced by their words. */
function unreadable(nodes: string, plain: unknown): unknown {
  try {
    return JSON.parse(nodes)
  } catch {
    return plain
  }
}
