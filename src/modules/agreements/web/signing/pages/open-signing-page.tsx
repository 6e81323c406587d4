import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { organisationPaths } from '../../../../identity/index.ts'
import { type Agreement, isDraft, lastSeq } from '../../../domain/agreement.ts'
import { SIGNING_ORDERS } from '../../../domain/signing-order.ts'
import type { PartyCandidates } from '../../../use-cases/signing/signing-candidates.ts'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { powerValue } from '../signature.form.ts'
import { ELSEWHERE, PAPER, signerField } from '../signing.form.ts'
import { signingPaths } from '../signing-paths.ts'
import { orderChoices, SIGNATURE_LEVEL } from '../signing-wording.ts'
import { CallLifeFields } from './call-life-fields.tsx'
import { powerHint } from './signatory-fields.tsx'

interface OpenSigningProps {
  view: View
  agreement: Agreement
  parties: readonly PartyCandidates[]
  state: FormState
}

export function OpenSigningPage({ view, agreement, parties, state: { values, problems } }: OpenSigningProps) {
  const { base, headName } = view.network
  const back = paths.agreement(base, agreement.id)
  return (
    <Frame
      view={view}
      space="member"
      title="Ouvrir la signature en ligne"
      intro="Le texte est figé dès l’ouverture. Chaque signataire reçoit un courriel quand vient son tour."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: back },
      ]}
      problems={problems}
    >
      <p>{SIGNATURE_LEVEL}</p>
      <Form action={signingPaths.open(base, agreement.id)}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        {parties.map(({ party, organisationId, candidates }) => {
          const name = signerField(party)
          const who = partyName(agreement, party, headName)
          return (
            <>
              <Radios
                name={name}
                label={`Qui signe pour ${who} ?`}
                error={problemOf(problems, name)}
                value={String(values[name] ?? (candidates.length === 0 ? PAPER : ''))}
                choices={[
                  ...candidates.map(({ capacity, email }) => ({
                    value: powerValue(capacity),
                    label: `${capacity.holderName}, ${capacity.quality}`,
                    hint: powerHint(email, capacity),
                  })),
                  {
                    value: PAPER,
                    label: 'Sur papier',
                    hint: 'Vous enregistrerez la signature avec son scan.',
                  },
                  {
                    value: ELSEWHERE,
                    label: 'Avec un parapheur ou un prestataire de signature',
                    hint: 'Vous déposerez le PDF signé : il doit être celui qui est figé ici.',
                  },
                ]}
              />
              {candidates.length === 0 && (
                <Notice state="info" title={`Personne ne peut encore signer en ligne pour ${who}`}>
                  <p>
                    Il faut un compte et un mandat, ou une délégation, au nom de la même personne.{' '}
                    {organisationId && (
                      <a href={organisationPaths.organisation(base, organisationId)}>
                        Enregistrer le mandat ou inviter la personne
                      </a>
                    )}
                  </p>
                </Notice>
              )}
            </>
          )
        })}
        {isDraft(agreement) && parties.length > 1 && (
          <Radios
            name="ordre"
            label="Dans quel ordre les parties signent-elles ?"
            error={problemOf(problems, 'ordre')}
            value={String(values.ordre ?? 'any')}
            choices={SIGNING_ORDERS.map((order) => ({ value: order, ...orderChoices[order] }))}
          />
        )}
        <CallLifeFields values={values} problems={problems} />
        <Actions>
          <Button>Figer le texte et appeler à signer</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
