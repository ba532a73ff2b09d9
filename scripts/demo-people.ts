// Prints the demo people worth signing in as. Run by `npm start`.
import { municipalities } from '../prisma/demo'

const origin = process.argv[2] ?? 'http://localhost:3000'

/** The people of the main story first: who shares, who finds and copies. */
const shown: [number: string, key: string][] = [
  ['4202', 'ingrid'],
  ['4202', 'tor'],
  ['4215', 'amina'],
]

console.log('  The content is fictitious, and so are the people you can sign in as:\n')
for (const [number, key] of shown) {
  const person = municipalities
    .find((municipality) => municipality.number === number)
    ?.people.find((someone) => someone.key === key)
  if (person) console.log(`    ${person.name}, ${person.title}`.padEnd(58), `${origin}/logg-inn/${number}`)
}
console.log('    Solveig Nygård, Rådgiver, KommIT'.padEnd(58), `${origin}/logg-inn/kommit`)
console.log(`\n  ${municipalities.length} municipalities have a door of their own: ${origin}/logg-inn\n`)
