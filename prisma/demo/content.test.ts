import { expect, test } from 'vitest'
import { addDays } from '@/lib/platform/dates'
import { registeredMunicipalities } from '../load/municipalities'
import { collaborations } from '../register/collaborations'
import { phaseModels } from '../register/phase-models'
import { themes } from '../register/themes'
import { municipalities } from '.'
import type { DemoMunicipality, DemoProject } from './content'
import { featuredCases } from './featured'

/** The day the content is told from. */
const today = '2026-11-23'

const phases = phaseModels[0]?.phases ?? []
const phaseCodes = phases.map((phase) => phase.code)
const projects = municipalities.flatMap((municipality) => municipality.projects.map((project) => ({ municipality, project })))
const reports = projects.flatMap(({ municipality, project }) =>
  project.report ? [{ municipality, project, report: project.report }] : [],
)
const namesOf = ({ municipality, project }: { municipality: DemoMunicipality; project: DemoProject }) =>
  `${municipality.number} ${project.title}`

/** Where the rule does not hold, as sentences to mend the content by. */
function broken(rule: (project: DemoProject, municipality: DemoMunicipality) => (string | false | undefined | null)[]): string[] {
  return projects.flatMap((entry) =>
    rule(entry.project, entry.municipality)
      .filter(Boolean)
      .map((fault) => `${namesOf(entry)}: ${fault}`),
  )
}

const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index)
const isRising = (days: string[]) => days.every((day, index) => index === 0 || (days[index - 1] ?? '') <= day)

test('there is enough to look at', () => {
  expect(municipalities.length).toBeGreaterThanOrEqual(12)
  expect(projects.length).toBeGreaterThanOrEqual(60)
  expect(reports.length).toBeGreaterThanOrEqual(25)
})

test('all themes and all phases are there, all ways a project may end, and both written norms', () => {
  const found = <T>(values: T[]) => new Set(values)
  expect(found(projects.map(({ project }) => project.theme))).toEqual(new Set(themes.map((theme) => theme.code)))
  expect(found(projects.map(({ project }) => project.phase))).toEqual(new Set(phaseCodes))
  expect(found(projects.map(({ project }) => project.lifecycle))).toEqual(new Set(['active', 'waiting', 'closed', 'stopped']))
  expect(found(reports.map(({ report }) => report.language))).toEqual(new Set(['nb', 'nn']))
  expect(found(projects.map(({ project }) => project.visibility))).toEqual(
    new Set(['municipality', 'collaboration', 'municipalities', 'open']),
  )
  for (const outcome of ['completed', 'in_operation', 'stopped', 'no_effect'] as const) {
    expect(
      reports.filter(({ report }) => report.outcome === outcome),
      outcome,
    ).not.toEqual([])
  }
})

test('Grimstad has the building-case project that the story begins with', () => {
  const grimstad = municipalities.find((municipality) => municipality.number === '4202')
  expect(grimstad?.projects.map((project) => project.title)).toContain('Digital byggesaksbehandling')
})

test('municipalities are those of the register, each once', async () => {
  const registered = new Set((await registeredMunicipalities()).map((row) => row.number))
  const numbers = municipalities.map((municipality) => municipality.number)
  expect(repeated(numbers)).toEqual([])
  expect(numbers.filter((number) => !registered.has(number))).toEqual([])
})

test('what must be unique is unique', () => {
  expect(repeated(reports.map(({ report }) => report.slug))).toEqual([])
  for (const { number, people, projects } of municipalities) {
    expect(repeated(people.map((person) => person.key)), number).toEqual([])
    expect(repeated(projects.map((project) => project.key)), number).toEqual([])
    expect(repeated(projects.map((project) => project.number)), number).toEqual([])
  }
  expect(
    broken((project) => [
      ...repeated(project.budgets.map((line) => `budget ${line.year} twice`)),
      ...repeated(project.report?.costs.map((line) => `cost ${line.kind} ${line.year} twice`) ?? []),
      ...repeated(project.statusReports.map((report) => `status report ${report.periodEndOn} twice`)),
      ...project.benefits.flatMap((b) =>
        repeated(b.indicator?.measurements.map((m) => `${b.title}: two measurements on ${m.on}`) ?? []),
      ),
    ]),
  ).toEqual([])
})

test('each municipality has somebody to steer the portfolio, to administer, and an ordinary member', () => {
  for (const { number, people } of municipalities) {
    expect(people.length, number).toBeGreaterThanOrEqual(3)
    for (const person of people) expect(person.roles[0], `${number} ${person.name}`).toBe('member')
    expect(people.some((person) => person.roles.includes('portfolio_manager'))).toBe(true)
    expect(people.some((person) => person.roles.includes('municipality_admin'))).toBe(true)
    expect(people.some((person) => person.roles.length === 1)).toBe(true)
  }
})

test('those who run a project are people of the municipality', () => {
  expect(
    broken(({ manager, owner, benefitOwner }, { people }) =>
      [manager, owner, benefitOwner].map(
        (key) => key !== undefined && !people.some((person) => person.key === key) && `nobody is ${key}`,
      ),
    ),
  ).toEqual([])
})

test('every date is a date', () => {
  const dates = JSON.stringify(municipalities).matchAll(/"(\d{4}-\d{2}-\d{2})"/g)
  for (const [, date = ''] of dates) expect(addDays(date, 0)).toBe(date)
})

test('nothing has happened in the future', () => {
  const happened = (what: string, on: string | undefined) => on !== undefined && on > today && `${what} on ${on}`
  expect(
    broken((project) => [
      ...project.phases.map((phase) => happened(`${phase.code} ended`, phase.actualEndOn)),
      ...project.decisions.map((decision) => happened(`${decision.gate} decided`, decision.on)),
      ...project.milestones.map((milestone) => happened(`${milestone.title} reached`, milestone.actualOn)),
      ...project.statusReports.map((report) => happened('status reported', report.periodEndOn)),
      ...project.log.map((entry) => happened('logged', entry.on)),
      ...project.benefits.flatMap((b) => b.indicator?.measurements.map((m) => happened(`${b.title} measured`, m.on)) ?? []),
      happened('report published', project.report?.publishedOn),
      happened('report confirmed', project.report?.confirmedOn),
      ...(project.report?.reusedBy?.map((reuse) => happened(`reused by ${reuse.number}`, reuse.since)) ?? []),
    ]),
  ).toEqual([])
})

test('phases follow each other, and the ones behind are over', () => {
  expect(
    broken((project) => {
      const current = phaseCodes.indexOf(project.phase)
      const listed = project.phases.map((phase) => phase.code)
      return [
        listed.join() !== phaseCodes.slice(0, listed.length).join() && `phases are ${listed.join()}`,
        !isRising([project.startOn, ...project.phases.map((phase) => phase.plannedEndOn)]) && 'planned ends are out of order',
        !isRising([project.startOn, ...project.phases.flatMap((phase) => phase.actualEndOn ?? [])]) &&
          'actual ends are out of order',
        ...project.phases.map((phase, index) => index < current && !phase.actualEndOn && `${phase.code} is behind but not over`),
        ...project.phases.map((phase, index) => index > current && phase.actualEndOn && `${phase.code} is over but not begun`),
        project.endOn < project.startOn && 'ends before it starts',
      ]
    }),
  ).toEqual([])
})

test('every gate behind is decided, in order, and none ahead', () => {
  expect(
    broken((project) => {
      const current = phaseCodes.indexOf(project.phase)
      const decisions = [...project.decisions].sort((a, b) => (a.on < b.on ? -1 : 1))
      const isGo = (outcome: string) => outcome === 'approved' || outcome === 'approved_with_conditions'
      return [
        ...phases.slice(0, current).map((phase) => {
          const last = decisions.findLast((decision) => decision.gate === phase.gate)
          return (!last || !isGo(last.outcome)) && `${phase.gate} is behind and not approved`
        }),
        ...decisions.map((decision) => {
          const index = phases.findIndex((phase) => phase.gate === decision.gate)
          if (index > current) return `${decision.gate} is decided before its phase`
          return (
            index === current &&
            isGo(decision.outcome) &&
            project.lifecycle === 'active' &&
            `${decision.gate} is approved, but the phase goes on`
          )
        }),
        !isRising(decisions.map((decision) => decision.gate)) && 'gates are decided out of order',
        decisions.some((decision) => decision.on < project.startOn) && 'a gate is decided before the start',
      ]
    }),
  ).toEqual([])
})

test('figures are within their scales', () => {
  const scale = [1, 2, 3, 4, 5]
  expect(
    broken((project) => [
      ...project.uncertainties.map((u) => {
        const figures = [u.probability, u.consequence, u.probabilityAfter, u.consequenceAfter]
        return figures.some((figure) => !scale.includes(figure)) && `«${u.title}» is off the scale`
      }),
      ...project.uncertainties.map(
        (u) =>
          u.kind === 'risk' &&
          u.probabilityAfter * u.consequenceAfter > u.probability * u.consequence &&
          `«${u.title}» is worse after its actions`,
      ),
      ...project.uncertainties.map((u) => {
        const isForOpportunity = u.strategy === 'increase' || u.strategy === 'exploit'
        return isForOpportunity && u.kind === 'risk' && `«${u.title}» is a risk to be ${u.strategy}d`
      }),
      ...project.unGoals.map((goal) => !(goal >= 1 && goal <= 17 && Number.isInteger(goal)) && `UN goal ${goal}`),
      ...project.benefits.map((b) => b.indicator && b.indicator.start === b.indicator.target && `«${b.title}» has nowhere to go`),
      ...project.budgets.map(
        (line) => Math.min(line.budgetNok, line.costNok, line.forecastNok) < 0 && `${line.year} is negative`,
      ),
      ...project.budgets.map((line) => line.year > 2026 && line.costNok > 0 && `${line.year} has costs already`),
      ...project.deliverables.map((d) => d.endOn < d.startOn && `«${d.title}» ends before it starts`),
      ...project.milestones.map(
        (m) => (m.status === 'achieved') !== (m.actualOn !== undefined) && `«${m.title}» is ${m.status}, reached ${m.actualOn}`,
      ),
      ...(project.report?.costs.map(
        (c) => c.planned === undefined && c.actual === undefined && `cost ${c.kind} ${c.year} says nothing`,
      ) ?? []),
    ]),
  ).toEqual([])
})

test('what is not relevant says why', () => {
  expect(
    broken((project) => project.checklist.map((item) => item.status === 'not_relevant' && !item.reason?.trim() && item.text)),
  ).toEqual([])
})

test('collaborations exist and the municipality is a member, as are those who reuse what is shared there', () => {
  expect(
    broken((project, { number }) => {
      const own = project.collaboration ?? collaborations.find((collaboration) => collaboration.members.includes(number))?.slug
      const members = collaborations.find((collaboration) => collaboration.slug === own)?.members
      const needsOne = project.visibility === 'collaboration' || project.report?.visibility === 'collaboration'
      return [
        (needsOne || project.collaboration !== undefined) &&
          !members?.includes(number) &&
          `not a member of ${own ?? 'any collaboration'}`,
        ...(project.report?.visibility === 'collaboration'
          ? (project.report.reusedBy?.map(
              (reuse) => !members?.includes(reuse.number) && `${reuse.number} reuses what it cannot read`,
            ) ?? [])
          : []),
      ]
    }),
  ).toEqual([])
})

test('reuse is by others of the demo, once each, after the report was published', () => {
  const taking = new Set(municipalities.map((municipality) => municipality.number))
  expect(
    broken(({ report }, { number }) => [
      ...repeated(report?.reusedBy?.map((reuse) => `${reuse.number} reuses twice`) ?? []),
      ...(report?.reusedBy ?? []).flatMap((reuse) => [
        reuse.number === number && 'reuses its own',
        !taking.has(reuse.number) && `${reuse.number} takes no part`,
        report !== undefined && reuse.since < report.publishedOn && `${reuse.number} reused before it was published`,
      ]),
      report?.visibility === 'municipality' && report.reusedBy && 'is reused though unshared',
    ]),
  ).toEqual([])
})

test('reports can be read to the end, and their addresses are plain', () => {
  for (const { report, ...entry } of reports) {
    const name = namesOf(entry)
    expect(report.slug, name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(report.title.length, name).toBeLessThanOrEqual(200)
    expect(report.summary.length, name).toBeGreaterThan(80)
    for (const text of [report.wouldChange, report.need, report.steward.role, report.steward.contact, ...report.firstSteps]) {
      expect(text.trim(), name).not.toBe('')
    }
    expect(report.confirmedOn >= report.publishedOn, name).toBe(true)
    expect(report.parts.length, name).toBeGreaterThan(0)
  }
})

test('no text is filler', () => {
  expect(JSON.stringify(municipalities)).not.toMatch(/lorem ipsum|prosjekt \d+"|todo|xxx/i)
})

test('featured cases are open to all', () => {
  for (const { slug } of featuredCases)
    expect(reports.find(({ report }) => report.slug === slug)?.report.visibility, slug).toBe('open')
})
