import type { Id } from '../../../../kernel/id.ts'

type OrganisationId = Id<'organisation'>

const one = '/structures/:id'

export const routes = {
  organisations: '/structures',
  newOrganisation: '/structures/nouvelle',
  organisation: one,
  change: `${one}/modification`,
  merge: `${one}/fusion`,
  separation: `${one}/separation`,
  newContact: `${one}/contacts/nouveau`,
  contact: `${one}/contacts/:contact`,
  contactRemoval: `${one}/contacts/:contact/retrait`,
  refs: `${one}/references`,
  refRemoval: `${one}/references/retrait`,
  newMandate: `${one}/mandats/nouveau`,
  mandateEnd: `${one}/mandats/:mandat/fin`,
  mandateWithdrawal: `${one}/mandats/:mandat/retrait`,
  mandateDocument: `${one}/mandats/:mandat/document`,
  newDelegation: `${one}/mandats/:mandat/delegations/nouvelle`,
  delegationEnd: `${one}/delegations/:delegation/fin`,
  delegationWithdrawal: `${one}/delegations/:delegation/retrait`,
  delegationDocument: `${one}/delegations/:delegation/document`,
} as const

const of = (base: string, id: OrganisationId) => `${base}/structures/${id}`

export const paths = {
  organisations: (base: string, asked: { q?: string; nature?: string; page?: number } = {}) =>
    `${base}/structures${query(asked)}`,
  newOrganisation: (base: string) => `${base}/structures/nouvelle`,
  organisation: of,
  change: (base: string, id: OrganisationId) => `${of(base, id)}/modification`,
  merge: (base: string, id: OrganisationId, asked: { q?: string; avec?: string } = {}) =>
    `${of(base, id)}/fusion${query(asked)}`,
  separation: (base: string, id: OrganisationId) => `${of(base, id)}/separation`,
  newContact: (base: string, id: OrganisationId) => `${of(base, id)}/contacts/nouveau`,
  contact: (base: string, id: OrganisationId, contact: Id<'contact'>) =>
    `${of(base, id)}/contacts/${contact}`,
  contactRemoval: (base: string, id: OrganisationId, contact: Id<'contact'>) =>
    `${of(base, id)}/contacts/${contact}/retrait`,
  refs: (base: string, id: OrganisationId) => `${of(base, id)}/references`,
  refRemoval: (base: string, id: OrganisationId) => `${of(base, id)}/references/retrait`,
  newMandate: (base: string, id: OrganisationId) => `${of(base, id)}/mandats/nouveau`,
  mandate: (base: string, id: OrganisationId, mandate: Id<'mandate'>, act: 'fin' | 'retrait' | 'document') =>
    `${of(base, id)}/mandats/${mandate}/${act}`,
  newDelegation: (base: string, id: OrganisationId, mandate: Id<'mandate'>) =>
    `${of(base, id)}/mandats/${mandate}/delegations/nouvelle`,
  delegation: (
    base: string,
    id: OrganisationId,
    delegation: Id<'delegation'>,
    act: 'fin' | 'retrait' | 'document',
  ) => `${of(base, id)}/delegations/${delegation}/${act}`,
}

function query(parameters: Record<string, string | number | undefined>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
