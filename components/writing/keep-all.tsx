'use client'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Finding } from '@/lib/experiences/check/rules'

/** One press for all findings of a kind, where there are several. It ticks their boxes, which can be unticked again one by one. */
export function KeepAll({ findings }: { findings: Finding[] }) {
  const t = useTranslations('reportCheck')
  const [isAlive, setAlive] = useState(false)
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => setAlive(true), [])
  const kinds = [...new Set(findings.map(({ kind }) => kind))]
    .map((kind) => ({ kind, keys: findings.filter((finding) => finding.kind === kind).map(({ key }) => key) }))
    .filter(({ keys }) => keys.length > 1)
  const keep = (keys: string[]) => {
    for (const box of here.current?.closest('form')?.querySelectorAll<HTMLInputElement>('input[name="keep[]"]') ?? [])
      if (keys.includes(box.value)) box.checked = true
  }
  if (!isAlive || kinds.length === 0) return null
  return (
    <div ref={here} className="flex flex-wrap gap-2">
      {kinds.map(({ kind, keys }) => (
        <button key={kind} type="button" className="ds-button" data-variant="secondary" data-size="sm" onClick={() => keep(keys)}>
          {t('keepAll', { kind: t(`kind.${kind}`), count: keys.length })}
        </button>
      ))}
    </div>
  )
}
