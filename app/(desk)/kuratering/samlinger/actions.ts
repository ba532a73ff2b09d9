'use server'
import { redirect } from 'next/navigation'
import {
  addItem,
  addSection,
  changeCollection,
  changeSection,
  deleteCollection,
  makeCollection,
  moveItem,
  moveSection,
  removeItem,
  removeSection,
  setStatus,
} from '@/lib/collections/commands'
import {
  collectionAt,
  collectionInput,
  itemAt,
  moveItemInput,
  moveSectionInput,
  newCollectionInput,
  newItemInput,
  newSectionInput,
  publishInput,
  sectionAt,
  sectionInput,
} from '@/lib/collections/input'
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
export const movePart = command(moveSectionInput, moveSection, (_, at) => redirect(home(at)))
export const addExample = command(newItemInput, addItem, (_, at) => redirect(section(at)))
export const removeExample = command(itemAt.extend({ sectionId: sectionAt.shape.sectionId }), removeItem, (_, at) =>
  redirect(section(at)),
)
export const moveExample = command(moveItemInput.extend({ sectionId: sectionAt.shape.sectionId }), moveItem, (_, at) =>
  redirect(section(at)),
)
