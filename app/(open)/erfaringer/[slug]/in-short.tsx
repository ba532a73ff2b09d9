import { standpoint } from '@/app/standpoint'
import { CaseBox } from '@/components/experience/case-box'
import { foremost } from '@/lib/experiences/effect/rules'
import type { ReportPage } from '@/lib/experiences/queries'
import { likenessTo } from '@/lib/municipalities/likeness/queries'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'

/** The case in short, as seen from where the reader stands. */
export async function InShort({ report }: { report: ReportPage }) {
  const [t, locale, who, from] = [await getTranslator(), await getLocale(), await actor(), await standpoint()]
  const { displayName, number, population } = report.municipality
  return (
    <CaseBox
      {...{ t, locale }}
      path={`/erfaringer/${report.slug}`}
      municipality={{ name: displayName, population }}
      outcome={report.outcome}
      evidence={report.evidence.level}
      cost={report.cost}
      isCostShared={report.sections.cost !== undefined}
      effects={foremost(report.effects, 2)}
      isEffectShared={report.sections.effect !== undefined}
      lang={report.language}
      people={report.sections.people}
      likeness={await likenessTo(who, from, number)}
      isFromSomewhere={from.municipality !== null}
      isOwn={report.isOwn}
    />
  )
}
