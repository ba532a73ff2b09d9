import type { NewsTopic } from '@/generated/prisma/enums'

/** A line of a letter: what happened, where it leads, and, where something is asked, the one click that answers. */
export interface LetterLine {
  topic: NewsTopic
  text: string
  url: string
  answer: { text: string; url: string } | null
}

export interface LetterWords {
  subject: string
  greeting: string
  topics: Record<NewsTopic, string>
  /** How much there is beside the lines, and where. */
  more: { text: string; url: string } | null
  why: string
  settings: { text: string; url: string }
  unsubscribe: { text: string; url: string }
}

export interface WrittenLetter {
  subject: string
  text: string
  html: string
}

const order: NewsTopic[] = ['questions', 'work', 'upkeep', 'followed', 'searches']

/** Words on paper: the same letter as plain text and as HTML, topic by topic. Names and titles are text, never mark-up. */
export function writtenLetter(words: LetterWords, lines: LetterLine[], language: string): WrittenLetter {
  const groups = order
    .map((topic) => ({ topic, lines: lines.filter((line) => line.topic === topic) }))
    .filter((group) => group.lines.length > 0)
  return { subject: words.subject, text: plain(words, groups), html: page(words, groups, language) }
}

type Groups = { topic: NewsTopic; lines: LetterLine[] }[]

function plain(words: LetterWords, groups: Groups): string {
  const parts = groups.map(({ topic, lines }) => [words.topics[topic].toUpperCase(), ...lines.map(plainLine)].join('\n\n'))
  const foot = `${words.why}\n${words.settings.text}: ${words.settings.url}\n${words.unsubscribe.text}: ${words.unsubscribe.url}`
  const more = words.more ? [`${words.more.text}: ${words.more.url}`] : []
  return [words.greeting, ...parts, ...more, `--\n${foot}`].join('\n\n')
}

function plainLine({ text, url, answer }: LetterLine): string {
  return [`- ${text}`, `  ${url}`, ...(answer ? [`  ${answer.text}: ${answer.url}`] : [])].join('\n')
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)
const link = ({ text, url }: { text: string; url: string }, style = '') =>
  `<a href="${escaped(url)}" style="color:#00545a;${style}">${escaped(text)}</a>`
const button =
  'display:inline-block;margin-top:8px;padding:8px 16px;border-radius:4px;background:#00545a;color:#ffffff;text-decoration:none'

function page(words: LetterWords, groups: Groups, language: string): string {
  const parts = groups.map(
    ({ topic, lines }) =>
      `<h2 style="font-size:18px;margin:24px 0 8px">${escaped(words.topics[topic])}</h2><ul style="padding:0;margin:0;list-style:none">${lines.map(item).join('')}</ul>`,
  )
  const more = words.more ? `<p style="margin-top:24px">${link(words.more)}</p>` : ''
  const foot = `${escaped(words.why)}<br>${link(words.settings)} · ${link(words.unsubscribe)}`
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(words.subject)}</title></head><body style="margin:0;background:#ffffff;color:#1e2b3c;font:16px/1.5 system-ui,sans-serif"><div style="max-width:600px;margin:0 auto;padding:24px 16px"><p style="font-size:20px;font-weight:600">Delt</p><p>${escaped(words.greeting)}</p>${parts.join('')}${more}<p style="margin-top:32px;padding-top:16px;border-top:1px solid #d0d5dd;font-size:14px;color:#475467">${foot}</p></div></body></html>`
}

function item({ text, url, answer }: LetterLine): string {
  const asked = answer ? `<br>${link(answer, button)}` : ''
  return `<li style="margin:0 0 12px">${link({ text, url })}${asked}</li>`
}
