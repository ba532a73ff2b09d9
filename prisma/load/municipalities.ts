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

/** Brings the municipalities up to date, found again by organisation number. */
export async function loadMunicipalities(tx: Tx): Promise<string> {
  const rows = await registeredMunicipalities()
  const known = new Set(
    (await tx.municipality.findMany({ select: { organisationNumber: true } })).map((m) => m.organisationNumber),
  )
  await tx.municipality.createMany({ data: rows.filter((row) => !known.has(row.organisationNumber)) })
  for (const row of rows.filter((row) => known.has(row.organisationNumber))) {
    await tx.municipality.update({ where: { organisationNumber: row.organisationNumber }, data: row, select: { id: true } })
  }
  return `${rows.length} municipalities`
}
