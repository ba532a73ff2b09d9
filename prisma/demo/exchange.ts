/** What Smøla copied from Kristiansand, how that looked then, and what Smøla has offered back. */
export const exchange = {
  copy: 'trygghet-pa-oya-smola',
  source: 'velferdsteknologi-i-hjemmet-kristiansand',
  /** The risk that was copied, as Smøla calls it now and as it is called in Kristiansand. */
  here: 'Ingen dekning på ytterøyene',
  there: 'Mobilnettet faller ut i deler av kommunen',
  /** What it said when it was copied. */
  was: { consequenceText: 'Alarmene virker ikke', actions: ['Kort med to nett i alle alarmer'] },
  /** What Kristiansand has found out since. */
  isNew: 'Gevinsten blir borte i økt etterspørsel',
  /** A risk that Smøla wrote itself, and offers. */
  offered: 'De eldre føler seg overvåket',
  comment: 'Dette møtte vi hos de tre første. Det hjalp å vise hva nattevakten faktisk ser.',
}
