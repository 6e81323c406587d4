import type { z } from 'zod'
import { type Criterion, EVIDENCE_KINDS, type EvidenceAsked } from '../../domain/schemes/scheme.ts'
import type { demandForm, evidenceForm, questionForm, scaleForm } from './scheme.form.ts'

/** What each page of a criterion writes; the rest of it stays. */

export function questionOf(criterion: Criterion, typed: z.output<typeof questionForm>): Criterion {
  const { code, titre, groupe, aide, nature, minimum, choices } = typed
  return {
    ...criterion,
    ...{ code, title: titre, group: groupe, help: aide, kind: nature },
    // What another kind of answer needed is dropped with it.
    atLeast: nature === 'number' ? minimum : null,
    choices: nature === 'choice' ? choices : [],
  }
}

export function demandOf(criterion: Criterion, typed: z.output<typeof demandForm>): Criterion {
  const { poids, eliminatoire, niveau, condition } = typed
  const at = condition.indexOf('=')
  return {
    ...criterion,
    weight: poids,
    isEliminatory: eliminatoire === 'oui',
    minLevel: /^\d+$/.test(niveau) ? Number(niveau) : null,
    condition: at < 1 ? null : { code: condition.slice(0, at), is: condition.slice(at + 1) },
  }
}

export function evidenceOf(criterion: Criterion, typed: z.output<typeof evidenceForm>): Criterion {
  const evidence = EVIDENCE_KINDS.flatMap((kind): EvidenceAsked[] => {
    const need = typed[`preuve_${kind}`]
    if (need === 'non') return []
    const maxAgeMonths = kind === 'file' || kind === 'photo' || kind === 'url' ? typed[`age_${kind}`] : null
    return [{ kind, isRequired: need === 'obligatoire', maxAgeMonths }]
  })
  return { ...criterion, evidence, autoSource: typed.source || null }
}

export function scaleOf(criterion: Criterion, { palier }: z.output<typeof scaleForm>): Criterion {
  return { ...criterion, anchors: palier.slice(0, 5) }
}
