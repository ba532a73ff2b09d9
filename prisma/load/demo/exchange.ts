import type { Tx } from '@/lib/platform/db'
import { keptContent, type Parts } from '@/lib/sharing/parts'
import { exchange } from '../../demo/exchange'
import { found } from './context'

type Risk = Parts['uncertainties'][number]

const plain = <Value>(value: Value) => JSON.parse(JSON.stringify(value))

/** Between a copy and its source, after the copies: something to take, something both have changed, and something that is offered. */
export async function insertExchange(tx: Tx): Promise<void> {
  const reports = await tx.experienceReport.findMany({
    where: { slug: { in: [exchange.copy, exchange.source] } },
    select: { id: true, slug: true, projectId: true, municipalityId: true },
  })
  const reportOf = (slug: string) =>
    found(
      reports.find((report) => report.slug === slug),
      `report ${slug}`,
    )
  const [copy, source] = [reportOf(exchange.copy), reportOf(exchange.source)]
  const part = await tx.reportPart.findFirstOrThrow({ where: { reportId: source.id, kind: 'uncertainties' } })
  const now: Risk[] = keptContent.uncertainties.parse(part.content)
  const { id: projectCopyId } = await tx.projectCopy.findFirstOrThrow({
    where: { projectId: copy.projectId, sourceProjectId: source.projectId },
    select: { id: true },
  })
  const content = now
    .filter(({ title }) => title !== exchange.isNew)
    .map((risk) => (risk.title === exchange.there ? { ...risk, ...exchange.was } : risk))
  const { id: copiedPartId } = await tx.copiedPart.create({
    select: { id: true },
    data: {
      ...{ municipalityId: copy.municipalityId, projectCopyId, kind: 'uncertainties' },
      ...{ sourcePartId: part.id, sourceVersion: part.version, content: plain(content) },
    },
  })
  const key = found(now.find(({ title }) => title === exchange.there)?.key, exchange.there)
  await tx.uncertainty.updateMany({
    where: { projectId: copy.projectId, title: exchange.here },
    data: { copiedPartId, sourceItemKey: key },
  })
  await insertOffer(tx, copy, source)
}

type Place = { projectId: string; municipalityId: string }

async function insertOffer(tx: Tx, copy: Place, source: Place): Promise<void> {
  const { actions, ...own } = await tx.uncertainty.findFirstOrThrow({
    where: { projectId: copy.projectId, title: exchange.offered },
    include: { actions: { orderBy: { id: 'asc' } } },
  })
  const [item] = keptContent.uncertainties.parse([{ ...own, actions: actions.map(({ text }) => text) }])
  const { personId } = await tx.projectMember.findFirstOrThrow({ where: { projectId: copy.projectId, role: 'project_manager' } })
  await tx.improvementOffer.create({
    select: { id: true },
    data: {
      ...{ municipalityId: copy.municipalityId, toMunicipalityId: source.municipalityId, toProjectId: source.projectId },
      ...{ kind: 'uncertainties', comment: exchange.comment, offeredBy: personId },
      items: [plain({ item, theirs: null, row: own.id })],
    },
  })
}
