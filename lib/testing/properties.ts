import fc from 'fast-check'

/**
 * Properties are tried on the same cases every time, so that only a change can make them fail. To look for new ones:
 * `PROPERTY_SEED=$RANDOM PROPERTY_RUNS=5000 npx vitest run`.
 */
fc.configureGlobal({
  seed: Number(process.env.PROPERTY_SEED ?? 4202),
  numRuns: Number(process.env.PROPERTY_RUNS ?? 100),
})
