// The running parts of Delt, the same for `npm start`, `npm run dev` and the end-to-end tests.
import { step } from './progress.mjs'
import { waitFor } from './services.mjs'

/** Starts the local identity providers (only with demo content) and the app, and waits until both answer. */
export async function runApp(running, { port, appUrl, secret, isDemo, idpPortBase, isDev = false, show = false }) {
  const origin = `http://localhost:${port}`
  const env = {
    DATABASE_URL: '',
    DATABASE_APP_URL: appUrl,
    AUTH_SECRET: secret,
    APP_ORIGIN: process.env.APP_ORIGIN || origin,
    NEXTAUTH_URL: process.env.APP_ORIGIN || origin,
    NEXTAUTH_SECRET: secret,
    DELT_DEMO: isDemo ? '1' : '0',
    IDP_PORT_BASE: String(idpPortBase),
    NEXT_TELEMETRY_DISABLED: '1',
  }
  if (isDemo) {
    await step('Starting the local identity providers', async () => {
      running.start(
        'The local identity providers',
        process.execPath,
        ['--conditions=react-server', '--import', 'tsx', 'scripts/idp/main.ts'],
        { env },
      )
      await waitFor(`http://localhost:${idpPortBase}/.well-known/openid-configuration`, 30)
    })
  }
  await step('Starting the app', async () => {
    const args = ['node_modules/next/dist/bin/next', isDev ? 'dev' : 'start', '-p', String(port)]
    running.start('The app', process.execPath, args, { env: { ...env, NODE_ENV: isDev ? 'development' : 'production' }, show })
    await waitFor(`${origin}/api/health`, 60)
  })
  // A worker may die at any moment without anything being lost or told twice: another takes over.
  await step('Starting the worker', () =>
    running.startAgain(
      'The worker',
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', 'scripts/worker/main.ts'],
      { env, show },
    ),
  )
  return env.APP_ORIGIN
}
