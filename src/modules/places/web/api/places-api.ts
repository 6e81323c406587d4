import { changesApi } from './changes.api.ts'
import { formerApi } from './former.api.ts'
import { placesApi } from './places.api.ts'
import { referenceApi } from './reference.api.ts'
import { writingApi } from './writing.api.ts'

/** The directory for programs. DIR-83. */
export const directoryApi = [placesApi, changesApi, referenceApi, writingApi, formerApi] as const
