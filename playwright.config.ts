import { defineConfig, devices } from '@playwright/test'
import { browserArguments, findBrowser } from './e2e/browser'

// The app and its database are started by `npm test`, which says where it runs.
export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  fullyParallel: true,
  // Whoever drives a browser as a person does is now and then overtaken by it. What passes at the second try is told of in the end.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.E2E_ORIGIN ?? 'http://localhost:3000',
    viewport: { width: 1440, height: 900 },
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findBrowser(), args: browserArguments },
  },
})
