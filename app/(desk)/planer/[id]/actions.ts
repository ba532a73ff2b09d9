'use server'
import { redirect } from 'next/navigation'
import { joinPlan, leavePlan } from '@/lib/plans/commands'
import { interestInput, leaveInput } from '@/lib/plans/input'
import { command } from '@/lib/platform/command'

export const join = command(interestInput, joinPlan, () => redirect('/planer?ok=med'))
export const leave = command(leaveInput, leavePlan, () => redirect('/planer?ok=ute'))
