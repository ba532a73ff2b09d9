import fs from 'node:fs'
import { chromium } from '@playwright/test'

/** Quiet on a machine without network or display. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** The first Chromium there is: the one named, Playwright's own, the system's. Undefined when there is none. */
export function findBrowser(): string | undefined {
  const places = [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  return places.find((place) => place && fs.existsSync(place))
}
