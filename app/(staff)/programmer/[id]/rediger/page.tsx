import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { programmeFields } from '@/components/programmes/programme-fields'
import { ProgrammeForm } from '@/components/programmes/programme-form'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaff } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { programmeView } from '@/lib/programmes/queries'
import { change } from '../../actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('programmes.edit') }
}

export default async function EditProgrammePage({ params }: Props) {
  const { id } = await params
  const who = await requireStaff(`/programmer/${id}/rediger`)
  const programme = isUuid(id) ? await programmeView(who, id) : null
  if (!programme?.may.change) notFound()
  const t = await getTranslator()
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('programmes.edit')}
        crumbs={[{ href: `/programmer/${id}`, text: programme.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ProgrammeForm
        action={change}
        fields={programmeFields(t, programme, programme.people)}
        programmeId={id}
        version={programme.version}
        personId={who.personId}
        cancelHref={`/programmer/${id}`}
      />
    </div>
  )
}
