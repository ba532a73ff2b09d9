'use server'
import { redirect } from 'next/navigation'
import {
  addSection,
  changeCollection,
  changeSection,
  deleteCollection,
  makeCollection,
  moveSection,
  removeSection,
  setStatus,
} from '@/lib/collections/commands'
import {
  collectionAt,
  collectionInput,
  itemAt,
  itemNoteInput,
  moveItemInput,
  moveSectionInput,
  newCollectionInput,
  newItemInput,
  newSectionInput,
  otherItemInput,
  publishInput,
  sectionAt,
  sectionInput,
} from '@/lib/collections/input'
import { addItem, addOtherItem, changeItemNote, moveItem, removeItem } from '@/lib/collections/items/commands'
import { command } from '@/lib/platform/command'

const home = ({ collectionId }: { collectionId: string }) => `/kuratering/samlinger/${collectionId}?ok=lagret`
const section = ({ collectionId, sectionId }: { collectionId: string; sectionId: string }) =>
  `/kuratering/samlinger/${collectionId}/${sectionId}?ok=lagret`

export const make = command(newCollectionInput, makeCollection, (made) => redirect(home(made)))
export const change = command(collectionInput, changeCollection, (_, at) => redirect(home(at)))
export const publish = command(publishInput, setStatus, (_, at) => redirect(home(at)))
export const remove = command(collectionAt, deleteCollection, () => redirect('/kuratering/samlinger?ok=slettet'))
export const addPart = command(newSectionInput, addSection, (_, at) => redirect(home(at)))
export const changePart = command(sectionInput, changeSection, (_, at) => redirect(section(at)))
export const removePart = command(sectionAt, removeSection, (_, at) => redirect(home(at)))
export const movePart = command(moveSectionInput, moveSection, (_, at) => redirect(`${home(at)}#del-${at.sectionId}`))
export const addOther = command(otherItemInput, addOtherItem, (_, at) => redirect(`${section(at)}#eksempler`))
export const addExample = command(newItemInput, addItem, (_, at) => redirect(section(at)))

/** Of examples, the section they stand in comes along: it is where one goes back to. */
const inSection = { sectionId: sectionAt.shape.sectionId }
const example = (at: { collectionId: string; sectionId: string; itemId: string }) => `${section(at)}#eksempel-${at.itemId}`
export const changeExample = command(itemNoteInput.extend(inSection), changeItemNote, (_, at) => redirect(example(at)))
export const removeExample = command(itemAt.extend(inSection), removeItem, (_, at) => redirect(section(at)))
export const moveExample = command(moveItemInput.extend(inSection), moveItem, (_, at) => redirect(example(at)))
