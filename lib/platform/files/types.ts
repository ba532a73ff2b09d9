/** What may be taken in: the type it is given out as, and the extensions it may go by, the usual one first. */
export const fileTypes = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'application/msword': ['doc'],
  'application/vnd.ms-excel': ['xls'],
  'application/vnd.ms-powerpoint': ['ppt'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
  'text/markdown': ['md'],
} as const

export type FileType = keyof typeof fileTypes

export const allFileTypes = Object.keys(fileTypes) as FileType[]

/** For the `accept` of a file field: `.pdf,.docx,…`. A help to the one who chooses, never a check. */
export const acceptedExtensions: string = Object.values(fileTypes)
  .flat()
  .map((extension) => `.${extension}`)
  .join(',')

/** The extension of a name, in lower case and without the dot; empty where there is none. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,10})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''
}

/** Whether a text out of the database is a type that may be taken in. */
export function isFileType(text: string): text is FileType {
  return Object.hasOwn(fileTypes, text)
}
