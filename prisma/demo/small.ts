/**
 * Fictitious people of small municipalities that are not in the demo. They come by Ansattporten, which those that take part and have no door
 * of their own share: so an operator can take one in, and see the first of its people come.
 */
export const smallPeople: { key: string; name: string; title: string; number: string; organisationNumber: string }[] = [
  { key: 'utsira', name: 'Astrid Klovning', title: 'Kommunedirektør, Utsira', number: '1151', organisationNumber: '964979901' },
  { key: 'traena', name: 'Odd Selvær', title: 'IKT-ansvarlig, Træna', number: '1835', organisationNumber: '940192692' },
  { key: 'modalen', name: 'Gro Steinsland', title: 'Rådgivar, Modalen', number: '4629', organisationNumber: '964969302' },
]
