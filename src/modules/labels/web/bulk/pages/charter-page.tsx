import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { DateField } from '../../../../../ui/text-field.tsx'
import type { Capacity } from '../../../../identity/index.ts'
import type { CharterSignature, PlaceListId } from '../../../data/bulk/place-lists.store.ts'
import { typed } from '../../decisions/pages/decision-fields.tsx'
import { bulkPaths } from '../bulk.paths.ts'

interface CharterProps {
  view: View
  id: PlaceListId
  text: string
  places: number
  sha256: string
  powers: readonly Capacity[]
  signed: CharterSignature | null
  maySign: boolean
  isAsked: boolean
  state: FormState
}

/** The charter: its text, then its signature on behalf of the places, once. LAB-20. */
export function CharterPage(props: CharterProps) {
  const { view, id, text, places, signed, maySign, state } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="La charte, signée pour les lieux"
      intro="Le partenaire la signe une fois, pour le compte de tous les lieux de la liste. Chacun en reçoit le texte."
      breadcrumb={[
        { label: 'Lieux proposés par liste', href: bulkPaths.lists(base) },
        { label: 'La liste', href: bulkPaths.list(base, id) },
      ]}
      problems={state.problems}
    >
      <CharterText text={text} />
      {signed ? (
        <p>
          Signée par {signed.signerName}, {signed.signerTitle}, le {formatDay(signed.signedOn)}, pour{' '}
          {plural(signed.places, 'lieu', 'lieux')}. Empreinte de la liste : <code>{signed.listSha256}</code>
        </p>
      ) : maySign && places > 0 ? (
        <SigningForm {...props} />
      ) : (
        <p>
          {places === 0
            ? 'La liste est vide : ajoutez des lieux avant de signer.'
            : 'Elle n’est pas encore signée.'}
        </p>
      )}
    </Frame>
  )
}

/** As it is kept: a title, what it says, then a line per engagement. */
function CharterText({ text }: { text: string }) {
  const [title, intro, ...engagements] = text.split('\n')
  return (
    <section aria-labelledby="charte">
      <h2 id="charte">{title ?? ''}</h2>
      {intro && <p>{intro}</p>}
      <ul>
        {engagements.map((line) => (
          <li>{line.replace(/^– /, '')}</li>
        ))}
      </ul>
    </section>
  )
}

function SigningForm({ view, id, places, sha256, powers, isAsked, state }: CharterProps) {
  const { base } = view.network
  const field = fieldsOf(state)
  return (
    <Form action={bulkPaths.charter(base, id)}>
      {isAsked && (
        <Notice state="warning" title="Relisez avant de signer">
          <p>
            La charte sera signée pour {plural(places, 'lieu', 'lieux')}. La liste ne changera plus : un lieu
            s’ajoutera par un avenant. Chaque lieu reçoit le texte par courriel, et la tête du réseau est
            prévenue qu’une liste l’attend.
          </p>
        </Notice>
      )}
      {isAsked && <Confirmed state={state} />}
      <input type="hidden" name="vu" value={sha256} />
      {powers.length === 0 ? (
        <Notice state="warning" title="Personne ne peut encore signer">
          <p>
            Enregistrez d’abord, sur la fiche de votre structure, le mandat de la personne qui la représente
            ou une délégation pour les labels.
          </p>
        </Notice>
      ) : (
        <Select
          {...field('signataire')}
          label="Signataire"
          hint="Un mandat, ou une délégation pour les labels, doit couvrir le jour de la signature."
          prompt="Choisissez qui signe"
          choices={powers.map(({ holderName, quality, giver, mandateId, delegationId, moment }) => ({
            value: delegationId ? `${mandateId}.${delegationId}` : mandateId,
            label: `${holderName}, ${quality}${giver ? `, par délégation de ${giver.name}` : ''}${moment === 'in-force' ? '' : ' (hors période)'}`,
          }))}
        />
      )}
      <DateField {...field('signee_le', typed(view.today))} label="Jour de la signature" />
      <Actions>
        <Button>{isAsked ? 'Signer la charte' : 'Relire avant de signer'}</Button>
        <a href={bulkPaths.list(base, id)}>Revenir à la liste</a>
      </Actions>
    </Form>
  )
}
