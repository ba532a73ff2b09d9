import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: {
      '@': path.resolve(__dirname),
      // The package exists to fail outside a server; tests are one.
      'server-only': path.resolve(__dirname, 'lib/testing/server-only.ts'),
    },
  },
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['e2e/**', 'node_modules/**', '.next/**', 'generated/**', '.data/**'],
    globalSetup: 'lib/testing/template.ts',
    setupFiles: ['lib/testing/database.ts', 'lib/testing/properties.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
