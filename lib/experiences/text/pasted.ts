/**
 * What Word and its like put on the clipboard, made into plain structure before the editor reads it: headings on our two levels, lists as
 * lists rather than paragraphs with a sign in front, the first row of a table as its heads, and nothing of fonts, comments and hidden instructions. The editor keeps only what it
 * knows of the rest.
 */
export function cleanPasted(html: string): string {
  const bare = html
    .replace(/<(style|script|xml|title|head)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<p\b[^>]*class="?MsoTitle\b[^>]*>([\s\S]*?)<\/p\s*>/gi, '<h1>$1</h1>')
    .replace(/<(\/?)h([1-6])\b[^>]*>/gi, (_, slash: string, level: string) => `<${slash}h${Number(level) <= 2 ? 4 : 5}>`)
  return tableHeads(wordLists(bare))
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[[^\]]*\]>/g, '')
    .replace(/<\/?(o|w|m|v|st1):[^>]*>/gi, '')
    .replace(/<(meta|link)\b[^>]*>/gi, '')
}

/** Whether there are pictures among what is pasted: a text does not hold any, and whoever pastes them is told. */
export const hasPicture = (html: string) => /<(img|v:imagedata|picture|svg)\b/i.test(html)

/** Word has no heads in its tables, but a row that is repeated on each page, or one in bold. */
function tableHeads(html: string): string {
  return html.replace(/<table\b[\s\S]*?<\/table\s*>/gi, (table) => {
    const first = /<tr\b[\s\S]*?<\/tr\s*>/i.exec(table)?.[0]
    if (!first || /<th\b/i.test(table) || !(/<thead\b/i.test(table) || isBold(first))) return table
    return table.replace(first, () => first.replace(/<(\/?)td\b/gi, '<$1th'))
  })
}

function isBold(row: string): boolean {
  const words = (html: string) => html.replace(/<[^>]*>|&nbsp;|\s/gi, '')
  return words(row) !== '' && words(row.replace(/<(b|strong)\b[\s\S]*?<\/\1\s*>/gi, '')) === ''
}

/** Paragraphs that Word marks as points become lists. A deeper level lies within the point before it. */
function wordLists(html: string): string {
  const point = /<p\b([^>]*mso-list:\s*l\d+\s+level(\d)[^>]*)>([\s\S]*?)<\/p\s*>/gi
  const runs = new RegExp(`(?:${point.source}\\s*)+`, 'gi')
  return html.replace(runs, (run) => {
    const points = [...run.matchAll(point)].map((match) => pointOf(match[2] ?? '1', match[3] ?? ''))
    return listOf(points)
  })
}

interface Point {
  level: number
  tag: 'ul' | 'ol'
  text: string
}

/** Word writes the sign of the point, hidden from browsers that know lists, first in its text. */
function pointOf(level: string, content: string): Point {
  const sign = /<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]*?)<!(?:--)?\[endif\](?:--)?>/i
  const marker = (sign.exec(content)?.[1] ?? '').replace(/<[^>]*>|&nbsp;/g, '').trim()
  return { level: Number(level), tag: /^[\dA-Za-z]{1,3}[.)]$/.test(marker) ? 'ol' : 'ul', text: content.replace(sign, '').trim() }
}

function listOf(points: Point[]): string {
  const tag = points[0]?.tag ?? 'ul'
  let html = ''
  for (let rest = points; rest[0]; ) {
    const [first, ...others] = rest as [Point, ...Point[]]
    const next = others.findIndex((point) => point.level <= first.level)
    const within = next < 0 ? others : others.slice(0, next)
    html += `<li><p>${first.text}</p>${within.length > 0 ? listOf(within) : ''}</li>`
    rest = next < 0 ? [] : others.slice(next)
  }
  return `<${tag}>${html}</${tag}>`
}
