'use client'
import { createContext, useContext } from 'react'
import { type FormState, untouchedForm } from '@/lib/platform/form'

/** What the form was answered with the last time it was sent. */
export const FormContext = createContext<FormState>(untouchedForm)

/** What the form was answered with when it was sent and not accepted: what stands in it is saved nowhere yet. A new one each time. */
export function useRefusal(): FormState | null {
  const state = useContext(FormContext)
  return state.problem !== undefined || Object.keys(state.errors).length > 0 ? state : null
}
