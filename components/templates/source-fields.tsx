'use client'
import { useTranslations } from 'use-intl'
import { type Choice, Choices, TextField } from '@/components/forms/field'

interface Props {
  /** Every project as it stands in the list. */
  projects: string[]
  kinds: Choice[]
}

/** The project a template is taken from, found by typing a little of it, and the parts to bring along. All from the start. */
export function SourceFields({ projects, kinds }: Props) {
  const t = useTranslations('templates')
  return (
    <>
      <TextField name="project" label={t('project')} hint={t('projectHint')} list="prosjektene" isRequired />
      <datalist id="prosjektene">
        {projects.map((project) => (
          <option key={project} value={project} />
        ))}
      </datalist>
      <Choices name="parts[]" legend={t('parts')} initial={kinds.map((kind) => kind.value)} choices={kinds} isRequired />
    </>
  )
}
