import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PrerequisiteKind } from '@/generated/prisma/enums'
import { askedIn, names, readPrerequisite } from './rules'

describe('a line among the prerequisites', () => {
  test.each([
    ['Minst 5 000 innbyggere', 'size', ''],
    ['ID-porten og SvarUt i bruk', 'system', 'ID-porten, SvarUt'],
    ['FEIDE-konto til alle tilsette', 'system', 'Feide'],
    ['Sak- og arkivsystem som følger Noark 5', 'system', 'Noark 5'],
    ['LoRaWAN i kommunens eget nett', 'system', 'LoRaWAN'],
    ['Godkjent DPIA', 'document', 'DPIA'],
    ['Avtale med nabokommunen', 'agreement', ''],
    ['Skriftlig samarbeidsavtale', 'agreement', ''],
    ['Personvernombud med tid til å delta', 'role', 'Personvernombud'],
    ['En leder som tåler at øvelsen viser feil', 'role', ''],
    ['Manuell rutine som faktisk kan brukes', 'document', ''],
    ['Låst skap på hver avdeling', 'other', ''],
  ])('«%s» is of kind %s', (text, kind, value) => {
    expect(readPrerequisite(text, ['LoRaWAN'])).toEqual({ text, kind, value })
  })

  test('names a system by whole words, however they are joined', () => {
    expect(names('Feide 2', 'FEIDE')).toBe(true)
    expect(names('e-byggesak-løsning', 'eByggeSak')).toBe(true)
    expect(names('ID-portens regler', 'ID-porten')).toBe(true)
    expect(names('Responssenter med R', 'R')).toBe(true)
    expect(names('Responssenter', 'R')).toBe(false)
    expect(names('alt', '–')).toBe(false)
  })

  test('asks for each of its systems by itself, once', () => {
    const asked = askedIn({ text: 'ID-porten, SvarUt og id porten', kind: 'system', value: 'ID-porten, SvarUt, Id porten' })
    expect(asked.map(({ subject }) => subject)).toEqual(['system:idporten', 'system:svarut'])
  })

  test('asks for a size in its own field before one in its words', () => {
    const [asked] = askedIn({ text: 'Stor nok, minst 900 innbyggere', kind: 'size', value: '5 000' })
    expect(asked).toMatchObject({ size: { least: 5000, most: null }, subject: 'size:5000-' })
    expect(askedIn({ text: 'Stor nok', kind: 'size', value: '' })).toMatchObject([{ kind: 'other', subject: 'line:stornok' }])
  })

  test('keeps its words, and asks for something that can be remembered, whatever is written', () => {
    const text = fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' })
    fc.assert(
      fc.property(text, fc.constantFrom(...Object.values(PrerequisiteKind)), text, (line, kind, value) => {
        expect(readPrerequisite(line).text).toBe(line)
        for (const prerequisite of [readPrerequisite(line), { text: line, kind, value }]) {
          const subjects = askedIn(prerequisite).map(({ subject }) => subject)
          expect(new Set(subjects).size).toBe(subjects.length)
          for (const subject of subjects) expect(subject).toMatch(/^(system|agreement|role|document|other|line|size):.{0,150}$/u)
        }
      }),
    )
  })
})
