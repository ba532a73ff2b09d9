'use client'
import { type AbstractIntlMessages, IntlProvider } from 'use-intl'

interface Props {
  locale: string
  messages: AbstractIntlMessages
  children: React.ReactNode
}

/** Gives client components below it their texts: only those that are named, in one language. */
export function ClientTexts({ locale, messages, children }: Props) {
  return (
    <IntlProvider locale={locale} messages={messages} timeZone="Europe/Oslo">
      {children}
    </IntlProvider>
  )
}
