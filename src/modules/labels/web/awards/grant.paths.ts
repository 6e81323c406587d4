import type { Id } from '../../../../kernel/id.ts'

export const routes = {
  grant: '/conventions/:id/labels/attribution',
} as const

export const paths = {
  grant: (base: string, agreement: Id<'agreement'>) => `${base}/conventions/${agreement}/labels/attribution`,
}
