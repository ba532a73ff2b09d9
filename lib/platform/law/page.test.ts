import fs from 'node:fs'
import { expect, test } from 'vitest'
import { accessPage } from './page'

test('A: docs/access.md says what the law says (`npm run access` prints it anew)', () => {
  expect(fs.readFileSync('docs/access.md', 'utf8')).toBe(accessPage())
})
