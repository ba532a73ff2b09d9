import { answerDirectory } from '@/lib/scim/answer'

interface Context {
  params: Promise<{ path?: string[] }>
}

const answer = async (request: Request, { params }: Context) => answerDirectory(request, (await params).path ?? [])

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }
