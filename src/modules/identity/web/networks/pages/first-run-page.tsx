import type { FormState } from '../../../../../platform/http/form.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkboxes, Radios, Select } from '../../../../../ui/choice-field.tsx'
import { Swatches } from '../../../../../ui/colour-field.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { PALETTES } from '../../../../../ui/palettes.ts'
import { TextField } from '../../../../../ui/text-field.tsx'
import { ORGANISATION_KINDS } from '../../../domain/organisations/organisation.ts'
import { kindNames } from '../../organisations/organisation-wording.ts'
import { routes } from '../network-paths.ts'
import { FirstRunFrame } from './first-run-frame.tsx'
import type { OfferedTemplate } from './network-settings-page.tsx'

/** Without the key: what is needed, and where it is found. */
export function KeyNeededPage({ view, isWrong }: { view: View; isWrong: boolean }) {
  return (
    <FirstRunFrame
      view={view}
      title="Premiers pas"
      intro="Ce site vient d’être installé : aucun réseau n’y existe encore."
    >
      {isWrong && (
        <p>
          <strong>Ce lien n’ouvre plus rien.</strong> Chaque démarrage en donne un nouveau, et l’ancien cesse
          de valoir. Prenez celui du dernier démarrage.
        </p>
      )}
      <p>
        Pour créer le réseau, ouvrez le lien affiché dans la console par <code>npm start</code>, sur la
        machine où Maillage est installé. Il contient une clé qui sert une seule fois.
      </p>
      <p>
        Vous n’avez pas accès à cette machine ? Demandez ce lien à la personne qui l’administre. Si elle l’a
        perdu, qu’elle redémarre Maillage : un nouveau lien s’affiche.
      </p>
    </FirstRunFrame>
  )
}

interface FirstRunProps {
  view: View
  secret: string
  templates: readonly OfferedTemplate[]
  state: FormState
}

export function FirstRunPage({ view, secret, templates, state: { values, problems } }: FirstRunProps) {
  const field = fieldsOf({ values, problems })
  return (
    <FirstRunFrame
      view={view}
      title="Créer le réseau"
      intro="Une page à remplir, puis un courriel à ouvrir. Tout pourra être changé ensuite, sauf l’adresse courte."
      problems={problems}
    >
      <Form action={routes.firstSteps}>
        <input type="hidden" name="cle" value={secret} />
        <FieldGroup legend="1. Le réseau">
          <TextField {...field('nom')} label="Nom du réseau" hint="Comme les habitants le liront." />
          <TextField
            {...field('adresse')}
            label="Adresse courte"
            hint="Des lettres sans accent, des chiffres et des tirets. Laissée vide, elle est tirée du nom."
            width="medium"
            optional
          />
          <TextField
            {...field('accroche')}
            label="Phrase d’accueil"
            hint="En une phrase, ce que le réseau apporte aux habitants."
            optional
          />
          <TextField
            {...field('contact')}
            label="Courriel de contact"
            hint="Affiché sur la page publique « Le réseau »."
            type="email"
            width="medium"
            optional
          />
        </FieldGroup>
        <FieldGroup legend="2. La structure qui l’anime">
          <TextField {...field('tete')} label="Nom" autocomplete="organization" />
          <Select
            {...field('nature')}
            label="Nature"
            prompt="Choisissez…"
            choices={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: kindNames[kind] }))}
          />
          <TextField {...field('numero')} label="Numéro SIRET, RNA ou RIDET" width="medium" optional />
          <TextField {...field('commune')} label="Commune" width="medium" optional />
        </FieldGroup>
        <FieldGroup legend="3. Vous, première chargée ou premier chargé de mission">
          <TextField {...field('prenom')} label="Prénom" autocomplete="given-name" width="medium" />
          <TextField {...field('nom_famille')} label="Nom" autocomplete="family-name" width="medium" />
          <TextField {...field('fonction')} label="Fonction" autocomplete="organization-title" optional />
          <TextField
            {...field('courriel')}
            label="Courriel"
            hint="Un message y sera envoyé : il faut l’ouvrir avant de se connecter."
            type="email"
            autocomplete="email"
            width="medium"
          />
          <TextField
            name="mot_de_passe"
            error={problemOf(problems, 'mot_de_passe')}
            label="Mot de passe"
            hint="12 signes au moins. Une phrase convient très bien."
            type="password"
            autocomplete="new-password"
            width="medium"
          />
        </FieldGroup>
        <FieldGroup legend="4. Les choix du réseau">
          <Radios
            {...field('couleurs')}
            value={String(values.couleurs ?? PALETTES[0].id)}
            label="Couleurs"
            choices={PALETTES.map(({ id, name, description, theme }) => ({
              value: id,
              label: (
                <>
                  {name} <Swatches theme={theme} />
                </>
              ),
              hint: description,
            }))}
          />
          <Checkboxes
            name="modeles"
            error={problemOf(problems, 'modeles')}
            label="Modèles de convention proposés"
            hint="Aucun coché : tous sont proposés."
            values={[values.modeles ?? []].flat()}
            choices={templates.map(({ id, title }) => ({ value: id, label: title }))}
            optional
          />
        </FieldGroup>
        <FieldGroup legend="5. La protection des données">
          <TextField
            {...field('dpo')}
            label="Déléguée ou délégué à la protection des données"
            hint="Son nom, ou celui de son service."
            optional
          />
          <TextField {...field('dpo_courriel')} label="Son courriel" type="email" width="medium" optional />
        </FieldGroup>
        <Actions>
          <Button>Créer le réseau</Button>
        </Actions>
      </Form>
    </FirstRunFrame>
  )
}
