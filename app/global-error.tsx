'use client'
import nb from '@/messages/nb.json'

/** When not even the shell could be drawn. In bokmål: the language of the reader is not known here. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="nb">
      <body
        style={{
          fontFamily: 'system-ui, sans-serif',
          margin: '12vh auto',
          maxWidth: '36rem',
          padding: '0 1rem',
          lineHeight: 1.5,
        }}
      >
        <title>{nb.errors.faultTitle}</title>
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
