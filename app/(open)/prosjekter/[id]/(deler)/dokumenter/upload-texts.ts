import { fileHint } from '@/components/documents/document-texts'
import { config } from '@/lib/platform/config'
import { acceptedExtensions } from '@/lib/platform/files/types'
import type { Translator } from '@/lib/platform/i18n'

/** What the field of a file says and takes. */
export function fileFieldOf(t: Translator) {
  const { maxBytes } = config().files
  return {
    label: t('documents.file'),
    hint: fileHint(t, maxBytes),
    chooseAgain: t('documents.chooseAgain'),
    accept: acceptedExtensions,
    maxBytes,
  }
}

/** The words around it. */
export function uploadTexts(t: Translator) {
  return {
    comment: t('documents.comment'),
    commentHint: t('documents.commentHint'),
    submit: t('documents.upload'),
    cancel: t('common.cancel'),
  }
}
