/** The fields of municipal digitalisation, in the order they are listed. Codes are stable: addresses and rows refer to them. */
export const themes = [
  { code: 'byggesak', nameNb: 'Byggesak', nameNn: 'Byggesak', nameEn: 'Building applications' },
  { code: 'helse-og-omsorg', nameNb: 'Helse og omsorg', nameNn: 'Helse og omsorg', nameEn: 'Health and care' },
  { code: 'skole', nameNb: 'Skole', nameNn: 'Skule', nameEn: 'Schools' },
  { code: 'barnehage', nameNb: 'Barnehage', nameNn: 'Barnehage', nameEn: 'Kindergartens' },
  { code: 'innbyggertjenester', nameNb: 'Innbyggertjenester', nameNn: 'Innbyggjartenester', nameEn: 'Services for residents' },
  {
    code: 'arkiv-og-sak',
    nameNb: 'Arkiv og saksbehandling',
    nameNn: 'Arkiv og saksbehandling',
    nameEn: 'Records and case handling',
  },
  { code: 'vann-og-avlop', nameNb: 'Vann og avløp', nameNn: 'Vatn og avløp', nameEn: 'Water and wastewater' },
  { code: 'ikt-infrastruktur', nameNb: 'IKT og infrastruktur', nameNn: 'IKT og infrastruktur', nameEn: 'ICT and infrastructure' },
  {
    code: 'sikkerhet-og-personvern',
    nameNb: 'Sikkerhet og personvern',
    nameNn: 'Tryggleik og personvern',
    nameEn: 'Security and privacy',
  },
  { code: 'okonomi-og-hr', nameNb: 'Økonomi og HR', nameNn: 'Økonomi og HR', nameEn: 'Finance and HR' },
  {
    code: 'data-og-ki',
    nameNb: 'Data og kunstig intelligens',
    nameNn: 'Data og kunstig intelligens',
    nameEn: 'Data and artificial intelligence',
  },
  { code: 'kultur-og-fritid', nameNb: 'Kultur og fritid', nameNn: 'Kultur og fritid', nameEn: 'Culture and leisure' },
] as const
