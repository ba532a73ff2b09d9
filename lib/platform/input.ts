import { z } from 'zod'

/** A day somebody can mean: from 1900 to 2199. The database knows no year 0, and a fifth digit is a slip. */
export const day = z.iso.date('errors.date').refine((typed) => typed >= '1900-01-01' && typed < '2200-01-01', 'errors.date')

/** The version somebody changes: a whole number that the database could have counted to. */
export const version = z.coerce.number().int().min(0).max(2_147_483_647)
