'use client'
import { createContext, useContext } from 'react'

const Owner = createContext('')

/** Says whose forms these are, so that nobody is offered what another has typed in the same browser. */
export function DraftOwner({ id, children }: { id: string; children: React.ReactNode }) {
  return <Owner value={id}>{children}</Owner>
}

export const useDraftOwner = () => useContext(Owner)
