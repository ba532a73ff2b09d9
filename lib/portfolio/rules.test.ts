import { expect, test } from 'vitest'
import { severityOf } from './rules'

test('unknown economy is neither good nor bad', () => {
  expect(severityOf('economy', 'unknown')).toBe('none')
  expect(severityOf('progress', 'delayed')).toBe('bad')
})
