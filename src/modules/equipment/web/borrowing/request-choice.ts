import { dayOf, instant, isInstant } from '../../../../kernel/instant.ts'
import type { FormState } from '../../../../platform/http/form.ts'
import type { Alternative } from '../../domain/alternatives.ts'
import type { RequestForm } from './request.form.ts'

/** A suggestion as the value of its button: its kind, then what it needs. */
export function choiceOf(one: Alternative): string {
  switch (one.kind) {
    case 'other_unit':
      return `exemplaire ${one.unitId}`
    case 'other_dates':
      return `dates ${one.span.from} ${one.span.until}`
    case 'substitute':
      return `modele ${one.modelId}`
    case 'waiting_list':
      return 'attente'
  }
}

type Values = FormState['values']

/** What a suggestion changes of what was typed; all the rest stays. An unknown one changes nothing. */
export function changesOf(choix: string, form: RequestForm, zone: string): Values {
  const [kind, one = '', other = ''] = choix.split(' ')
  if (kind === 'exemplaire') return { exemplaire: one }
  if (kind === 'modele') return { modele: [one, ...form.modele.slice(1)], exemplaire: '' }
  if (kind === 'retrait' && isInstant(one)) return { retrait: one, du: dayOf(instant(one), zone) }
  if (kind === 'retour' && isInstant(one)) return { retour: one, au: dayOf(instant(one), zone) }
  if (kind === 'dates' && isInstant(one) && isInstant(other))
    return {
      retrait: one,
      retour: other,
      du: dayOf(instant(one), zone),
      au: dayOf(instant(other), zone),
    }
  return {}
}
