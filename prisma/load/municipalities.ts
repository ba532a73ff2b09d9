import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/platform/db'
import { parseCsv } from './csv'

/** The register counts the population on 1 January of this year. */
const populationYear = 2026

const file = fileURLToPath(new URL('../register/municipalities.csv', import.meta.url))

type Row = Prisma.MunicipalityCreateManyInput & { parallelNames: string[] }

/** The rows of the register, as the database keeps them. */
export async function registeredMunicipalities(): Promise<Row[]> {
  return parseCsv(await readFile(file, 'utf8')).map((record) => {
    const column = (name: string) => {
      const value = record[name]
      if (value === undefined) throw new Error(`The register has no column ${name}`)
      return value
    }
    return {
      number: column('number'),
      organisationNumber: column('organisation_number'),
      name: column('name'),
      displayName: column('display_name'),
      parallelNames: column('parallel_names').split(' | ').filter(Boolean),
      designation: column('designation'),
      countyNumber: column('county_number'),
      county: column('county'),
      administrativeCentre: column('administrative_centre'),
      population: Number(column('population_2026')),
      populationYear,
      areaKm2: Number(column('area_km2')),
      samiArea: column('sami_area') || null,
      writtenNorm: column('written_norm'),
      kostraGroup: column('kostra_group'),
      centralityClass: Number(column('centrality_class')),
      emailDomain: column('email_domain') || null,
      latitude: Number(column('latitude')),
      longitude: Number(column('longitude')),
    }
  })
}

/**
 * Brings the municipalities up to date, found again by organisation number. A number that is another's now is let go of first, so that two may
 * change with each other; what one was called before is remembered.
 */
export async function loadMunicipalities(tx: Tx): Promise<string> {
  return bringUpToDate(tx, await registeredMunicipalities(), new Date())
}

export async function bringUpToDate(tx: Tx, rows: Row[], now: Date): Promise<string> {
  const before = await tx.municipality.findMany({
    select: { id: true, organisationNumber: true, number: true, displayName: true },
  })
  const known = new Map(before.map((one) => [one.organisationNumber, one]))
  const wanted = new Map(rows.map((row) => [row.number, row.organisationNumber]))
  const moved = before.filter(({ number, organisationNumber }) => wanted.has(number) && wanted.get(number) !== organisationNumber)
  for (const [index, { id }] of moved.entries())
    await tx.municipality.update({ where: { id }, data: { number: await unusedNumber(tx, index) }, select: { id: true } })
  for (const row of rows) {
    const found = known.get(row.organisationNumber)
    if (!found) continue
    if (found.number !== row.number || found.displayName !== row.displayName)
      await tx.formerMunicipality.createMany({
        data: [{ municipalityId: found.id, number: found.number, name: found.displayName, untilOn: now }],
      })
    await tx.municipality.update({ where: { id: found.id }, data: row, select: { id: true } })
  }
  await tx.municipality.createMany({ data: rows.filter((row) => !known.has(row.organisationNumber)) })
  return `${rows.length} municipalities`
}

/** A number no municipality can have, for one that is no longer in the register or gets its own in a moment. */
async function unusedNumber(tx: Tx, from: number): Promise<string> {
  for (let index = from; ; index++) {
    const number = `x${index.toString(36).padStart(3, '0')}`
    if ((await tx.municipality.count({ where: { number } })) === 0) return number
  }
}
