import { z } from 'zod'
import { asked } from '@/lib/platform/input'

export const doorQuery = z.object({
  q: asked(60),
  neste: asked(500),
})
