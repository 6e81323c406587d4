import { factorsOf } from '../../data/factors/second-factor.store.ts'
import { isShared } from '../../data/networks/network-tree.store.ts'
import { paths as memberPaths } from '../members/member-paths.ts'
import { paths as accountPaths } from '../paths.ts'
import type { FirstStep } from './first-step.ts'

/** What the accounts themselves ask of an officer at first. */
export const identitySteps: readonly FirstStep[] = [
  {
    label: 'Inviter un collègue',
    hint: 'À deux, le réseau reste accessible si l’une ou l’un s’absente.',
    href: memberPaths.invite,
    isDone: ({ db, network }) => isShared(db, network.id),
  },
  {
    label: 'Activer la seconde preuve',
    hint: 'Une clé d’accès ou un code sur le téléphone, en plus du mot de passe.',
    href: accountPaths.account,
    async isDone({ db, actor }) {
      if (actor.kind !== 'member') return false
      const { hasCode, passkeys } = await factorsOf(db, actor.personId, actor.sessionId)
      return hasCode || passkeys > 0
    },
  },
]
