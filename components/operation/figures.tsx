import { formatNumber, type Locale } from '@/lib/platform/locale'

const megabyte = 1024 * 1024

/** Storage in megabytes, so that municipalities can be held against each other. */
export function storageText(bytes: number, locale: Locale): string {
  return `${formatNumber(bytes / megabyte, locale, 1)} MB`
}

/** Figures with their names, beside one another where there is room. */
export function Figures({ figures, className }: { figures: (readonly [name: string, value: string])[]; className: string }) {
  return (
    <dl className={`mb-6 grid gap-4 ${className}`}>
      {figures.map(([name, value]) => (
        <div key={name} className="panel grid gap-1">
          <dt className="text-sm muted">{name}</dt>
          <dd className="text-2xl font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
