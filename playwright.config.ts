import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '*.spec.ts',
  globalSetup: './tests/browser/global-setup.ts',
  outputDir: '.data/reports/browser',
  workers: 2,
  timeout: 60_000,
  // In CI a story that fails is played once more; what passes only then is told by name at the end of the log (FLAKY).
  // Vitest never plays a test twice: what it proves of concurrency must hold each time.
  retries: process.env.CI === 'true' ? 1 : 0,
  // A busy machine is no reason to fail: what is awaited is awaited a little longer.
  expect: { timeout: 15_000 },
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'retain-on-failure',
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
