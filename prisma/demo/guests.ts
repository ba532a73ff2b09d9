import type { ProjectRole } from '@/generated/prisma/enums'

interface DemoGuest {
  /** The municipality whose project it is, and the key of the project there. */
  host: string
  project: string
  /** Where the guest is from, and the key of the person there. */
  from: string
  person: string
  role: ProjectRole
}

/** Who takes part in a project of a partner municipality. */
export const guests: DemoGuest[] = [{ host: '4225', project: 'beredskap', from: '4204', person: 'per', role: 'project_support' }]

/** Who is asked to, and has not answered. */
export const invitations: DemoGuest[] = [
  { host: '4225', project: 'beredskap', from: '4204', person: 'nils', role: 'benefit_owner' },
]
