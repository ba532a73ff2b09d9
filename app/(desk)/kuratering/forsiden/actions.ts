'use server'
import { redirect } from 'next/navigation'
import { changeFeature, featureReport, moveFeature, unfeatureReport } from '@/lib/curation/features/commands'
import { changeFeatureInput, featureInput, moveFeatureInput, unfeatureInput } from '@/lib/curation/features/input'
import { command } from '@/lib/platform/command'

export const feature = command(featureInput, featureReport, () => redirect('/kuratering/forsiden?ok=lagret'))
export const change = command(changeFeatureInput, changeFeature, () => redirect('/kuratering/forsiden?ok=lagret'))
export const unfeature = command(unfeatureInput, unfeatureReport, () => redirect('/kuratering/forsiden?ok=fjernet'))
export const move = command(moveFeatureInput, moveFeature, ({ featureId }) => redirect(`/kuratering/forsiden#sak-${featureId}`))
