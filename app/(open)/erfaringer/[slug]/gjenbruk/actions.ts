'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { confirmReuse, declineProposal, proposeReuse, saveReuse } from '@/lib/sharing/reuse/commands'
import { proposalAddress, proposalInput, reuseAddress, reuseInput } from '@/lib/sharing/reuse/input'

const toOverview = (): never => redirect('/gjenbruk?ok=lagret')

export const save = command(reuseInput, saveReuse, toOverview)
export const confirm = command(reuseAddress, confirmReuse, toOverview)
export const decline = command(proposalAddress, declineProposal, toOverview)
export const propose = command(proposalInput, proposeReuse)
