'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { confirmReport } from '@/lib/upkeep/commands'
import { confirmReportInput } from '@/lib/upkeep/input'

export const confirm = command(confirmReportInput, confirmReport, (_, { slug }) => redirect(`/erfaringer/${slug}?ok=bekreftet`))
