/** The cases that the advisors show on the front page. Only what is open to all shows there. */
export const featuredCases: { slug: string; reason: string }[] = [
  {
    slug: 'ebyggesak-ikt-agder',
    reason: 'Viser hvordan flere kommuner kan dele én løsning, og hva samarbeidet krever av avtaler.',
  },
  { slug: 'nye-loysingar-for-skular-sogndal', reason: 'Nyttig for alle med små skular: prøv der kvardagen er mest samansett.' },
  { slug: 'chatbot-uten-effekt-bergen', reason: 'Ærlig om et prosjekt uten effekt. Les den før dere kjøper samtalerobot.' },
]
