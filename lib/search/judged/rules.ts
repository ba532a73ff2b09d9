/** How good an ordered list of hits is, from 0 to 1: the normalised discounted cumulative gain of its first ten (Järvelin and Kekäläinen 2002). */
export function ndcg(hits: readonly string[], wants: Readonly<Record<string, number>>): number {
  const ideal = Object.values(wants).sort((a, b) => b - a)
  const best = gain(ideal)
  return best === 0 ? 1 : gain(hits.map((hit) => wants[hit] ?? 0)) / best
}

function gain(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0)
}
