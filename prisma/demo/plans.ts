import type { PlanWish } from '@/generated/prisma/enums'

interface DemoInterest {
  number: string
  wants: PlanWish[]
  text: string
  role: string
}

interface DemoPlan {
  /** The municipality, and its number for the project. */
  municipality: string
  project: string
  /** How long until it begins. */
  inDays: number
  wants: PlanWish[]
  text: string
  role: string
  contact: string
  interests: DemoInterest[]
}

/** What municipalities let each other see that they plan, and who has said that they are in. */
export const plans: DemoPlan[] = [
  {
    ...{ municipality: '3203', project: '2026-009', inDays: 45, wants: ['share', 'procure'] },
    text: 'Vi skal kjøpe bookingløsning og låser i samme runde, og vil gjerne ha med flere på rammeavtalen.',
    ...{ role: 'Prosjektleder for booking', contact: 'booking@asker.example' },
    interests: [
      {
        ...{ number: '4620', wants: ['procure'], role: 'Rådgjevar for kultur' },
        text: 'Vi har eitt grendehus, men vil gjerne vere med på avtalen.',
      },
    ],
  },
  {
    ...{ municipality: '4620', project: '2026-003', inDays: 90, wants: ['talk'] },
    text: 'Eitt hus, mange nøklar. Kva gjer andre små kommunar?',
    ...{ role: 'Rådgjevar for kultur', contact: 'kultur@ulvik.example' },
    interests: [],
  },
  {
    ...{ municipality: '4640', project: '2026-021', inDays: 60, wants: ['share', 'talk'] },
    text: 'Vi vil ope biblioteket utan vakt frå sommaren.',
    ...{ role: 'Biblioteksjef', contact: 'bibliotek@sogndal.example' },
    interests: [],
  },
  {
    ...{ municipality: '3403', project: '2026-023', inDays: 120, wants: ['procure', 'talk'] },
    text: 'Avtalen vår går ut neste høst. Vi lager kravspesifikasjonen nå.',
    ...{ role: 'Virksomhetsleder byggesak', contact: 'byggesak@hamar.example' },
    interests: [],
  },
  {
    ...{ municipality: '4202', project: '2026-012', inDays: 150, wants: ['share'] },
    text: 'Vi ser etter kommuner som har valgt ut få tall som ledere faktisk bruker.',
    ...{ role: 'Økonomisjef', contact: 'okonomi@grimstad.example' },
    interests: [],
  },
]
