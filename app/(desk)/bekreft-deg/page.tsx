import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeader } from '@/components/ui/page-header'
import { confirmationQuery } from '@/lib/platform/auth/input'
import { safePath } from '@/lib/platform/auth/rules'
import { requirePerson } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('confirmation.title'), robots: { index: false } }
}

/** Before something that opens the house to others: somebody who is signed in proves once more that it is they, and goes back to the form. */
export default async function ConfirmationPage({ searchParams }: Props) {
  const { neste, feil, ref } = confirmationQuery.parse(await searchParams)
  const next = safePath(neste, '/min-side')
  const who = await requirePerson(next)
  const t = await getTranslator()
  return (
    <div className="page">
      <PageHeader title={t('confirmation.title')} lead={t('confirmation.lead', { name: who.name })} />
      {feil && (
        <p role="alert" className="ds-alert mb-6 max-w-3xl" data-color="danger">
          {t(`signIn.fail.${feil}`)} {ref && `${t('errors.reference')}: ${ref}`}
        </p>
      )}
      <form action="/bekreft-deg/start" method="post" className="flex flex-wrap items-center gap-4 pb-10">
        <input type="hidden" name="neste" value={next} />
        <button type="submit" className="ds-button">
          {t('confirmation.button')}
        </button>
        <Link href={next} prefetch={false} className="underline underline-offset-4">
          {t('confirmation.back')}
        </Link>
      </form>
    </div>
  )
}
