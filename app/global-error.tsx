'use client'
import nb from '@/messages/nb.json'

/** When not even the shell could be drawn. In bokmål: the language of the reader is not known here. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="nb">
      <body
        style={{
          colorScheme: 'light dark',
          font: '1.1rem/1.6 system-ui, sans-serif',
          margin: '14vh auto',
          maxWidth: '34rem',
          padding: '0 1.25rem',
        }}
      >
        <title>{nb.errors.faultTitle}</title>
        <svg viewBox="0 0 40 28" width="72" height="50" aria-hidden="true">
          <circle cx="14" cy="14" r="13" fill="#0e5a58" />
          <circle cx="26" cy="14" r="13" fill="#e9ae2f" />
          <path d="M20 2.47a13 13 0 0 1 0 23.06 13 13 0 0 1 0-23.06Z" fill="#b4462b" />
        </svg>
        <h1>{nb.errors.faultTitle}</h1>
        <p>{nb.errors.faultText}</p>
        {error.digest && (
          <p>
            {nb.errors.reference}: <code>{error.digest}</code>
          </p>
        )}
        <p>
          <a href="/">{nb.errors.tryAgain}</a>
        </p>
      </body>
    </html>
  )
}
