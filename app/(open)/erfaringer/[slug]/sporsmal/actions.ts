'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { standpoint } from '@/app/standpoint'
import { command } from '@/lib/platform/command'
import { answerQuestion, askQuestion, withdrawQuestion } from '@/lib/questions/commands'
import { questionAnswerInput, questionInput, withdrawQuestionInput } from '@/lib/questions/input'

export const ask = command(
  questionInput,
  async (who, input) => askQuestion(who, input, await standpoint()),
  ({ slug }) => redirect(`/erfaringer/${slug}/sporsmal?ok=sendt`),
)

export const answer = command(questionAnswerInput, answerQuestion, ({ path }) => redirect(`${path}?ok=svart`))

export const withdraw = command(withdrawQuestionInput, withdrawQuestion, () => revalidatePath('/', 'layout'))
