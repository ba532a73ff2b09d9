import { z } from 'zod'

/** A day somebody can mean: from 1900 to 2199. The database knows no year 0, and a fifth digit is a slip. */
export const day = z.iso.date('errors.date').refine((typed) => typed >= '1900-01-01' && typed < '2200-01-01', 'errors.date')
