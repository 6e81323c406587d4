import { byRole } from '../../../platform/session/actor.ts'

export const policy = {
  grant: byRole('labels.grant', { officer: 'all' }),
}
