export interface Piece {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** A line of either text with what differs in it, or how many lines that are alike in both are passed over. */
export type Line = { pieces: Piece[] } | { alike: number }

/** A line so short tells what the next is about: it is shown before one that differs. */
const shortLine = 8

/** The second text against the first, line by line: paragraphs, points, rows of a table. Only what differs is shown word by word. */
export function lineByLine(before: string, after: string): Line[] {
  const lines: Line[] = []
  let alike: string[] = []
  const passOver = (isChangeNext: boolean) => {
    const last = alike.at(-1)
    const isShown = isChangeNext && last !== undefined && wordsIn(last).length <= shortLine
    const passed = alike.length - (isShown ? 1 : 0)
    if (passed > 0) lines.push({ alike: passed })
    if (isShown) lines.push({ pieces: [{ kind: 'same', text: last }] })
    alike = []
  }
  for (const run of runsOf(steps(linesOf(before), linesOf(after)))) {
    if (run.same !== undefined) {
      alike.push(run.same)
      continue
    }
    passOver(true)
    lines.push(...paired(run.removed, run.added).map((pieces) => ({ pieces })))
  }
  const isChanged = lines.length > 0
  passOver(false)
  return isChanged ? lines : []
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
const wordsIn = (text: string) => text.match(/\S+/g) ?? []

type Run = { same: string } | { same?: undefined; removed: string[]; added: string[] }

/** What is taken out and put in at one place belongs together. */
function runsOf(pieces: Piece[]): Run[] {
  const runs: Run[] = []
  for (const { kind, text } of pieces) {
    if (kind === 'same') {
      runs.push({ same: text })
      continue
    }
    let last = runs.at(-1)
    if (!last || last.same !== undefined) {
      last = { removed: [], added: [] }
      runs.push(last)
    }
    last[kind].push(text)
  }
  return runs
}

/** Each line put in beside the one it most likely was; the others are new, or gone. Where none was another, the old stands before the new. */
function paired(removed: string[], added: string[]): Piece[][] {
  if (added.every((text) => likest(text, removed, 0) === null)) {
    const whole = (kind: Piece['kind']) => (text: string) => [{ kind, text }]
    return [...removed.map(whole('removed')), ...added.map(whole('added'))]
  }
  const rows: Piece[][] = []
  let next = 0
  const leaveOut = (until: number) => {
    for (; next < until; next++) rows.push([{ kind: 'removed', text: removed[next] ?? '' }])
  }
  for (const text of added) {
    const was = likest(text, removed, next)
    if (was === null) {
      rows.push([{ kind: 'added', text }])
      continue
    }
    leaveOut(was)
    rows.push(differences(removed[was] ?? '', text))
    next = was + 1
  }
  leaveOut(removed.length)
  return rows
}

/** So far ahead a line is looked for. */
const farthest = 30

function likest(text: string, among: string[], from: number): number | null {
  let [best, place]: [number, number | null] = [leastKept, null]
  for (let at = from; at < Math.min(among.length, from + farthest); at++) {
    const share = shared(among[at] ?? '', text)
    if (share >= best && (place === null || share > best)) [best, place] = [share, at]
  }
  return place
}

/** The share of words that two lines have in common. */
function shared(one: string, other: string): number {
  const [words, others] = [wordsIn(one), wordsIn(other)]
  const left = new Map<string, number>()
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of others) {
    const count = left.get(word) ?? 0
    if (count > 0) common++
    left.set(word, count - 1)
  }
  return common / Math.max(words.length, others.length, 1)
}

/** Beyond this many comparisons the middle is shown as replaced whole: still true, and never slow. */
const mostCells = 1_500_000

/** A text that keeps less than this share of its words is another text: read whole, not in crumbs. */
const leastKept = 0.3

/** The second text against the first, word by word. Same and added make the second, same and removed the first. */
export function differences(before: string, after: string): Piece[] {
  const pieces = wordByWord(before, after)
  const kept = pieces.filter(({ kind }) => kind === 'same').reduce((sum, { text }) => sum + wordsIn(text).length, 0)
  if (before === '' || after === '' || kept >= leastKept * Math.max(wordsIn(before).length, wordsIn(after).length)) return pieces
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
}

function wordByWord(before: string, after: string): Piece[] {
  const [old, current] = [before.match(/\s+|\S+/g) ?? [], after.match(/\s+|\S+/g) ?? []]
  let head = 0
  while (head < old.length && head < current.length && old[head] === current[head]) head++
  let tail = 0
  while (tail < Math.min(old.length, current.length) - head && old.at(-1 - tail) === current.at(-1 - tail)) tail++
  const pieces: Piece[] = []
  const add = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1)
    if (text === '') return
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
  add('same', old.slice(0, head).join(''))
  const [removed, added] = [old.slice(head, old.length - tail), current.slice(head, current.length - tail)]
  for (const { kind, text } of steps(removed, added)) add(kind, text)
  add('same', old.slice(old.length - tail).join(''))
  return pieces
}

/** From one row of words or lines to another, one step each: kept, taken out or put in. */
function steps(old: string[], current: string[]): Piece[] {
  const whole = (): Piece[] => [
    ...old.map((text) => ({ kind: 'removed' as const, text })),
    ...current.map((text) => ({ kind: 'added' as const, text })),
  ]
  if (old.length === 0 || current.length === 0 || old.length * current.length > mostCells) return whole()
  const width = current.length + 1
  // The length of the longest common run of words from each place on.
  const longest = new Uint16Array((old.length + 1) * width)
  const at = (row: number, column: number) => longest[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = current.length - 1; column >= 0; column--)
      longest[row * width + column] =
        old[row] === current[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  const pieces: Piece[] = []
  let [row, column] = [0, 0]
  while (row < old.length || column < current.length) {
    const [mine, theirs] = [old[row], current[column]]
    if (mine !== undefined && mine === theirs) {
      pieces.push({ kind: 'same', text: mine })
      row++
      column++
    } else if (mine !== undefined && (theirs === undefined || at(row + 1, column) >= at(row, column + 1))) {
      pieces.push({ kind: 'removed', text: mine })
      row++
    } else {
      pieces.push({ kind: 'added', text: theirs ?? '' })
      column++
    }
  }
  return pieces
}
