export interface RegisteredCollaboration {
  slug: string
  name: string
  description: string
  /** Municipality numbers. */
  members: string[]
}

/** Collaborations known well enough to be part of the register. */
export const collaborations: RegisteredCollaboration[] = [
  {
    slug: 'ikt-agder',
    name: 'IKT Agder',
    description: 'Samarbeid om IKT og digitalisering mellom kommuner i Agder.',
    members: ['4201', '4202', '4203', '4211', '4212', '4213', '4214', '4217', '4218', '4219', '4220', '4221', '4222'],
  },
  {
    slug: 'ikt-orkide',
    name: 'IKT Orkidé',
    description: 'Samarbeid om IKT og digitalisering mellom kommuner på Nordmøre.',
    members: ['1505', '1554', '1557', '1560', '1563', '1566', '1573', '1576', '5061'],
  },
  {
    slug: 'ddv',
    name: 'DDV',
    description: 'Det digitale Vestre Agder: samarbeid om IKT og digitalisering mellom kommuner vest i Agder.',
    members: ['4204', '4205', '4206', '4207', '4225', '4226', '4227', '4228'],
  },
]
