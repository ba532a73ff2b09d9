import { newSetupLink, setupAddress } from '../../lib/platform/auth/setup-link'
import { newId } from '../../lib/platform/ids'
import { ownerClient } from '../../prisma/load/client'
import { approveNational, inviteNational } from './first-operator'

// `npm run operator -- invite NAME EMAIL`: a link for the first operator. `npm run operator -- approve`: takes the connection of KommIT into use that
// they have set up and sent. For a new installation, by whoever holds its database; after that, operators do both at /drift.

const [what, name = '', email = ''] = process.argv.slice(2)
const prisma = ownerClient(process.env.DATABASE_URL ?? '')
try {
  if (what === 'invite' && name !== '' && /^\S+@\S+$/.test(email)) {
    const { token, ...link } = newSetupLink()
    await inviteNational(prisma, { id: newId(), name, email: email.toLowerCase(), ...link })
    console.log(`✓ Send this to ${name}. It works once, within seven days:`)
    console.log(`  ${setupAddress(process.env.APP_ORIGIN || 'http://localhost:3000', token)}`)
  } else if (what === 'approve') {
    for (const { issuer, tester, seated } of await approveNational(prisma))
      console.log(`✓ ${issuer} is in use, tried by ${tester}. ${seated} may come in at /logg-inn/kommit.`)
  } else {
    console.error('Usage: npm run operator -- invite "Full Name" name@kommit.example\n       npm run operator -- approve')
    process.exitCode = 2
  }
} catch (error) {
  console.error(`✗ ${(error as Error).message}`)
  process.exitCode = 1
} finally {
  await prisma.$disconnect()
}
