import { dayOf } from '../../../../../kernel/instant.ts'
import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import type { PersonId } from '../../../../../platform/session/actor.ts'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { StockTaking } from '../../../data/upkeep/stock-taking.store.ts'
import { readCount, type StockResult } from '../../../use-cases/upkeep/sign-stock-taking.ts'
import { trail } from '../../managing/pages/trail.ts'
import { stockTakingPaths } from '../stock-taking.paths.ts'
import { ResultTables } from './result-tables.tsx'
import { SessionState } from './sessions-page.tsx'

export interface SessionProps {
  view: View
  inventory: Inventory
  session: StockTaking
  result: StockResult
  names: ReadonlyMap<PersonId, string>
  mayCount: boolean
  maySign: boolean
  state: FormState
  /** What signing brings about is shown first. */
  isAsked: boolean
}

/** One session: what is read, then what it found. Large enough for a phone in a storeroom. EQP-1306. */
export function SessionPage(props: SessionProps) {
  const { view, inventory, session, result, mayCount, maySign, state, isAsked } = props
  const { base } = view.network
  const isOpen = session.endedAt === null
  const csv = stockTakingPaths.session(base, inventory.id, session.id, '/ecarts.csv')
  return (
    <Frame
      view={view}
      space="member"
      title={`Inventaire physique du ${formatDay(dayOf(session.beganAt, inventory.timeZone))}`}
      breadcrumb={[
        ...trail(base, inventory),
        { label: 'Inventaires physiques', href: stockTakingPaths.sessions(base, inventory.id) },
      ]}
      act={isOpen ? undefined : <ButtonLink href={csv}>Télécharger le résultat (CSV)</ButtonLink>}
      problems={state.problems}
    >
      {isAsked ? (
        <Consequence {...props} />
      ) : (
        <>
          {isOpen && mayCount && <ReadingForm {...props} />}
          <Facts {...props} />
          <ResultTables base={base} inventory={inventory} result={result} isOpen={isOpen} />
          {isOpen && maySign && <SignatureForm {...props} />}
          {isOpen && maySign && <AbandonmentForm {...props} />}
          {isOpen && !maySign && mayCount && (
            <p>Quand tout est lu, une personne qui gère l’inventaire signe le résultat.</p>
          )}
        </>
      )}
    </Frame>
  )
}

function ReadingForm({ view, inventory, session, state: { values, problems } }: SessionProps) {
  const isReading = problems.some(({ field }) => field === 'numeros')
  return (
    <Form action={stockTakingPaths.session(view.network.base, inventory.id, session.id, '/lectures')}>
      <div data-island="equipment/scan">
        <TextArea
          name="numeros"
          label="Numéros lus"
          hint="Un par ligne, tapés ou scannés. Envoyez quand vous voulez : tout s’ajoute."
          rows={3}
          value={isReading ? String(values.numeros ?? '') : ''}
          error={problemOf(problems, 'numeros')}
        />
      </div>
      <Actions>
        <Button>Noter ces numéros</Button>
        <button class="button button-quiet" type="submit" name="acte" value="retirer">
          C’est une erreur, les retirer
        </button>
      </Actions>
    </Form>
  )
}

function Facts({ session, result, names, inventory }: SessionProps) {
  const nameOf = (id: PersonId | null) => (id ? (names.get(id) ?? '') : '')
  const on = (at: NonNullable<StockTaking['endedAt']>) => formatDay(dayOf(at, inventory.timeZone))
  const began = nameOf(session.beganBy)
  return (
    <SummaryList
      rows={[
        { term: 'Où', value: session.deskName ?? 'Tout l’inventaire' },
        { term: 'Où elle en est', value: <SessionState session={session} /> },
        ...(began === '' ? [] : [{ term: 'Commencée par', value: began }]),
        ...(session.endedAt && session.signedBy
          ? [{ term: 'Signé', value: `${nameOf(session.signedBy)}, le ${on(session.endedAt)}` }]
          : []),
        ...(session.note === ''
          ? []
          : [{ term: session.isAbandoned ? 'Motif' : 'Remarque', value: session.note }]),
        {
          term: 'Vus',
          value: `${result.seen.length} sur ${result.seen.length + result.missing.length}`,
        },
      ]}
    />
  )
}

function SignatureForm({ view, inventory, session, result, state: { values } }: SessionProps) {
  return (
    <Form action={stockTakingPaths.session(view.network.base, inventory.id, session.id, '/signature')}>
      <h2>Signer le résultat</h2>
      <p>Vous verrez d’abord ce que la signature entraîne.</p>
      <input type="hidden" name="vu" value={String(readCount(result))} />
      <TextArea name="note" label="Remarque" rows={2} value={String(values.note ?? '')} optional />
      <Actions>
        <Button look="plain">Signer l’inventaire physique</Button>
      </Actions>
    </Form>
  )
}

/** What a signature brings about, before it is given. */
function Consequence({ view, inventory, session, result, state }: SessionProps) {
  const here = stockTakingPaths.session(view.network.base, inventory.id, session.id)
  const { missing } = result
  return (
    <Form action={`${here}/signature`}>
      <Notice
        state="warning"
        title={
          missing.length === 0
            ? 'Rien ne manque'
            : plural(missing.length, 'exemplaire n’a pas été vu', 'exemplaires n’ont pas été vus')
        }
      >
        {missing.length > 0 && (
          <>
            <ul>
              {missing.map(({ unit }) => (
                <li>
                  {unit.assetNumber}, {unit.modelName}
                </li>
              ))}
            </ul>
            <p>
              Chacun ouvre un incident de perte, à traiter ensuite. Son état ne change pas : retrouvé demain,
              vous le direz dans l’incident.
            </p>
          </>
        )}
        <p>Le résultat est signé à votre nom, à la date d’aujourd’hui. Il ne change plus.</p>
      </Notice>
      <input type="hidden" name="vu" value={String(state.values.vu ?? '')} />
      <input type="hidden" name="note" value={String(state.values.note ?? '')} />
      <Confirmed state={state} />
      <Actions>
        <Button>Confirmer et signer</Button>
        <a href={here}>Continuer à compter</a>
      </Actions>
    </Form>
  )
}

function AbandonmentForm({ view, inventory, session, state: { values, problems } }: SessionProps) {
  return (
    <details>
      <summary>Abandonner cette séance</summary>
      <Form action={stockTakingPaths.session(view.network.base, inventory.id, session.id, '/abandon')}>
        <TextField
          name="motif"
          label="Pourquoi"
          value={String(values.motif ?? '')}
          error={problemOf(problems, 'motif')}
        />
        <Actions>
          <Button look="danger">Abandonner la séance</Button>
        </Actions>
      </Form>
    </details>
  )
}
