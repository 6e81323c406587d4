import type { Id } from '../../../../kernel/id.ts'

const one = '/attributions/:id'

export const awardAddresses = {
  award: one,
  decision: `${one}/decision`,
  hearing: `${one}/observations`,
  observations: `${one}/observations/:demande`,
} as const

const of = (base: string, id: Id<'award'>) => `${base}/attributions/${id}`

export const awardPaths = {
  award: of,
  /** `about`: what is already chosen: the kind of decision, the appeal it accepts. */
  decision: (base: string, id: Id<'award'>, about: Readonly<Record<string, string>> = {}) => {
    const query = new URLSearchParams(about).toString()
    return `${of(base, id)}/decision${query ? `?${query}` : ''}`
  },
  hearing: (base: string, id: Id<'award'>, purpose = '') =>
    `${of(base, id)}/observations${purpose ? `?objet=${purpose}` : ''}`,
  observations: (base: string, id: Id<'award'>, hearing: Id<'hearing'>) =>
    `${of(base, id)}/observations/${hearing}`,
}
