'use server'
import { redirect } from 'next/navigation'
import { markNeed, reopenNeed } from '@/lib/curation/cockpit/commands'
import { needInput, takeInput } from '@/lib/curation/cockpit/input'
import { command } from '@/lib/platform/command'
import { judgeReply, reviewReport } from '@/lib/reviews/commands'
import { markedInput, reviewInput, verdictInput } from '@/lib/reviews/input'

export const review = command(reviewInput, reviewReport, () => redirect('/kuratering/gjennomgang?ok=lagret'))
export const judge = command(verdictInput, judgeReply, () => redirect('/kuratering/gjennomgang?vis=kommentert&ok=lagret'))

/** The report comes along in the address of the page one goes back to. */
const back = (_: unknown, { slug }: { slug: string }) => redirect(`/kuratering/gjennomgang/${slug}`)
export const begin = command(takeInput.extend(markedInput), markNeed, back)
export const letGo = command(needInput.extend(markedInput), (actor, { slug: _, ...need }) => reopenNeed(actor, need), back)
