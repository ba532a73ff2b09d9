import { useEffect, useRef, useState } from 'react'

export interface Keyed<T> {
  key: number
  /** Where it stood when the form was shown: what is wrong with it is told by that place. */
  from: number | null
  item: T
}

/** Lines that can be added, moved and taken away. The fields keep what is typed in them, for each line keeps its key. */
export function useRows<T>(initial: readonly T[], blank: () => T) {
  const [rows, setRows] = useState<Keyed<T>[]>(() => initial.map((item, index) => ({ key: index, from: index, item })))
  const next = useRef(initial.length)
  const [focus, setFocus] = useState<string | null>(null)
  useEffect(() => {
    if (focus === null) return
    document.getElementById(focus)?.focus()
    setFocus(null)
  }, [focus])
  return {
    rows,
    /** Gives the hand to what has the id, when it is there. */
    focusOn: setFocus,
    add() {
      const key = next.current++
      setRows([...rows, { key, from: null, item: blank() }])
      return key
    },
    move(index: number, by: 1 | -1) {
      const [moved, other] = [rows[index], rows[index + by]]
      if (!moved || !other) return
      setRows(rows.map((row, at) => (at === index ? other : at === index + by ? moved : row)))
    },
    remove(key: number) {
      setRows(rows.filter((row) => row.key !== key))
    },
  }
}
