'use client'
import { useDraftOwner } from '@/components/forms/draft-owner'
import { forgetDraftsOf } from '@/components/forms/draft-store'

/** Leaves nothing behind that was typed: whoever signs out may leave the machine to others. */
export function SignOutButton({ action, text }: { action: () => Promise<void>; text: string }) {
  const owner = useDraftOwner()
  return (
    <form action={action} onSubmit={() => forgetDraftsOf(owner)}>
      <button type="submit" className="ds-button" data-variant="secondary" data-size="sm">
        {text}
      </button>
    </form>
  )
}
