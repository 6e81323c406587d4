import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { personOf } from '../../../../../platform/session/actor.ts'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { typography } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import type { LabelledUnit } from '../../../data/desk-acts.store.ts'
import { allows } from '../../../domain/rights.ts'
import type { ScannedUnit } from '../../../use-cases/scanned-unit.ts'
import { deskPaths } from '../desk.paths.ts'

/** What a label says to whoever scans it: little to a passer-by, the act to do to the desk. EQP-1301. */
export function LabelPage({ view, scanned }: { view: View; scanned: ScannedUnit }) {
  const { unit, owner, role } = scanned
  const isMember = view.actor.kind === 'member'
  const serves = role !== null && allows(role, 'serve')
  return (
    <Frame
      view={view}
      space={personOf(view.actor) ? 'member' : 'public'}
      title={`${unit.modelName}, ${unit.assetNumber}`}
    >
      {unit.isReplaced && (
        <Notice state="warning" title="Cette étiquette a été remplacée">
          Une autre étiquette est collée sur ce matériel. Rien n’est enregistré avec celle-ci.
        </Notice>
      )}
      <p>
        Ce matériel appartient à {owner}
        {typography(unit.contact === '' ? '.' : `. Pour le rendre : ${unit.contact}.`)}
      </p>
      {isMember && (
        <p>
          {unit.lifecycle === 'in_service' ? 'Il est en service.' : 'Il est hors service pour le moment.'}
        </p>
      )}
      {serves && unit.lineId && !unit.isReplaced && (
        <ButtonLink href={deskPaths.line(view.network.base, unit.lineId)}>
          Ouvrir le prêt au guichet
        </ButtonLink>
      )}
      {serves && !unit.lineId && <p>Aucun prêt n’est en cours ni attendu pour ce matériel.</p>}
      {isMember && !serves && unit.lineId && (
        <p>
          <a href={`${view.network.base}/materiel/prets/${unit.lineId}/panne`}>
            Signaler une panne ou une détérioration
          </a>
        </p>
      )}
    </Frame>
  )
}

interface UnknownProps {
  view: View
  /** What the agent typed; absent: a code was scanned. */
  typed?: string
  /** Known, but without a loan. */
  known?: LabelledUnit | null
}

/** Nothing is recorded with a code nobody knows; the number may be typed instead. EQP-1601. */
export function UnknownLabelPage({ view, typed, known = null }: UnknownProps) {
  const isDesk = typed !== undefined
  return (
    <Frame
      view={view}
      space={isDesk ? 'member' : 'public'}
      title={isDesk ? 'Chercher un matériel' : 'Étiquette inconnue'}
      breadcrumb={isDesk ? [{ label: 'Guichet', href: deskPaths.day(view.network.base) }] : []}
    >
      {isDesk && (
        <SearchForm
          action={deskPaths.search(view.network.base)}
          label="Numéro du matériel, ou étiquette scannée"
          value={typed}
        />
      )}
      {known ? (
        <EmptyState title={`${known.modelName}, ${known.assetNumber}`}>
          Aucun prêt n’est en cours ni attendu pour ce matériel.
        </EmptyState>
      ) : typed === '' ? null : (
        <EmptyState title="Personne ne connaît cette étiquette">
          Rien n’est enregistré. Elle vient peut-être d’un autre réseau. Au guichet, tapez le numéro écrit sur
          le matériel.
        </EmptyState>
      )}
    </Frame>
  )
}
