import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '*.spec.ts',
  globalSetup: './tests/browser/global-setup.ts',
  outputDir: '.data/reports/browser',
  workers: 2,
  timeout: 120_000,
  // A test that fails is played again for its trace, which slows the others by a fifth. It stays failed.
  retries: 1,
  failOnFlakyTests: true,
  // A busy machine is no reason to fail: what is awaited is awaited a little longer.
  expect: { timeout: 15_000 },
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'on-first-retry',
    launchOptions: {
      // The machine's own browser: nothing is downloaded.
      executablePath: process.env.CHROME_PATH || '/usr/bin/chromium',
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
      ],
    },
  },
})
