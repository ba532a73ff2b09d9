import { describe, expect, test } from 'vitest'
import type { Role } from '@/generated/prisma/enums'
import { type Actor, type Founder, visitor } from './actor'
import { type Action, may, type Relation } from './law'
import { actions, relations } from './law/table'

const here = { id: 'here', number: '6001', name: 'Fagervik', writtenNorm: 'bokmal' }
const kari = { personId: 'kari', name: 'Kari Nordmann' }
const from = (roles: Role[]): Actor => ({ ...{ kind: 'staff', ...kari, roles, municipality: here } })
const founder = (role: Role): Founder => ({ ...{ kind: 'founder', ...kari, setupId: 's', role, municipality: here } })

/** Everybody there is, in the order of the columns of the grid. */
const everybody: [who: string, actor: Actor | Founder][] = [
  ['a visitor', visitor],
  ['a founder', founder('municipality_admin')],
  ['a founding advisor', founder('advisor')],
  ['an advisor', { kind: 'advisor', ...kari, roles: ['advisor', 'portfolio_manager'] }],
  ['an operator', { kind: 'operator', ...kari, roles: ['operator', 'advisor', 'member'] }],
  ['a guest', { ...from(['municipality_admin']), home: { name: 'Lillesand' } } as Actor],
  ['an advisor let in to read', { ...from(['portfolio_reader']), advisor: { personId: 'solveig', until: new Date(0) } } as Actor],
  ['somebody without a role', from(['advisor', 'operator'])],
  ['a member', from(['member'])],
  ['a reader of the portfolio', from(['portfolio_reader'])],
  ['a portfolio manager', from(['portfolio_manager'])],
  ['an administrator', from(['municipality_admin'])],
]

/** One letter a relation. In the grid, `Y` is yes whatever one is to the thing, and `-` is no. */
const letters: Record<string, Relation> = {
  ...{ o: 'project_owner', m: 'project_manager', b: 'benefit_owner', s: 'project_support' },
  ...{ t: 'steward', i: 'stand_in', a: 'author', g: 'programme_manager', h: 'self', q: 'asked', u: 'adopter' },
}

type Place = 'own' | 'others' | 'nobody’s'
const places: Record<Place, { municipalityId?: string }> = {
  own: { municipalityId: 'here' },
  others: { municipalityId: 'elsewhere' },
  'nobody’s': {},
}

/** `any` holds whosever the thing is; what is of another place than the one written is nobody's to do. */
const grid: [action: Action, of: Place | 'any', cells: string][] = [
  //                                  visitor | founder, advisor-to-be | advisor operator | guest, let in | none member reader manager admin
  ['own.keep', 'any', '                - - - Y Y Y    -  Y      Y    Y    Y    Y'],
  ['desk.use', 'any', '                - - - - - Y    Y  Y      Y    Y    Y    Y'],
  ['news.follow', 'any', '             - - - Y - -    -  Y      Y    Y    Y    Y'],
  ['project.start', 'any', '           - - - - - -    -  -      Y    Y    Y    Y'],
  ['project.read-inside', 'own', '     - - - - - Y    Y  Y      Y    Y    Y    Y'],
  ['project.run', 'own', '             - - - - - ombs -  ombs   ombs ombs Y    Y'],
  ['project.share', 'own', '           - - - - - -    -  om     om   om   Y    Y'],
  ['project.name-owner', 'own', '      - - - - - -    -  o      o    o    Y    Y'],
  ['project.delete', 'own', '          - - - - - -    -  o      o    o    Y    Y'],
  ['gate.decide', 'own', '             - - - - - -    -  o      o    o    Y    Y'],
  ['invitation.answer', 'any', '       - - - - - Y    -  Y      Y    Y    Y    Y'],
  ['absence.register', 'any', '        - - - - - h    -  h      h    h    Y    Y'],
  ['portfolio.manage', 'any', '        - - - - - -    -  -      -    -    Y    Y'],
  ['portfolio.see-deleted', 'any', '   - - - - - -    -  -      -    -    Y    Y'],
  ['programme.make', 'any', '          - - - - - -    -  -      -    -    Y    Y'],
  ['programme.change', 'own', '        - - - - - -    -  g      g    g    Y    Y'],
  ['template.manage', 'any', '         - - - - - -    -  -      -    -    Y    Y'],
  ['idea.register', 'any', '           - - - - - -    -  -      Y    Y    Y    Y'],
  ['idea.edit', 'own', '               - - - - - -    -  -      a    a    Y    Y'],
  ['idea.assess', 'own', '             - - - - - -    -  -      -    -    Y    Y'],
  ['report.write', 'own', '            - - - - - -    -  ombs   ombs ombs Y    Y'],
  ['report.publish', 'own', '          - - - - - -    -  ombs   ombs ombs Y    Y'],
  ['report.answer-for', 'own', '       - - - - - -    -  ombsti ombsti ombsti Y    Y'],
  ['report.see-steward', 'own', '      - - - - - -    Y  Y      Y    Y    Y    Y'],
  ['report.hand-over', 'any', '        - - - - - -    -  -      -    -    Y    Y'],
  ['report.flag', 'any', '             - - - Y - -    -  Y      Y    Y    Y    Y'],
  ['report.flag-unnamed', 'any', '     Y - - - - -    -  -      -    -    -    -'],
  ['publication.approve', 'any', '     - - - - - -    -  -      -    -    Y    Y'],
  ['publication.rule', 'any', '        - - - - - -    -  -      -    -    -    Y'],
  ['sharing.copy', 'others', '         - - - - - -    -  -      Y    -    -    -'],
  ['improvement.see', 'own', '         - - - - - -    Y  Y      Y    Y    Y    Y'],
  ['improvement.exchange', 'own', '    - - - - - -    -  ombs   ombs ombs Y    Y'],
  ['reuse.say', 'others', '            - - - - - -    -  -      Y    -    -    -'],
  ['reuse.answer', 'own', '            - - - - - -    -  -      Y    -    -    -'],
  ['reuse.propose', 'own', '           - - - - - -    -  -      Y    -    -    -'],
  ['recommendation.discuss', 'any', '  - - - - - -    -  Y      Y    Y    Y    Y'],
  ['recommendation.give', 'any', '     - - - - - -    -  u      u    u    u    u'],
  ['recommendation.withdraw', 'own', ' - - - - - -    -  Y      Y    Y    Y    Y'],
  ['question.ask', 'any', '            - - - Y - -    -  -      Y    -    -    -'],
  ['question.answer', 'any', '         - - - Y - -    -  -      q    -    -    -'],
  ['fit.answer', 'any', '              - - - - - -    -  -      Y    Y    Y    Y'],
  ['plan.read', 'any', '               - - - Y Y Y    Y  Y      Y    Y    Y    Y'],
  ['plan.compare', 'any', '            - - - - - -    Y  -      Y    Y    Y    Y'],
  ['plan.share', 'own', '              - - - - - -    -  -      ombs ombs Y    Y'],
  ['plan.join', 'others', '            - - - - - -    -  -      Y    -    -    -'],
  ['plan.leave', 'any', '              - - - - - -    -  -      Y    Y    Y    Y'],
  ['people.administer', 'any', '       - - - - - -    -  -      -    -    -    Y'],
  ['advisor.let-in', 'any', '          - - - - - -    -  -      -    -    -    Y'],
  ['collaboration.choose', 'any', '    - - - - - -    -  -      -    -    -    Y'],
  ['connection.set-up', 'any', '       - Y - - - -    -  -      -    -    -    Y'],
  ['nation.operate', 'any', '          - - - - Y -    -  -      -    -    -    -'],
  ['nation.curate', 'any', '           - - - Y - -    -  -      -    -    -    -'],
  ['advisor.go-in', 'any', '           - - - Y - -    -  -      -    -    -    -'],
  ['connection.approve', 'any', '      - - - - Y -    -  -      -    -    -    -'],
]

const gives = (cell: string, relation: Relation | null) =>
  cell === 'Y' || (relation !== null && [...cell].some((letter) => letters[letter] === relation))

describe('A: the law, cell by cell', () => {
  test('the grid has a line for every action, a letter for every relation and a column for everybody', () => {
    expect(grid.map(([action]) => action)).toEqual(actions)
    expect(Object.values(letters)).toEqual(relations)
    expect(grid.filter(([, , cells]) => cells.trim().split(/\s+/).length !== everybody.length)).toEqual([])
  })

  test.each(grid)('%s', (action, of, cells) => {
    const wrong: string[] = []
    for (const place of Object.keys(places) as Place[])
      for (const [index, cell] of cells.trim().split(/\s+/).entries())
        for (const relation of [null, ...relations]) {
          const [who, actor] = everybody[index] as (typeof everybody)[number]
          const expected = (of === 'any' || of === place) && gives(cell, relation)
          const answer = may(actor, action, { ...places[place], as: relation ? [relation] : [] })
          if (answer !== expected)
            wrong.push(`${who}${relation ? ` as ${relation}` : ''} of ${place}: ${answer ? 'may' : 'may not'}`)
        }
    expect(wrong).toEqual([])
  })

  test('whoever is two things to something may what either gives, and no more', () => {
    const wrong: string[] = []
    for (const action of actions)
      for (const [who, actor] of everybody)
        for (const one of relations)
          for (const other of relations) {
            const as = (...both: Relation[]) => may(actor, action, { ...places.own, as: both })
            if (as(one, other) !== (as(one) || as(other))) wrong.push(`${action}: ${who} as ${one} and ${other}`)
          }
    expect(wrong).toEqual([])
  })

  test('whoever has two roles may what either gives, and no more', () => {
    const roles: Role[] = ['member', 'portfolio_reader', 'portfolio_manager', 'municipality_admin']
    const wrong: string[] = []
    for (const action of actions)
      for (const [place, thing] of Object.entries(places))
        for (const one of roles)
          for (const other of roles) {
            const as = (...both: Role[]) => may(from(both), action, thing)
            if (as(one, other) !== (as(one) || as(other))) wrong.push(`${action} of ${place}: ${one} and ${other}`)
          }
    expect(wrong).toEqual([])
  })
})
