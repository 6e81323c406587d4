import './node-version.ts'
import { parseSeal } from '../src/platform/journal/seals.ts'
import { verificationText } from '../src/platform/journal/verification-wording.ts'
import { verifyJournal } from '../src/platform/journal/verify.ts'
import { verifyChain } from './verify-chain.ts'

// npm run --silent journal:verify [-- --anchor POSITION:HEX]: reads the whole journal again.
await verifyChain({
  parse: parseSeal,
  expected: 'Le repère s’écrit POSITION:HEX, par exemple 1204:9f86… (64 signes).',
  verify: async (db, anchor) => {
    const verification = await verifyJournal(db, { anchor })
    return { text: verificationText(verification), faults: verification.faults.length }
  },
})
