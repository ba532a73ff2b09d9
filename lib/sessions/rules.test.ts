import { describe, expect, test } from 'vitest'
import { asked, secondsToAsk, type Watch, waved } from './rules'

const minute = 60
const quiet = (idle: number, life: number): Watch => ({ kind: 'quiet', left: { idle, life } })

describe('S3 an open page', () => {
  test('asks again when there are three minutes left, and warns then', () => {
    expect(secondsToAsk(quiet(30 * minute, 8 * 60 * minute))).toBe(27 * minute + 1)
    expect(asked(quiet(30 * minute, 8 * 60 * minute), { idle: 170, life: 9000 })).toEqual({
      kind: 'warning',
      left: { idle: 170, life: 9000 },
      isAtEnd: false,
    })
  })

  test('is quiet again where another tab has gone on', () => {
    const warning = asked(quiet(200, 9000), { idle: 100, life: 9000 })
    expect(asked(warning, { idle: 1700, life: 9000 })).toEqual(quiet(1700, 9000))
  })

  test('says once that the session has lasted as long as it may, and then waits until it is over', () => {
    const warning = asked(quiet(200, 200), { idle: 120, life: 120 })
    expect(warning).toMatchObject({ kind: 'warning', isAtEnd: true })
    const warned = waved(warning)
    expect(secondsToAsk(warned)).toBe(121)
    // Whoever opens the lid of the machine makes the page ask too.
    expect(asked(warned, { idle: 60, life: 60 })).toMatchObject({ kind: 'warned' })
    expect(asked(warned, null)).toEqual({ kind: 'over' })
  })

  test('that is waved away says when it is over all the same', () => {
    const warned = waved(asked(quiet(200, 9000), { idle: 120, life: 9000 }))
    expect(warned).toMatchObject({ kind: 'warned' })
    expect(asked(warned, null)).toEqual({ kind: 'over' })
  })

  test('where the reader stays after the session is over is left alone', () => {
    const stays = waved({ kind: 'over' })
    expect(secondsToAsk(stays)).toBeNull()
    expect(asked(stays, null)).toEqual(stays)
    // Somebody who has signed in again in another tab is watched over again.
    expect(asked(stays, { idle: 1800, life: 9000 })).toEqual(quiet(1800, 9000))
    expect(secondsToAsk({ kind: 'over' })).toBeNull()
  })
})
