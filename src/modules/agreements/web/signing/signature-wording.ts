import { flagSentence } from '../../../identity/index.ts'
import type { ReadSignature } from '../../use-cases/signing/signing-powers.ts'

/** What is to be said of a signature given outside its mandate or its delegation; nothing when all is in order. */
export function signatureSentences({ act, capacity, flags }: ReadSignature): string[] {
  return capacity ? flags.map((flag) => flagSentence(flag, capacity, act.occurredOn)) : []
}
