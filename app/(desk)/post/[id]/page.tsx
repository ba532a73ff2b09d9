import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/ui/page-header'
import { myLetter } from '@/lib/letters/queries'
import { requireSignedIn } from '@/lib/platform/auth/session'
import { config } from '@/lib/platform/config'
import { getTranslator, type Translator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('mailbox.letter') }
}

export default async function LetterPage({ params }: Props) {
  const { id } = await params
  const who = await requireSignedIn(`/post/${id}`)
  const letter = config().isDemo && isUuid(id) ? await myLetter(who, id) : null
  if (!letter) notFound()
  const t = await getTranslator()
  return (
    <div className="page pb-10">
      <PageHeader
        title={letter.subject}
        lead={`${t('mailbox.to')} ${letter.address}`}
        crumbs={[{ href: '/post', text: t('mailbox.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {letter.html === '' ? <p className="ds-alert">{t('mailbox.cleared')}</p> : <Letter t={t} {...letter} />}
    </div>
  )
}

/** The letter is a document of its own, shown without rights: links open in the window around it. */
function Letter({ t, html, text }: { t: Translator; html: string; text: string }) {
  return (
    <>
      <iframe
        title={t('mailbox.letter')}
        sandbox="allow-top-navigation-by-user-activation"
        srcDoc={html.replace('<head>', '<head><base target="_top">')}
        className="h-[36rem] w-full max-w-3xl rounded border border-neutral-border-subtle bg-white"
      />
      <details className="mt-6 max-w-3xl">
        <summary className="py-1">text/plain</summary>
        <pre className="panel mt-2 overflow-x-auto whitespace-pre-wrap text-sm">{text}</pre>
      </details>
    </>
  )
}
