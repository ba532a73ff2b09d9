import Link from 'next/link'
import { redirect } from 'next/navigation'
import { ListView } from '@/components/lists/list-view'
import { ViewForm } from '@/components/lists/view-form'
import { ViewTabs } from '@/components/lists/view-tabs'
import { SelectionBar } from '@/components/portfolio/selection-bar'
import { type Address, listParameters, listQuery } from '@/lib/lists/rules'
import type { Staff } from '@/lib/platform/actor'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { type PortfolioListName, portfolioLists } from '@/lib/portfolio/lists/columns'
import { portfolioList } from '@/lib/portfolio/lists/queries'
import { listHrefs } from '@/lib/portfolio/lists/rules'
import { savedViews } from '@/lib/portfolio/views/queries'
import { asksForNothing, type ViewTab, viewHref, viewTabs } from '@/lib/portfolio/views/rules'
import { change, remove, save } from './actions'

interface Props {
  who: Staff
  name: PortfolioListName
  address: Address
  /** The form that chosen rows belong to, where they can be chosen. */
  selectionForm?: string | null
}

/** A list of the portfolio with its views. Without anything in the address, the reader's own standard view is shown. */
export async function PortfolioList({ who, name, address, selectionForm = null }: Props) {
  const definition = portfolioLists[name]
  const [t, locale, saved] = [await getTranslator(), await getLocale(), await savedViews(who, name)]
  const standard = saved.find(({ isStandard }) => isStandard)
  if (standard && asksForNothing(address)) redirect(viewHref(definition.path, standard))
  const query = listQuery(definition, address)
  const page = await portfolioList(who, name, query)
  const current = query.view || 'alle'
  return (
    <>
      <ViewTabs t={t} path={definition.path} tabs={viewTabs(name, saved)} current={current} />
      <ListView
        texts={{ t, locale, names: page.names }}
        definition={definition}
        query={query}
        page={page}
        hrefOf={listHrefs[name]}
        exportHref={`/portefolje/eksport/${name}`}
        selectionForm={selectionForm}
        whereNothingIs={name === 'prosjekter' ? <FirstSteps t={t} /> : null}
      />
      {selectionForm && page.total > 0 && (
        <SelectionBar
          t={t}
          formId={selectionForm}
          query={listParameters(definition, { ...query, page: 1, view: '' }).toString()}
          total={page.total}
        />
      )}
      <details className="mt-4 no-print">
        <summary>{t('views.keep')}</summary>
        <div className="panel mt-3 grid gap-4">
          <p className="muted">{t('views.link')}</p>
          <ViewForm
            key={current}
            save={save}
            change={change}
            remove={remove}
            list={name}
            query={listParameters(definition, { ...query, page: 1, view: '' }).toString()}
            current={ownView(saved, current)}
            texts={formTexts(t)}
          />
        </div>
      </details>
    </>
  )
}

/** For a municipality without projects: begin one, or find what others did. */
function FirstSteps({ t }: { t: Translator }) {
  return (
    <>
      <Link href="/nytt-prosjekt" prefetch={false} className="ds-button">
        {t('portfolio.newProject')}
      </Link>
      <Link href="/erfaringer" prefetch={false} className="ds-button" data-variant="secondary">
        {t('portfolio.findExperience')}
      </Link>
    </>
  )
}

function ownView(saved: ViewTab[], id: string) {
  const view = saved.find((tab) => tab.id === id && tab.isOwn)
  return view ? { id: view.id, name: view.name ?? '', isShared: view.isShared, isStandard: view.isStandard } : null
}

const formTexts = (t: Translator) => ({
  save: t('views.save'),
  saveNew: t('views.saveNew'),
  change: t('views.change'),
  changeHint: t('views.changeHint'),
  remove: t('views.remove'),
  removeAsks: t('asks.view'),
  name: t('views.name'),
  isShared: t('views.isShared'),
  isStandard: t('views.isStandard'),
})
