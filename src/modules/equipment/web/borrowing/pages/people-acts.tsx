import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { borrowingPaths } from '../borrowing.paths.ts'
import type { LinePageProps } from './line-page.tsx'

/** What the lender asks of a borrower, beside the usual way of a loan. EQP-505, EQP-602. */
export function PeopleActs({ view, line, isAskedBack, entered }: LinePageProps) {
  const { base } = view.network
  const mayConfirm = entered?.confirmedAt === null && ['submitted', 'approved'].includes(line.state)
  return (
    <>
      {isAskedBack && (
        <Notice state="warning" title="Un retour anticipé vous est demandé">
          <p>Vous pouvez accepter ou refuser. Sans réponse, la date de retour ne change pas.</p>
          <ButtonLink href={borrowingPaths.act(base, line.id, 'retour-anticipe')}>
            Répondre à la demande
          </ButtonLink>
        </Notice>
      )}
      {mayConfirm && (
        <Notice state="info" title="Une demande saisie pour vous">
          <p>
            {entered.enteredBy} l’a écrite pour votre structure. Confirmez-la si elle est juste ; sinon,
            abandonnez-la plus bas.
          </p>
          <Form action={borrowingPaths.act(base, line.id, 'confirmation')}>
            <input type="hidden" name="vu" value={String(line.seq)} />
            <Actions>
              <Button>Confirmer cette demande</Button>
            </Actions>
          </Form>
        </Notice>
      )}
    </>
  )
}
