import { z } from 'zod'
import { Licence, ReportDocumentKind, Visibility } from '@/generated/prisma/enums'
import { type DocumentChoice, mostDocuments } from './rules'

const sent = z.object({
  take: z.literal('on').optional(),
  number: z.coerce.number('errors.unknown').int('errors.unknown').min(1, 'errors.unknown'),
  kind: z.enum(ReportDocumentKind, 'errors.unknown'),
  licence: z.enum(Licence, 'errors.unknown'),
  audience: z.enum(['same', ...Object.values(Visibility)], 'errors.unknown').default('same'),
})

/** The documents of the project by their ids, as the form has them; those that are ticked follow the report. */
export const documentChoices = z
  .record(z.uuid(), sent)
  .default({})
  .transform((documents) =>
    Object.entries(documents).flatMap(([documentId, { take, audience, ...choice }]): DocumentChoice[] =>
      take ? [{ documentId, ...choice, visibility: audience === 'same' ? null : audience }] : [],
    ),
  )
  .refine((chosen) => chosen.length <= mostDocuments, 'errors.tooManyDocuments')
