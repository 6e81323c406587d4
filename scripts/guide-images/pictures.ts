import { AGREEMENTS } from './agreements.ts'
import { DIRECTORY } from './directory.ts'
import { LABELS } from './labels.ts'
import { LENDING } from './lending.ts'
import { NETWORK } from './network.ts'
import type { Pictures } from './picture.ts'

/** Every picture that the guides show. */
export const PICTURES: Pictures = { ...AGREEMENTS, ...LABELS, ...LENDING, ...NETWORK, ...DIRECTORY }
