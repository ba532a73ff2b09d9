import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** The page that is open: WCAG 2.2 AA, in both colour schemes; one heading at the top, and a title that says where one is. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('h1')).toHaveCount(1)
  await expect(page).toHaveTitle(/Delt/)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const checker = new AxeBuilder({ page })
    // Nothing but the colours is another in the dark.
    if (colorScheme === 'dark') checker.withRules('color-contrast')
    else checker.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    const { violations } = await checker.analyze()
    expect(
      violations.map(
        ({ id, nodes }) =>
          `${page.url()} (${colorScheme}) ${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`).join(' | ')}`,
      ),
    ).toEqual([])
  }
}

/** The page that is open is not wider than a small phone; wide tables scroll by themselves. */
export async function expectFits(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, page.url()).toBeLessThanOrEqual(0)
}

/** Opens each page at its widest, held to the law, and then made as narrow as a small phone. */
export async function expectAccessiblePages(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(path)
    await expectAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await expectFits(page)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}
