'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'
import { formatDate, type Locale } from '@/lib/platform/locale'
import { daysAcross, daysForKey, type Held, heldFrom, previewAddress, shiftHeld } from './timeline-moves'
import { fill } from './timeline-texts'

interface Props {
  /** The page that shows what a move leads to before it is saved; it is given `flytt`, `start` and `slutt`. */
  previewHref: string
  locale: Locale
  texts: {
    /** How to move something, by hand and by keys. */
    help: string
    /** `Ny dato: {date}` */
    newDate: string
    /** `Nye datoer: {start}–{end}` */
    newDates: string
    /** After a move by keys: `Trykk Enter for å se hva som følger, Escape for å angre.` */
    confirm: string
    undone: string
  }
  /** A `Timeline` that is movable. */
  children: React.ReactNode
}

/** What is being moved, where the pointer took hold of it, if it did, and how many days it has come. */
interface Hold {
  mark: SVGGraphicsElement
  held: Held
  fromX: number | null
  isDragged: boolean
  days: number
}

/** How far a pointer may slip, in pixels, before a click is a move. */
const slack = 4

/** Lets the marks of a timeline be moved sideways. Nothing is saved: a move leads to the page that shows what follows. */
export function TimelineDrag({ previewHref, locale, texts, children }: Props) {
  const router = useRouter()
  const hold = useRef<Hold | null>(null)
  const [message, setMessage] = useState('')
  const [isLeaving, startLeaving] = useTransition()

  // The preview may be this same page, and there the mark must stand where the server puts it.
  useEffect(() => {
    if (isLeaving) return
    restore(hold.current)
    hold.current = null
  }, [isLeaving])

  function letGo(said: string) {
    restore(hold.current)
    hold.current = null
    setMessage(said)
  }

  function moveTo(days: number) {
    if (!hold.current) return
    hold.current.days = days
    place(hold.current)
    const { startOn, endOn } = shiftHeld(hold.current.held, days)
    const end = formatDate(endOn, locale, 'short')
    const dates = startOn
      ? fill(texts.newDates, { start: formatDate(startOn, locale, 'short'), end })
      : fill(texts.newDate, { date: end })
    setMessage(hold.current.fromX === null ? `${dates}. ${texts.confirm}` : dates)
  }

  function leave(held: Held) {
    startLeaving(() => router.push(previewAddress(previewHref, held)))
  }

  function takeByPointer(event: React.PointerEvent) {
    if (isLeaving || !event.isPrimary || event.button !== 0) return
    letGo('')
    hold.current = holdOn(event.target, event.clientX)
  }

  function followPointer(event: React.PointerEvent) {
    const current = hold.current
    if (isLeaving || !current || current.fromX === null) return
    const way = event.clientX - current.fromX
    if (!current.isDragged && Math.abs(way) < slack) return
    if (!current.isDragged) current.mark.setPointerCapture(event.pointerId)
    current.isDragged = true
    moveTo(daysAcross(way, perDay(current.mark), chartWidth(current.mark)))
  }

  function dropByPointer() {
    const current = hold.current
    if (isLeaving || !current || current.fromX === null) return
    if (current.days !== 0) leave(shiftHeld(current.held, current.days))
    // What was dragged home again is held a moment more, so that the click that may follow does not open it.
    else if (current.isDragged) setTimeout(() => letGo(''))
    else hold.current = null
  }

  function keepLinkShut(event: React.MouseEvent) {
    if (!hold.current?.isDragged) return
    event.preventDefault()
    event.stopPropagation()
  }

  function moveByKey(event: React.KeyboardEvent) {
    if (isLeaving) return
    const current = hold.current ?? holdOn(event.target, null)
    if (!current || current.fromX !== null) return
    const step = daysForKey(event)
    const opens = event.key === 'Enter' || event.key === ' '
    if (step !== 0) {
      event.preventDefault()
      hold.current = current
      moveTo(current.days + step)
    } else if (opens && (current.days !== 0 || !current.mark.querySelector('a'))) {
      event.preventDefault()
      leave(shiftHeld(current.held, current.days))
    } else if (event.key === 'Escape' && current.days !== 0) {
      letGo(texts.undone)
    }
  }

  return (
    <div className="grid gap-2">
      <p className="muted text-sm">{texts.help}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the marks within are what is interacted with */}
      <div
        className="min-w-0"
        onPointerDown={takeByPointer}
        onPointerMove={followPointer}
        onPointerUp={dropByPointer}
        onPointerCancel={() => letGo('')}
        onClickCapture={keepLinkShut}
        onKeyDown={moveByKey}
        onBlur={() => hold.current?.fromX === null && !isLeaving && letGo('')}
        onDragStart={(event) => event.preventDefault()}
      >
        {children}
      </div>
      <p role="status" className="min-h-6 font-semibold">
        {message}
      </p>
    </div>
  )
}

function holdOn(target: EventTarget, fromX: number | null): Hold | null {
  const mark = target instanceof Element ? target.closest('[data-per-day]') : null
  if (!(mark instanceof SVGGraphicsElement)) return null
  const held = heldFrom(mark.dataset)
  return held && { mark, held, fromX, isDragged: false, days: 0 }
}

function perDay(mark: SVGGraphicsElement): number {
  return Number(mark.dataset.perDay)
}

function chartWidth(mark: SVGGraphicsElement): number {
  return mark.ownerSVGElement?.width.baseVal.value ?? 0
}

function place({ mark, fromX, days }: Hold): void {
  // Under the pointer it must keep up; by keys it may glide, for those who do not mind.
  const glides = fromX === null && !window.matchMedia('(prefers-reduced-motion: reduce)').matches
  mark.style.transition = glides ? 'transform 120ms' : 'none'
  mark.style.transform = `translateX(${days * perDay(mark) * chartWidth(mark)}px)`
}

function restore(hold: Hold | null): void {
  hold?.mark.style.removeProperty('transform')
}
