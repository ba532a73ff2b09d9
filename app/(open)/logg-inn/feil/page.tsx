import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeader } from '@/components/ui/page-header'
import { openSealed } from '@/lib/platform/auth/cookies'
import { failureQuery } from '@/lib/platform/auth/input'
import { isStranger } from '@/lib/platform/auth/rules'
import { signOutAtProvider } from '@/lib/platform/auth/sign-out'
import { getTranslator, type Translator } from '@/lib/platform/i18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('signIn.failTitle') }
}

/** A sign-in that did not go through: why, and what to do next. */
export default async function SignInFailedPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [t, { kode, dor, ref }] = [await getTranslator(), failureQuery.parse(await searchParams)]
  // Signed in at the provider still: trying again would come back with the same user.
  const isKnownThere = isStranger(kode) && (await openSealed('stranger')) !== null
  return (
    <div className="page">
      <PageHeader title={t('signIn.failTitle')} lead={t(`signIn.fail.${kode}`)} />
      {ref && (
        <p className="mb-6">
          {t('errors.reference')}: <code>{ref}</code>
        </p>
      )}
      {isKnownThere && <AsAnother t={t} door={dor} />}
      <p className="flex flex-wrap items-center gap-4 pb-10">
        <Link
          href={dor ? `/logg-inn/${dor}` : '/logg-inn'}
          prefetch={false}
          className="ds-button"
          data-variant={isKnownThere ? 'secondary' : undefined}
        >
          {t('errors.tryAgain')}
        </Link>
        <Link href="/logg-inn" prefetch={false} className="underline underline-offset-4">
          {t('signIn.otherMunicipality')}
        </Link>
      </p>
    </div>
  )
}

/** Two ways out for somebody who has no session here to sign out of: to come as another, and to leave nothing open on the machine. */
function AsAnother({ t, door }: { t: Translator; door?: string }) {
  return (
    <section className="panel mb-6 grid max-w-2xl gap-4" aria-labelledby="annen">
      <h2 id="annen" className="text-lg">
        {t('signIn.strangerTitle')}
      </h2>
      <p>{t('signIn.strangerText')}</p>
      <div className="flex flex-wrap gap-3">
        {door && (
          <form action={`/logg-inn/${door}/start`} method="post">
            <input type="hidden" name="bytt" value="ja" />
            <button type="submit" className="ds-button">
              {t('signIn.asAnother')}
            </button>
          </form>
        )}
        <form action={signOutAtProvider}>
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('signIn.leaveProvider')}
          </button>
        </form>
      </div>
    </section>
  )
}
