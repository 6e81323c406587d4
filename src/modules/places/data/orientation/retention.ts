import { addDays } from '../../../../kernel/day.ts'
import type { RetentionRule } from '../../../../platform/privacy/retention.ts'
import { ANSWER_KEPT_DAYS, FOLLOWED_DAYS } from '../../domain/orientation/outcome.ts'
import { forgetAnswers } from './answers.store.ts'
import { countForgotten } from './follow-ups.store.ts'

/** Whom nobody said anything of is erased all the same; one sheet without an answer is counted. DIR-76. */
export const orientationRetention: readonly RetentionRule[] = [
  {
    name: 'places.followed-orientations',
    sentence: `Prénom et prescripteur d’une fiche d’orientation suivie, ${FOLLOWED_DAYS} jours après sa remise`,
    apply: ({ db, clock }) => countForgotten(db, addDays(clock.today(), -FOLLOWED_DAYS)),
  },
  {
    name: 'places.orientation-answers',
    sentence: `Qui a dit ce qu’une orientation est devenue, ${ANSWER_KEPT_DAYS} jours après sa réponse`,
    apply: ({ db, clock }) => forgetAnswers(db, addDays(clock.today(), -ANSWER_KEPT_DAYS)),
  },
]
