import type { Id } from '../../../../kernel/id.ts'

export type JurorId = Id<'juror'>
