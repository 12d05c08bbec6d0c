import type { RateRow, RateSeries } from './rateTable.ts';

/** Where a figure was read. Nobody qualified has checked them; `confidence` says how far each may be trusted. */
const SOURCES = {
  BDF: 'https://www.banque-france.fr/en/policy-rates',
  ECB_LIST: "a third party's list of ECB changes; agrees with what was announced",
  ECB_HELD: 'one public file; consistent with the Belgian rate published for this half-year; verify at the ECB',
  ECB_UNREAD: 'three independent public files, none of them official; verify at the ECB',
  FR_TRESOR: 'https://www.tresor.economie.gouv.fr/Ressources/taux-de-linteret-legal',
  FR_CABINET_CEC: 'https://www.cabinet-cec.fr/taux-de-linteret-legal-pour-le-second-semestre-2020/',
  FR_AVOCATS: 'https://dandrel-avocats.fr/taux-de-linteret-legal-du-2nd-semestre-2021/',
  FR_TROISVILLES: 'https://www.troisvilles.fr/Droits-et-demarches.html?xml=F783 (Service-Public F783 copy)',
  FR_NOTAIRES2NORMANDIE:
    'https://notaires2normandie.com/nos-actus/les-taux-de-linteret-legal-applicables-au-cours-du-second-semestre-2023-sont-fixes',
  FR_EXEOFFICE: 'https://www.exeoffice.eu (5,07)',
  FR_VOTREXPERT: 'https://infos.votrexpert.com/votrexpert-actualite/chiffres/taux_interet_legal.html (8,16 / 4,92)',
  FR_KSCA:
    'https://ksca.fr/contenus-juridiques/actualites/lire/taux-de-linteret-legal-a-compter-du-1er-juillet-2025/615065',
  FR_VOTREXPERT_2: 'https://infos.votrexpert.com/ECOSPHERE_EXPERTISE/chiffres/taux_interet_legal.html (6,65 / 2,76)',
  FR_JURIBLIO: 'https://juriblio.fr/arretes/arrete-du-15-decembre-2025/187383136 (JORF 26 Dec 2025)',
  FR_UNREAD: 'two public files, neither official; verify against the decree of June 2026',
  BE_VANOSTAEYEN: 'https://vanostaeyen.eu/blog/intrestvoet-betalingsachterstand-handelstransacties-blijft-8',
  BE_PHC_EXPERT: 'https://phc-expert.be/?p=1832',
  BE_THEOMA: 'https://www.theoma.be/blog/intrestvoeten-in-2023/ (8% from 2016-07-01 until 10.5% on 2023-01-01)',
  BE_ETAAMB: 'https://etaamb.openjustice.be/nl/mededeling_n2023041019.html (Moniteur belge)',
  BE_SUBACCOUNT:
    'https://subaccount.webwin.be/newsletter-by-email/le-taux-legal-dinteret-de-retard-reste-inchange-a-125-pour-toute-lannee-2024',
  BE_MEDENAM: 'https://www.medenam.be/?p=182',
  BE_BLOG:
    'https://blog.forumforthefuture.be/fr/article/transactions-commerciales-hausse-du-taux-dinteret-pour-retard-de-paiement-/23910',
  BE_LEUROPEINFO: 'https://leuropeinfo.eu/?p=1197',
  BE_EMBUILD: 'https://embuild.be/fr/actualites/le-retard-de-paiement-le-taux-dinteret-applicable-en-2026',
  BE_UNREAD: 'derived: main refinancing rate 2.40 + 8, rounded up to the half point; verify in the Moniteur belge',
  BE_KLUWER: 'https://immospector.kluwer.be (kl2715948)',
} as const;

type Read = readonly [from: string, ratePct: string, confidence: RateRow['confidence'], source: keyof typeof SOURCES];

/** ECB, main refinancing operations, in force on the half-year's first day (Directive 2011/7/EU art. 2 (7)). */
const ECB_MRO: readonly Read[] = [
  ['2015-01-01', '0.05', 'official', 'BDF'],
  ['2015-07-01', '0.05', 'official', 'BDF'],
  ['2016-01-01', '0.05', 'official', 'BDF'],
  ['2016-07-01', '0.00', 'official', 'BDF'],
  ['2017-01-01', '0.00', 'official', 'BDF'],
  ['2017-07-01', '0.00', 'official', 'BDF'],
  ['2018-01-01', '0.00', 'official', 'BDF'],
  ['2018-07-01', '0.00', 'official', 'BDF'],
  ['2019-01-01', '0.00', 'official', 'BDF'],
  ['2019-07-01', '0.00', 'official', 'BDF'],
  ['2020-01-01', '0.00', 'official', 'BDF'],
  ['2020-07-01', '0.00', 'official', 'BDF'],
  ['2021-01-01', '0.00', 'official', 'BDF'],
  ['2021-07-01', '0.00', 'official', 'BDF'],
  ['2022-01-01', '0.00', 'official', 'BDF'],
  ['2022-07-01', '0.00', 'official', 'BDF'],
  ['2023-01-01', '2.50', 'official', 'BDF'],
  ['2023-07-01', '4.00', 'official', 'BDF'],
  ['2024-01-01', '4.50', 'official', 'BDF'],
  ['2024-07-01', '4.25', 'official', 'BDF'],
  ['2025-01-01', '3.15', 'secondary', 'ECB_LIST'],
  ['2025-07-01', '2.15', 'secondary', 'ECB_LIST'],
  ['2026-01-01', '2.15', 'secondary', 'ECB_HELD'],
  ['2026-07-01', '2.40', 'unofficial', 'ECB_UNREAD'],
];

type ReadTwice = readonly [
  from: string,
  privateCreditor: string,
  other: string,
  ...(Read extends readonly [string, string, ...infer Rest] ? Rest : never),
];

/** French legal interest: creditors who are private persons, then all others (CMF D313-1-A). */
const FR_LEGAL: readonly ReadTwice[] = [
  ['2015-01-01', '4.06', '0.93', 'sourced', 'FR_TRESOR'],
  ['2015-07-01', '4.29', '0.99', 'sourced', 'FR_TRESOR'],
  ['2016-01-01', '4.54', '1.01', 'sourced', 'FR_TRESOR'],
  ['2016-07-01', '4.35', '0.93', 'sourced', 'FR_TRESOR'],
  ['2017-01-01', '4.16', '0.90', 'sourced', 'FR_TRESOR'],
  ['2017-07-01', '3.94', '0.90', 'sourced', 'FR_TRESOR'],
  ['2018-01-01', '3.73', '0.89', 'sourced', 'FR_TRESOR'],
  ['2018-07-01', '3.60', '0.88', 'sourced', 'FR_TRESOR'],
  ['2019-01-01', '3.40', '0.86', 'sourced', 'FR_TRESOR'],
  ['2019-07-01', '3.26', '0.87', 'sourced', 'FR_TRESOR'],
  ['2020-01-01', '3.15', '0.87', 'sourced', 'FR_TRESOR'],
  ['2020-07-01', '3.11', '0.84', 'sourced', 'FR_CABINET_CEC'],
  ['2021-01-01', '3.14', '0.79', 'sourced', 'FR_AVOCATS'],
  ['2021-07-01', '3.12', '0.76', 'sourced', 'FR_AVOCATS'],
  ['2022-01-01', '3.13', '0.76', 'sourced', 'FR_TROISVILLES'],
  ['2022-07-01', '3.15', '0.77', 'sourced', 'FR_TROISVILLES'],
  ['2023-01-01', '4.47', '2.06', 'sourced', 'FR_NOTAIRES2NORMANDIE'],
  ['2023-07-01', '6.82', '4.22', 'sourced', 'FR_NOTAIRES2NORMANDIE'],
  ['2024-01-01', '8.01', '5.07', 'sourced', 'FR_EXEOFFICE'],
  ['2024-07-01', '8.16', '4.92', 'sourced', 'FR_VOTREXPERT'],
  ['2025-01-01', '7.21', '3.71', 'sourced', 'FR_KSCA'],
  ['2025-07-01', '6.65', '2.76', 'sourced', 'FR_VOTREXPERT_2'],
  ['2026-01-01', '6.67', '2.62', 'sourced', 'FR_JURIBLIO'],
  ['2026-07-01', '6.84', '2.75', 'unofficial', 'FR_UNREAD'],
];

/** Belgian commercial rate (law of 2 August 2002 art. 5); until 15 March 2015 contracts from before 16 March 2013 had 7.50. */
const BE_COMMERCIAL: readonly Read[] = [
  ['2015-01-01', '8.50', 'sourced', 'BE_VANOSTAEYEN'],
  ['2015-07-01', '8.50', 'sourced', 'BE_VANOSTAEYEN'],
  ['2016-01-01', '8.50', 'sourced', 'BE_VANOSTAEYEN'],
  ['2016-07-01', '8.00', 'sourced', 'BE_VANOSTAEYEN'],
  ['2017-01-01', '8.00', 'sourced', 'BE_VANOSTAEYEN'],
  ['2017-07-01', '8.00', 'sourced', 'BE_VANOSTAEYEN'],
  ['2018-01-01', '8.00', 'sourced', 'BE_VANOSTAEYEN'],
  ['2018-07-01', '8.00', 'sourced', 'BE_VANOSTAEYEN'],
  ['2019-01-01', '8.00', 'sourced', 'BE_VANOSTAEYEN'],
  ['2019-07-01', '8.00', 'sourced', 'BE_VANOSTAEYEN'],
  ['2020-01-01', '8.00', 'sourced', 'BE_PHC_EXPERT'],
  ['2020-07-01', '8.00', 'sourced', 'BE_PHC_EXPERT'],
  ['2021-01-01', '8.00', 'sourced', 'BE_PHC_EXPERT'],
  ['2021-07-01', '8.00', 'sourced', 'BE_THEOMA'],
  ['2022-01-01', '8.00', 'sourced', 'BE_THEOMA'],
  ['2022-07-01', '8.00', 'sourced', 'BE_THEOMA'],
  ['2023-01-01', '10.50', 'sourced', 'BE_ETAAMB'],
  ['2023-07-01', '12.00', 'sourced', 'BE_SUBACCOUNT'],
  ['2024-01-01', '12.50', 'sourced', 'BE_MEDENAM'],
  ['2024-07-01', '12.50', 'sourced', 'BE_BLOG'],
  ['2025-01-01', '11.50', 'sourced', 'BE_LEUROPEINFO'],
  ['2025-07-01', '10.50', 'sourced', 'BE_EMBUILD'],
  ['2026-01-01', '10.50', 'sourced', 'BE_EMBUILD'],
  ['2026-07-01', '10.50', 'derived', 'BE_UNREAD'],
];

/** Belgian civil legal rate, by year (law of 5 May 1865 art. 2 § 1). */
const BE_LEGAL: readonly Read[] = [
  ['2015-01-01', '2.50', 'sourced', 'BE_KLUWER'],
  ['2016-01-01', '2.25', 'sourced', 'BE_KLUWER'],
  ['2017-01-01', '2.00', 'sourced', 'BE_KLUWER'],
  ['2018-01-01', '2.00', 'sourced', 'BE_KLUWER'],
  ['2019-01-01', '2.00', 'sourced', 'BE_KLUWER'],
  ['2020-01-01', '1.75', 'sourced', 'BE_KLUWER'],
  ['2021-01-01', '1.75', 'sourced', 'BE_KLUWER'],
  ['2022-01-01', '1.50', 'sourced', 'BE_KLUWER'],
  ['2023-01-01', '5.25', 'sourced', 'BE_KLUWER'],
  ['2024-01-01', '5.75', 'sourced', 'BE_LEUROPEINFO'],
  ['2025-01-01', '4.50', 'sourced', 'BE_LEUROPEINFO'],
  ['2026-01-01', '4.50', 'sourced', 'BE_EMBUILD'],
];

const row = (series: RateSeries, months: 6 | 12, [from, ratePct, confidence, source]: Read): RateRow => ({
  series,
  from,
  to: months === 6 && from.endsWith('-01-01') ? `${from.slice(0, 4)}-06-30` : `${from.slice(0, 4)}-12-31`,
  ratePct,
  confidence,
  source: SOURCES[source],
});

/** The rates shipped with the app, percent per year. A half-year without a row is unknown: nothing is extrapolated. */
export const RATES: readonly RateRow[] = [
  ...ECB_MRO.map((read) => row('ECB_MRO', 6, read)),
  ...FR_LEGAL.map(([from, privateCreditor, , ...rest]) => row('FR_LEGAL_PRIVATE', 6, [from, privateCreditor, ...rest])),
  ...FR_LEGAL.map(([from, , other, ...rest]) => row('FR_LEGAL_OTHER', 6, [from, other, ...rest])),
  ...BE_COMMERCIAL.map((read) => row('BE_COMMERCIAL', 6, read)),
  ...BE_LEGAL.map((read) => row('BE_LEGAL', 12, read)),
];
