import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { command } from './command.mjs'
import { Mendable, step } from './progress.mjs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Makes sure there is a Chromium for the end-to-end tests: one already here, else Debian's package where we may install it. */
export async function requireBrowser() {
  if (process.env.CHROMIUM_PATH && fs.existsSync(process.env.CHROMIUM_PATH)) return
  const { chromium } = await import('@playwright/test')
  if ([chromium.executablePath(), ...places].some((place) => fs.existsSync(place))) return
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (!mayInstall) {
    throw new Mendable(
      'There is no Chromium for the end-to-end tests.',
      'Install one: npx playwright install chromium, or apt-get install chromium, or set CHROMIUM_PATH.',
    )
  }
  await step('Installing Chromium (Debian package)', async () => {
    await command('apt-get', ['update'])
    await command('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    })
  })
}
