/** The fictitious people of KommIT. They belong to no municipality. */
export const kommitPeople: { key: string; name: string; title: string; roles: ('advisor' | 'operator')[] }[] = [
  { key: 'solveig', name: 'Solveig Nygård', title: 'Rådgiver, KommIT', roles: ['advisor'] },
  { key: 'turid', name: 'Turid Hovland', title: 'Driftsansvarlig, KommIT', roles: ['operator'] },
  { key: 'henrik', name: 'Henrik Dahle', title: 'Seniorrådgiver, KommIT', roles: ['advisor'] },
]
