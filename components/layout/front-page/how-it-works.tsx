import type { Translator } from '@/lib/platform/i18n'

/** Run, share, copy: Delt in three steps. */
export function HowItWorks({ t }: { t: Translator }) {
  const steps = [
    { title: t('frontPage.how1Title'), text: t('frontPage.how1Text') },
    { title: t('frontPage.how2Title'), text: t('frontPage.how2Text') },
    { title: t('frontPage.how3Title'), text: t('frontPage.how3Text') },
  ]
  return (
    <section aria-labelledby="slik" className="py-12">
      <h2 id="slik" className="mb-6 text-3xl">
        {t('frontPage.howTitle')}
      </h2>
      <ol className="grid gap-x-10 gap-y-8 md:grid-cols-3">
        {steps.map(({ title, text }, index) => (
          <li key={title} className="grid content-start gap-2 border-t-4 border-primary-base-default pt-4">
            <h3 className="flex items-baseline gap-3 text-xl">
              <span className="text-3xl font-bold text-accent-text-subtle" aria-hidden="true">
                {index + 1}
              </span>
              {title}
            </h3>
            <p className="max-w-prose">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
