import { FilterSelect } from '@/components/ui/filter-select'
import { traitNames } from '@/lib/municipalities/likeness/input'
import { heaviest, type Trait, traits, type Weights } from '@/lib/municipalities/likeness/rules'
import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  /** The number of the municipality the others are held against. */
  self: string
  choices: { value: string; text: string }[]
  weights: Weights
  choose: (form: FormData) => Promise<void>
  /** The page that asked, to show again; '' for this one. */
  back: string
  /** Whether the reader's municipality is known from their sign-in: then another one is only looked at. */
  isStaff: boolean
}

/** Whom one wants to find the like of, and what counts: remembered, and put into the address, which one can send to others. */
export function WeightsForm({ t, self, choices, weights, choose, back, isStaff }: Props) {
  return (
    <form action={choose} className="panel grid gap-4">
      <FilterSelect
        name="som"
        label={t(isStaff ? 'likeness.as' : 'standpoint.iAmFrom')}
        value={self}
        all={t('likeness.choose')}
        choices={choices}
      />
      <details open={back !== ''}>
        <summary className="font-semibold">{t('likeness.weights')}</summary>
        <p className="mt-1 text-sm muted">{t('likeness.weightsHint')}</p>
        <div className="mt-3 grid gap-4 sm:grid-cols-2">
          {traits.map((trait) => (
            <TraitWeight key={trait} t={t} trait={trait} weight={weights[trait]} />
          ))}
        </div>
      </details>
      <input type="hidden" name="tilbake" value={back} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <button type="submit" className="ds-button">
          {t(back ? 'standpoint.goBack' : 'likeness.find')}
        </button>
        <span className="text-sm muted">{t(isStaff ? 'standpoint.weightsKept' : 'standpoint.kept')}</span>
      </div>
    </form>
  )
}

function TraitWeight({ t, trait, weight }: { t: Translator; trait: Trait; weight: number }) {
  const name = traitNames[trait]
  return (
    <fieldset className="grid gap-1">
      <legend className="font-semibold">{t(`likeness.trait.${trait}`)}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {Array.from({ length: heaviest + 1 }, (_, value) => value).map((value) => (
          <label key={`${value} ${weight}`} className="flex min-h-11 items-center gap-2">
            <input type="radio" name={name} value={value} defaultChecked={value === weight} className="ds-input" />
            {t(`likeness.weight.${value}` as 'likeness.weight.0')}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
