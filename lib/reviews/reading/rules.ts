import type { ReportText } from '@/lib/experiences/check/rules'
import { sectionKinds, textsOf } from '@/lib/experiences/sections'
import { isRichText, linksOf } from '@/lib/experiences/text/rules'
import type { ReadReport } from '@/lib/experiences/versions/rules'

type TextRead = Omit<ReportText, 'readers'>

/** Every text of a report that its reader may read, section by section. The contact is meant to be an address, so it is left out. */
export function textsRead(report: ReadReport): ReportText[] {
  const inSection = sectionKinds.flatMap((section): TextRead[] => {
    const { contact, ...content } = { contact: '', ...report.sections[section] }
    return [...textsOf(content), ...linksIn(content)].map((text) => ({ section, field: null, text }))
  })
  const rows = [
    ...report.effects.flatMap(textsOf).map((text) => ({ section: 'effect' as const, field: null, text })),
    ...report.prerequisites
      .flatMap(({ text, value }) => [text, value])
      .map((text) => ({ section: 'advice' as const, field: null, text })),
    ...report.parts.flatMap(({ items }) => items).map((text) => ({ section: 'parts' as const, field: null, text })),
  ]
  const short = [report.title, report.summary].map((text) => ({ section: 'short' as const, field: null, text }))
  // Who reads it is all who read with the advisor: municipalities, if nobody else.
  return [...short, ...inSection, ...rows]
    .filter(({ text }) => text.trim() !== '')
    .map((text) => ({ ...text, readers: 'municipalities' }))
}

function linksIn(content: unknown): string[] {
  if (isRichText(content)) return linksOf(content)
  return typeof content === 'object' && content !== null ? Object.values(content).flatMap(linksIn) : []
}
