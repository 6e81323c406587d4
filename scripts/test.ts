import './node-version.ts'
import type { Count } from './remark.ts'
import { runChecks, runPlaywright, runVitest, sum } from './steps.ts'
import { ensureTools } from './test-tools.ts'

const [part = 'all', ...args] = process.argv.slice(2)

const parts: Record<string, () => Count> = {
  all: () => {
    ensureTools(['chromium', 'pdf'])
    return sum([runChecks(), runVitest(), runPlaywright()])
  },
  unit: () => {
    ensureTools(['pdf'])
    return runVitest(args)
  },
  browser: () => {
    ensureTools(['chromium'])
    return runPlaywright(args)
  },
}

const chosen = parts[part]
if (!chosen) {
  console.error('Usage : npm test, npm run test:unit [-- fichiers], npm run test:browser [-- fichiers]')
  process.exit(2)
}
try {
  const { passed, failed, skipped, remarks } = chosen()
  const nothing = passed + failed === 0
  if (nothing) console.error('Aucun test n’a été exécuté.')
  if (remarks.length > 0) console.log(`\n${remarks.join('\n')}`)
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exit(failed > 0 || nothing ? 1 : 0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
