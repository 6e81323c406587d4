import { defineConfig } from 'vitest/config'

/** `npm test` asks for the counts and the names of what failed, apart from what is printed. */
const report = process.env.TEST_REPORT

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    setupFiles: ['tests/setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // One process reads the program once, for all its files: twice as fast.
    isolate: false,
    unstubGlobals: true,
    restoreMocks: true,
    testTimeout: 20_000,
    reporters: report ? ['default', ['./scripts/vitest-remarks.ts', { file: report }]] : ['default'],
    hookTimeout: 60_000,
  },
})
