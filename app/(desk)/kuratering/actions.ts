'use server'
import { redirect } from 'next/navigation'
import { featureReport, moveFeature, unfeatureReport } from '@/lib/curation/commands'
import { featureInput, moveFeatureInput, unfeatureInput } from '@/lib/curation/input'
import { command } from '@/lib/platform/command'

export const feature = command(featureInput, featureReport, () => redirect('/kuratering'))
export const unfeature = command(unfeatureInput, unfeatureReport, () => redirect('/kuratering'))
export const move = command(moveFeatureInput, moveFeature, () => redirect('/kuratering#utvalgte'))
