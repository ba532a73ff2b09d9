'use server'
import { revalidatePath } from 'next/cache'
import { command } from '@/lib/platform/command'
import { askEverybody, withdrawQuestion } from '@/lib/questions/commands'
import { openQuestionInput, withdrawQuestionInput } from '@/lib/questions/input'
import { savedSearchAt, saveSearchInput } from '@/lib/search/input'
import { forgetSearch, saveSearch } from '@/lib/search/saved/commands'

const afresh = () => revalidatePath('/', 'layout')

export const tell = command(saveSearchInput, saveSearch, afresh)

export const stopTelling = command(savedSearchAt, forgetSearch, afresh)

export const ask = command(openQuestionInput, askEverybody, afresh)

export const takeBack = command(withdrawQuestionInput, withdrawQuestion, afresh)
