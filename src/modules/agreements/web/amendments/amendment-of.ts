import type { AppContext } from '../../../../platform/http/env.ts'
import { viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { findPlaces } from '../../../places/index.ts'
import { findAmendment } from '../../data/amendments.store.ts'
import type { PlaceId } from '../../domain/agreement.ts'
import { amendmentName } from '../../domain/amendment-draft.ts'
import { placeStandings } from '../../domain/standing.ts'
import { stateOn } from '../../domain/state.ts'
import { clausesInForce } from '../../use-cases/amendments/consolidated-text.ts'
import { agreementOf } from '../agreement-of.ts'
import type { AmendmentView } from './pages/amendment-frame.tsx'

/** The amendment named by the address, of an agreement within the actor's reach; else 404. */
export async function amendmentOf(c: AppContext): Promise<AmendmentView> {
  return amendmentNumbered(c, await agreementOf(c), c.req.param('numero') ?? '')
}

/** The same, of an agreement already found. */
export async function amendmentNumbered(
  c: AppContext,
  agreement: AmendmentView['agreement'],
  number: string,
): Promise<AmendmentView> {
  const { db, today } = c.var.context
  const draft = orNotFound(
    /^[1-9]\d{0,5}$/.test(number) ? await findAmendment(db, agreement.id, Number(number)) : null,
  )
  const state = stateOn(agreement.terms, agreement.acts, today)
  const named = [
    ...placeStandings(agreement.terms, agreement.acts).map(({ place }) => place),
    ...draft.changes.added.map(({ place }) => place),
  ]
  const places = await findPlaces(db, agreement.networkId, named as PlaceId[])
  return {
    view: viewOf(c),
    agreement,
    draft,
    signed: state.amendments.find(({ id }) => id === amendmentName(draft.number)) ?? null,
    today: state,
    clauses: await clausesInForce(db, agreement, today),
    places: new Map(places.map((place) => [place.id as string, place])),
  }
}
