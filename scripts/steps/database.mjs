import { runTypeScript } from './command.mjs'
import { step } from './progress.mjs'

/**
 * Brings a database to today's state: migrations, the app's role, the register and, where asked, the demo content.
 * Gives the address the app connects with.
 */
export async function prepareDatabase(url, { secret, isDemo, appOrigin, idpPortBase }) {
  const { migrate, openAppDoor } = await import('../migrate.mjs')
  await step('Applying migrations', () => migrate(url))
  const { prepareQueue } = await import('./queue.mjs')
  await step('Preparing the job queue', () => prepareQueue(url))
  const appUrl = process.env.DATABASE_APP_URL || (await openAppDoor(url, secret))
  await step(isDemo ? 'Loading the register and the demo content' : 'Loading the register', () =>
    runTypeScript('prisma/load.ts', isDemo ? ['register', 'demo'] : ['register'], {
      env: { DATABASE_URL: url, AUTH_SECRET: secret, APP_ORIGIN: appOrigin, IDP_PORT_BASE: String(idpPortBase) },
    }),
  )
  return appUrl
}
