import { expect, test } from 'vitest'
import { isSameOrigin } from './same-origin'

const origin = 'https://delt.example.no'

test.each([
  [{ origin }, true],
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ origin: 'https://evil.example' }, false],
  [{ origin: 'null' }, false],
  [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{}, false],
])('W1 %j: %s', (sent: Record<string, string>, isOurs) => {
  expect(isSameOrigin(new Headers(sent), origin)).toBe(isOurs)
})
