import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { personOf } from '../../../../../platform/session/actor.ts'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import type { LabelledUnit } from '../../../data/desk/desk-acts.store.ts'
import { allows } from '../../../domain/rights.ts'
import type { ScannedUnit } from '../../../use-cases/desk/scanned-unit.ts'
import { borrowingPaths } from '../../borrowing/borrowing.paths.ts'
import { incidentPaths } from '../../incidents/incidents.paths.ts'
import { maintenancePaths } from '../../maintenance/maintenance.paths.ts'
import { SoftwareVersions } from '../../maintenance/pages/software-versions.tsx'
import { deskPaths } from '../desk.paths.ts'

/** What a label says to whoever scans it: little to a passer-by, the act to do to the desk. EQP-1301. */
export function LabelPage({ view, scanned }: { view: View; scanned: ScannedUnit }) {
  const { unit, owner, role } = scanned
  const isMember = view.actor.kind === 'member'
  const serves = role !== null && allows(role, 'serve')
  const contact = unit.contact === '' ? owner : unit.contact
  return (
    <Frame
      view={view}
      space={personOf(view.actor) ? 'member' : 'public'}
      title={isMember ? `${unit.modelName}, ${unit.assetNumber}` : 'Ce matériel a un propriétaire'}
    >
      {unit.isReplaced && (
        <Notice state="warning" title="Cette étiquette a été remplacée">
          Elle ne vaut plus : rien n’est enregistré avec elle. Une autre est collée sur le matériel. Si vous
          ne la trouvez pas, adressez-vous à {contact}.
        </Notice>
      )}
      <p>
        Ce matériel appartient à {owner}
        {unit.contact === '' ? '.' : `. Pour le rendre : ${unit.contact}.`}
      </p>
      {isMember && (
        <p>
          {unit.lifecycle === 'in_service' ? 'Il est en service.' : 'Il est hors service pour le moment.'}
        </p>
      )}
      {isMember && <SoftwareVersions software={scanned.software} />}
      {role !== null && allows(role, 'maintain') && !unit.isReplaced && (
        <p>
          <a
            href={maintenancePaths.updates(view.network.base, unit.inventoryId, {
              numeros: unit.assetNumber,
            })}
          >
            Noter une mise à jour
          </a>
        </p>
      )}
      {isMember && !unit.isReplaced && <Ways view={view} scanned={scanned} serves={serves} />}
    </Frame>
  )
}

interface WaysProps {
  view: View
  scanned: ScannedUnit
  serves: boolean
}

/** What may be done from the label: the loan at the desk; a breakdown told, in one tap. EQP-901, EQP-1302. */
function Ways({ view, scanned: { unit, role, isOwnLoan, owner }, serves }: WaysProps) {
  const { base } = view.network
  const tell = 'Signaler une panne ou une détérioration'
  const manages = role !== null && allows(role, 'decide')
  return (
    <>
      {serves && unit.lineId && (
        <ButtonLink href={deskPaths.line(base, unit.lineId)}>Ouvrir le prêt au guichet</ButtonLink>
      )}
      {serves && !unit.lineId && <p>Aucun prêt n’est en cours ni attendu pour ce matériel.</p>}
      {isOwnLoan && unit.lineId ? (
        <ButtonLink href={borrowingPaths.act(base, unit.lineId, 'panne')}>{tell}</ButtonLink>
      ) : manages ? (
        <ButtonLink
          look="plain"
          href={incidentPaths.opening(base, unit.inventoryId, { exemplaire: unit.unitId })}
        >
          {tell}
        </ButtonLink>
      ) : (
        <p>
          {`Une panne, une détérioration ? Il n’est pas prêté à votre structure : prévenez ${unit.contact === '' ? owner : unit.contact}.`}
        </p>
      )}
    </>
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
        <div data-island="equipment/scan" data-scan="envoi">
          <SearchForm
            action={deskPaths.search(view.network.base)}
            label="Numéro du matériel, ou étiquette scannée"
            value={typed}
          />
        </div>
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
