/** A phase of a model as it is typed. */
export interface PhaseDraft {
  /** Of a phase that was there before; empty for a new one. */
  code: string
  nameNb: string
  nameNn: string
  nameEn: string
  gate: string
  hasStages: boolean
  checklist: CheckDraft[]
}

export interface CheckDraft {
  textNb: string
  textNn: string
  isMandatory: boolean
}

/** The most phases of a model, and points of a phase. */
export const most = { phases: 20, checks: 50 }

const isBlank = (...texts: string[]) => texts.every((text) => text.trim() === '')

/** A line that nobody has written anything in. */
export const isBlankCheck = (check: CheckDraft) => isBlank(check.textNb, check.textNn)

/** A phase that nobody has written anything in. */
export const isBlankPhase = (phase: PhaseDraft) =>
  isBlank(phase.nameNb, phase.nameNn, phase.nameEn, phase.gate) && phase.checklist.every(isBlankCheck)

/** A phase by its code keeps it, whatever it is called; a new one gets its name, so that the code reads as a word. No two are alike. */
export function withCodes<P extends Pick<PhaseDraft, 'code' | 'nameNb'>>(phases: readonly P[]): P[] {
  const taken = new Set<string>()
  const free = (wanted: string) => {
    for (let number = 1; ; number++) {
      const code = number === 1 ? wanted : `${wanted} ${number}`
      if (!taken.has(code)) return code
    }
  }
  // Those that have a code come first: none loses it to a new one.
  const kept = phases.map((phase) => {
    const code = phase.code !== '' && !taken.has(phase.code) ? phase.code : ''
    if (code) taken.add(code)
    return code
  })
  return phases.map((phase, index) => {
    const code = kept[index] || free(wordsOf(phase.nameNb))
    taken.add(code)
    return { ...phase, code }
  })
}

/** Letters, digits and spaces alone: a code stands in addresses. */
const wordsOf = (name: string) =>
  name
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 60) || 'fase'

/** The fields of a model as a form sends them, by name. */
export function formValues({ name, phases }: { name: string; phases: readonly PhaseDraft[] }): Record<string, string> {
  const values: Record<string, string> = { name }
  for (const [index, { checklist, hasStages, ...texts }] of phases.entries()) {
    for (const [field, text] of Object.entries(texts)) values[`phases.${index}.${field}`] = text
    if (hasStages) values[`phases.${index}.hasStages`] = 'on'
    for (const [line, { isMandatory, ...check }] of checklist.entries()) {
      for (const [field, text] of Object.entries(check)) values[`phases.${index}.checklist.${line}.${field}`] = text
      if (isMandatory) values[`phases.${index}.checklist.${line}.isMandatory`] = 'on'
    }
  }
  return values
}

/** The way back: what was typed, with blank lines too, as phases in order. */
export function phasesOf(values: Record<string, string | string[]>): PhaseDraft[] {
  const text = (name: string) => String(values[name] ?? '')
  const places = (prefix: string) => {
    const found = Object.keys(values).flatMap((name) => {
      const place = name.startsWith(prefix) ? /^\d+/.exec(name.slice(prefix.length)) : null
      return place ? [Number(place[0])] : []
    })
    return [...new Set(found)].sort((a, b) => a - b)
  }
  return places('phases.').map((index) => {
    const at = `phases.${index}.`
    return {
      code: text(`${at}code`),
      nameNb: text(`${at}nameNb`),
      nameNn: text(`${at}nameNn`),
      nameEn: text(`${at}nameEn`),
      gate: text(`${at}gate`),
      hasStages: text(`${at}hasStages`) === 'on',
      checklist: places(`${at}checklist.`).map((line) => ({
        textNb: text(`${at}checklist.${line}.textNb`),
        textNn: text(`${at}checklist.${line}.textNn`),
        isMandatory: text(`${at}checklist.${line}.isMandatory`) === 'on',
      })),
    }
  })
}
