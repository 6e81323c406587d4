import type { MembershipId } from '../../domain/members/member.ts'

export const supportRoutePaths = {
  visit: '/reglages/membres/:id/assistance',
  end: '/assistance/fin',
  consent: '/compte/assistance',
  withdrawal: '/compte/assistance/retrait',
} as const

export const supportPaths = {
  visit: (base: string, id: MembershipId) => `${base}/reglages/membres/${id}/assistance`,
  end: (base: string) => `${base}${supportRoutePaths.end}`,
  consent: (base: string) => `${base}${supportRoutePaths.consent}`,
  withdrawal: (base: string) => `${base}${supportRoutePaths.withdrawal}`,
}
