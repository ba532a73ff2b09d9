import Link from 'next/link'
import { SearchBox } from '@/components/search/search-box'
import type { Translator } from '@/lib/platform/i18n'

/** What Delt is, in one sentence, and the way in: a search, and where one is from. */
export function Hero({ t, examples, children }: { t: Translator; examples: string[]; children: React.ReactNode }) {
  return (
    <div className="hero">
      <div className="page grid items-center gap-10 py-12 md:py-16 lg:grid-cols-[1.15fr_1fr] lg:py-20">
        <div className="grid max-w-2xl gap-6">
          <h1 className="text-[2rem] sm:text-4xl md:text-6xl">{t('frontPage.title')}</h1>
          <p className="text-lg md:text-xl">{t('frontPage.lead')}</p>
          <SearchBox label={t('frontPage.searchLabel')} button={t('common.search')} />
          <p className="flex flex-wrap gap-x-3 gap-y-1">
            <span className="muted">{t('frontPage.searchExamples')}:</span>
            {examples.map((example) => (
              <Link
                key={example}
                href={`/erfaringer?q=${encodeURIComponent(example)}`}
                prefetch={false}
                className="py-0.5 underline underline-offset-4"
              >
                {example}
              </Link>
            ))}
          </p>
          {children}
          <p>
            <Link href="/startpakker" prefetch={false} className="py-0.5 underline underline-offset-4">
              {t('frontPage.smallMunicipality')}
            </Link>
          </p>
        </div>
        <SharedGround ours={t('frontPage.shapeOurs')} theirs={t('frontPage.shapeTheirs')} />
      </div>
    </div>
  )
}

/** The mark of Delt with its meaning written in: what you learnt, what others did, and what the two share. */
function SharedGround({ ours, theirs }: { ours: string; theirs: string }) {
  return (
    <svg viewBox="0 0 460 300" className="hidden w-full lg:block" aria-hidden="true" fontSize="19" fontWeight="600">
      <circle cx="150" cy="150" r="146" fill="var(--brand-petrol)" />
      <circle cx="310" cy="150" r="146" fill="var(--brand-sun)" />
      <path d="M230 27.9a146 146 0 0 1 0 244.2 146 146 0 0 1 0-244.2Z" fill="var(--brand-rust)" />
      <Words x={84} text={ours} colour="#fff" />
      <Words x={376} text={theirs} colour="#241a02" />
      <text x="230" y="159" textAnchor="middle" fontSize="34" fontWeight="700" fill="#fff">
        delt
      </text>
    </svg>
  )
}

/** A few words, each on a line of its own, about the middle of the shape. */
function Words({ x, text, colour }: { x: number; text: string; colour: string }) {
  const words = text.split(' ')
  const line = 25
  return (
    <text x={x} textAnchor="middle" fill={colour}>
      {words.map((word, index) => (
        <tspan key={word} x={x} y={156 + (index - (words.length - 1) / 2) * line}>
          {word}
        </tspan>
      ))}
    </text>
  )
}
