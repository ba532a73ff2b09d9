import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byLikeness, type ComparedMunicipality, heaviest, likeness, traitLikeness, traits, type Weights } from './rules'

const few = (...words: string[]) => fc.subarray(words)
const municipality: fc.Arbitrary<ComparedMunicipality> = fc.record({
  id: fc.uuid(),
  number: fc.constant('4202'),
  name: fc.constant('Grimstad'),
  county: fc.constantFrom('Agder', 'Vestland', 'Finnmark'),
  population: fc.integer({ min: 150, max: 720_000 }),
  centralityClass: fc.integer({ min: 1, max: 6 }),
  kostraGroup: fc.constantFrom('EKG01', 'EKG07', 'EKG13'),
  collaborations: few('IKT Agder', 'DDV'),
  technologies: few('ID-porten', 'KS FIKS', 'LoRaWAN', 'FEIDE'),
})
const weight = fc.integer({ min: 0, max: heaviest })
const weights: fc.Arbitrary<Weights> = fc
  .tuple(weight, weight, weight, weight, weight, weight)
  .map((values) => Object.fromEntries(traits.map((trait, index) => [trait, values[index] ?? 0])) as Weights)

const grimstad: ComparedMunicipality = {
  id: '1',
  number: '4202',
  name: 'Grimstad',
  county: 'Agder',
  population: 25_000,
  centralityClass: 3,
  kostraGroup: 'EKG07',
  collaborations: ['IKT Agder'],
  technologies: ['ID-porten', 'KS FIKS'],
}

describe('likeness', () => {
  test('is between 0 and 1, and the same both ways', () => {
    fc.assert(
      fc.property(municipality, municipality, weights, (a, b, counted) => {
        const { score } = likeness(a, b, counted)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1 + 1e-9)
        expect(likeness(b, a, counted).score).toBeCloseTo(score, 12)
      }),
    )
  })

  test('with oneself is whole, whatever counts', () => {
    fc.assert(
      fc.property(municipality, weights, (a, counted) => {
        const compared = traits.some((trait) => counted[trait] > 0 && traitLikeness(a, a, trait) !== null)
        expect(likeness(a, a, counted).score).toBeCloseTo(compared ? 1 : 0, 12)
      }),
    )
  })

  test('never falls as the populations come nearer to each other', () => {
    fc.assert(
      fc.property(municipality, municipality, fc.double({ min: 0, max: 1, noNaN: true }), weights, (a, b, share, counted) => {
        const nearer = { ...b, population: a.population * (b.population / a.population) ** share }
        expect(likeness(a, nearer, counted).score).toBeGreaterThanOrEqual(likeness(a, b, counted).score - 1e-9)
      }),
    )
  })

  test('never falls when one more thing is shared', () => {
    fc.assert(
      fc.property(municipality, municipality, weights, (a, b, counted) => {
        const [one, other] = [a, b].map((town) => ({ ...town, technologies: [...town.technologies, 'Noark 5'] }))
        const [before, after] = [likeness(a, b, counted), likeness(one ?? a, other ?? b, counted)]
        const hadSome = a.technologies.length + b.technologies.length > 0
        if (hadSome) expect(after.score).toBeGreaterThanOrEqual(before.score - 1e-9)
        expect(likeness(a, { ...b, county: a.county }, counted).score).toBeGreaterThanOrEqual(before.score - 1e-9)
        expect(likeness(a, { ...b, kostraGroup: a.kostraGroup }, counted).score).toBeGreaterThanOrEqual(before.score - 1e-9)
      }),
    )
  })

  test('what does not count changes nothing and is no reason', () => {
    fc.assert(
      fc.property(municipality, municipality, weights, fc.constantFrom(...traits), (a, b, counted, trait) => {
        const without = { ...counted, [trait]: 0 }
        const other = { ...b, [trait === 'county' ? 'county' : 'name']: 'noe annet' }
        if (trait === 'county') expect(likeness(a, other, without).score).toBeCloseTo(likeness(a, b, without).score, 12)
        expect(likeness(a, b, without).reasons.map((reason) => reason.trait)).not.toContain(trait)
      }),
    )
  })

  test('says why, the strongest first', () => {
    const lillesand = { ...grimstad, id: '2', population: 18_000, kostraGroup: 'EKG08', centralityClass: 4 }
    expect(likeness(grimstad, lillesand).reasons).toEqual([
      { trait: 'population', population: 18_000 },
      { trait: 'centrality', isSame: false },
      { trait: 'county', county: 'Agder' },
      { trait: 'collaborations', names: ['IKT Agder'] },
      { trait: 'technologies', names: ['ID-porten', 'KS FIKS'] },
    ])
    const oslo = { ...grimstad, id: '3', population: 717_710, county: 'Oslo', kostraGroup: 'EKG13', centralityClass: 1 }
    expect(likeness(grimstad, { ...oslo, collaborations: [], technologies: [] }).reasons).toEqual([])
  })
})

test('the most alike come first, and never oneself', () => {
  fc.assert(
    fc.property(municipality, fc.array(municipality), weights, (self, others, counted) => {
      const found = byLikeness(self, [self, ...others], counted)
      expect(found.map((one) => one.municipality.id)).not.toContain(self.id)
      const scores = found.map(({ score }) => score)
      expect(scores).toEqual(scores.toSorted((x, y) => y - x))
    }),
  )
})
