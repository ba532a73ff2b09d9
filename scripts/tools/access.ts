import fs from 'node:fs'
import { accessPage } from '../../lib/platform/law/page'

// `npm run access`: prints who may do what from the table of the law. Needs no database.

fs.writeFileSync('docs/access.md', accessPage())
console.log('✓ docs/access.md says who may do what.')
