import './node-version.ts'
import { verifyChains } from '../src/modules/agreements/use-cases/chain/verify-chains.ts'
import { chainText, parseAnchor } from '../src/modules/agreements/web/chain/chain-wording.ts'
import { verifyChain } from './verify-chain.ts'

// npm run --silent acts:verify [-- --anchor DAY:HEX]: follows the chain of the acts of every agreement.
await verifyChain({
  parse: parseAnchor,
  expected: 'Le relevé s’écrit AAAA-MM-JJ:HEX, par exemple 2026-06-17:9f86… (64 signes).',
  verify: async (db, anchor) => {
    const verification = await verifyChains(db, { anchor })
    return { text: chainText(verification), faults: verification.faults.length }
  },
})
