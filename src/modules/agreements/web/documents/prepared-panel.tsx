import { opensTo } from '../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../ui/button.tsx'
import { formatDay, formatMoment } from '../../../../ui/french.ts'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { preparedLettersOf } from '../../data/prepared-letters.store.ts'
import { isSent, type PreparedLetter, standingOf } from '../../domain/prepared-letter.ts'
import { stateOn } from '../../domain/state.ts'
import type { AgreementPanel } from '../panel.ts'
import { partyName } from '../parties.ts'
import { policy } from '../policy.ts'
import { documentPaths } from './documents.paths.ts'
import { letterSubjects, standingTag } from './letter-wording.ts'

/** The letters written here: those that wait apart from those that were sent. A partner sees the latter alone. */
export const preparedLetters: AgreementPanel = async ({ view, context, agreement }) => {
  const mayManage = opensTo(view, policy.manage)
  const all = await preparedLettersOf(context.db, agreement.id)
  const letters = mayManage ? all : opensTo(view, policy.readEvidence) ? all.filter(isSent) : []
  const { base, headName } = view.network
  const isBegun = stateOn(agreement.terms, agreement.acts, context.today).enteredIntoForceOn !== null
  if (letters.length === 0 && !(mayManage && isBegun)) return null
  const href = (one: PreparedLetter) =>
    mayManage
      ? documentPaths.letter(base, agreement.id, one.id)
      : documentPaths.reading(base, agreement.id, `lettre-${one.id}`)
  return (
    <section aria-labelledby="courriers-prepares">
      <h2 id="courriers-prepares">Courriers préparés</h2>
      <Table
        caption="Lettres préparées sur la plateforme"
        silentCaption
        empty={
          <p>Maillage écrit la lettre et cite l’article ; vous l’imprimez, la faites signer et la déposez.</p>
        }
        columns={[
          {
            label: 'Lettre',
            header: true,
            cell: (one) => <a href={href(one)}>{letterSubjects[one.asked.kind]}</a>,
          },
          { label: 'Expéditeur', cell: ({ asked }) => partyName(agreement, asked.from, headName) },
          { label: 'Préparée le', cell: ({ preparedAt }) => formatMoment(preparedAt) },
          {
            label: 'État',
            cell: (one) => {
              const { state, word } = standingTag[standingOf(one)]
              return (
                <>
                  <Tag state={state}>{word}</Tag>
                  {one.depositedOn && ` le ${formatDay(one.depositedOn)}`}
                </>
              )
            },
          },
        ]}
        rows={letters}
      />
      {mayManage && isBegun && (
        <ButtonLink look="plain" href={documentPaths.prepare(base, agreement.id)}>
          Préparer un courrier
        </ButtonLink>
      )}
    </section>
  )
}
