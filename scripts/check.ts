import './node-version.ts'
import { runChecks } from './steps.ts'

const { passed, failed } = runChecks()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
