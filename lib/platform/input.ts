import { z } from 'zod'
import { storable } from './storable'

/** A day somebody can mean: from 1900 to 2199. The database knows no year 0, and a fifth digit is a slip. */
export const day = z.iso.date('errors.date').refine((typed) => typed >= '1900-01-01' && typed < '2200-01-01', 'errors.date')

/** The version somebody changes: a whole number that the database could have counted to. */
export const version = z.coerce.number().int().min(0).max(2_147_483_647)

/** A text that stands in an address: what is too long to be meant, or is none, is read as nothing said. */
export const asked = (longest: number) => z.string().trim().max(longest).transform(storable).catch('')
