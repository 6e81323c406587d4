import type { Services } from '../../../platform/services.ts'
import type { AwardId } from '../data/awards/awards.store.ts'
import { badgeFollows } from './keep-badges.ts'

/**
 * What a topic does when the course of a label changed: granted, withdrawn, ended, suspended, borne again. It reads the
 * label as it stands (`coursesOf`): a second call for the same course changes nothing.
 */
export type LabelFollower = (services: Services, moved: { award: AwardId; seq: number }) => Promise<void>

/** One line each, in the order they are told. */
export const labelFollowers: readonly LabelFollower[] = [badgeFollows]
