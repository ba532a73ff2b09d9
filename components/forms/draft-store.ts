/** What was typed in a form and not sent, or sent and not accepted. */
export interface Draft {
  version: number
  /** When it was sent, in milliseconds; null while it has not been. */
  sentAt: number | null
  values: [string, string][]
}

// A browser may keep nothing, be full, or hold what another version of the page wrote: then there is no draft, and no harm done.

const prefix = 'delt:kladd:'

/** The place of a draft: whose it is, and in which form. */
export const draftKey = (owner: string, name: string) => `${prefix}${owner}:${name}`

export function storedDraft(key: string): Draft | null {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null
    return found && Array.isArray(found.values) && typeof found.version === 'number' ? found : null
  } catch {
    return null
  }
}

export function keepDraft(key: string, draft: Draft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    forgetDraft(key)
  }
}

export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}

/** Takes away all that somebody has typed in this browser, as when they leave it to others. */
export function forgetDraftsOf(owner: string): void {
  try {
    const own = Object.keys(localStorage).filter((key) => key.startsWith(draftKey(owner, '')))
    for (const key of own) localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
