import { expect, test } from 'vitest'
import { findings } from '@/lib/experiences/check/rules'
import { parseSection } from '@/lib/experiences/sections'
import type { ReadReport } from '@/lib/experiences/versions/rules'
import { textsRead } from './rules'

const report: ReadReport = {
  title: 'Spør 31129956715',
  summary: 'Ring 22 33 44 55',
  outcome: 'in_operation',
  themeCode: 'byggesak',
  sections: {
    background: parseSection('background', { need: 'Skriv til kari@lillevik.kommune.no', affected: 'Alle' }),
    people: parseSection('people', {
      role: 'Byggesakssjef',
      contact: 'post@lillevik.kommune.no',
      askAbout: 'Be om Ingrid Haugland',
    }),
  },
  costs: [],
  effects: [],
  prerequisites: [{ text: 'En avtale med Ole Berg', kind: 'agreement', value: '' }],
  parts: [{ kind: 'checklist', items: ['Ring 912 34 567'] }],
}

test('all that is read of a report is looked through, section by section; the contact is meant to be there', () => {
  const found = findings(textsRead(report), []).map(({ section, kind, found }) => `${section} ${kind} ${found}`)
  expect(found).toEqual([
    'short identity 31129956715',
    'short phone 22 33 44 55',
    'background email kari@lillevik.kommune.no',
    'people name Ingrid Haugland',
    'advice name Ole Berg',
    'parts phone 912 34 567',
  ])
})

test('what the reader may not read is not looked through', () => {
  expect(findings(textsRead({ ...report, title: '', summary: '', sections: {}, prerequisites: [], parts: [] }), [])).toEqual([])
})
