/** Advisors whom municipalities have let in for a while: the key of the advisor, and of whoever let them in. */
export const grants = [
  {
    municipality: '4202',
    by: 'siri',
    advisor: 'solveig',
    role: 'portfolio_reader' as const,
    days: 60,
    reason: 'Går gjennom porteføljen sammen med oss før budsjettet.',
  },
]
