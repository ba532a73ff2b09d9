'use server'
import { redirect } from 'next/navigation'
import { changePhaseModel, createPhaseModel, setModelActive } from '@/lib/phase-models/commands'
import { modelActiveInput, newPhaseModelInput, phaseModelInput } from '@/lib/phase-models/input'
import { command } from '@/lib/platform/command'

const home = (id: string) => `/maler/fasemodeller/${id}?ok=lagret`

export const create = command(newPhaseModelInput, createPhaseModel, ({ modelId }) => redirect(home(modelId)))
export const change = command(phaseModelInput, changePhaseModel, ({ modelId }) => redirect(home(modelId)))
export const activate = command(modelActiveInput, setModelActive, (_, { modelId }) => redirect(home(modelId)))
