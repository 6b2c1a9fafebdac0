import type { Locale } from "#lib/locales/index.ts";
import type { Source } from "./regime.ts";

/** An authority the person can turn to. `website` is its own front page; null where the name is only a description. */
export type Regulator = Source & { name: Readonly<Record<Locale, string>>; website: string | null };

const article77 = { citation: "GDPR Art. 77", mark: "S" } as const satisfies Source;

/** Names in the reader's language where the authority uses one, else its own name; websites as the authorities give them. */
const authority = (en: string, de: string, website: string): readonly Regulator[] => [
  { name: { en, de }, website, ...article77 },
];

/** Supervisory authorities of the EEA by residence (GDPR Art. 51, 77). */
export const europeanAuthorities = {
  AT: authority(
    "Austrian Data Protection Authority (Datenschutzbehörde)",
    "Österreichische Datenschutzbehörde",
    "https://www.dsb.gv.at",
  ),
  BE: authority(
    "Belgian Data Protection Authority",
    "Belgische Datenschutzbehörde",
    "https://www.dataprotectionauthority.be",
  ),
  BG: authority(
    "Bulgarian Commission for Personal Data Protection",
    "Bulgarische Kommission für den Schutz personenbezogener Daten",
    "https://www.cpdp.bg",
  ),
  CY: authority(
    "Commissioner for Personal Data Protection, Cyprus",
    "Zyprischer Beauftragter für den Schutz personenbezogener Daten",
    "https://www.dataprotection.gov.cy",
  ),
  CZ: authority(
    "Czech Office for Personal Data Protection (ÚOOÚ)",
    "Tschechisches Amt für den Schutz personenbezogener Daten (ÚOOÚ)",
    "https://uoou.gov.cz",
  ),
  // Companies answer to their Land; the federal authority's page leads to all sixteen.
  DE: [
    {
      name: {
        en: "the data protection authority of the German state (Land) where you live",
        de: "die Datenschutz-Aufsichtsbehörde des Bundeslandes, in dem Sie wohnen",
      },
      website: "https://www.bfdi.bund.de",
      citation: "GDPR Art. 77; BDSG s. 40",
      mark: "S",
    },
  ],
  DK: authority(
    "Danish Data Protection Agency (Datatilsynet)",
    "Dänische Datenschutzbehörde (Datatilsynet)",
    "https://www.datatilsynet.dk",
  ),
  EE: authority(
    "Estonian Data Protection Inspectorate (AKI)",
    "Estnische Datenschutzinspektion (AKI)",
    "https://www.aki.ee",
  ),
  ES: authority(
    "Spanish Data Protection Agency (AEPD)",
    "Spanische Datenschutzbehörde (AEPD)",
    "https://www.aepd.es",
  ),
  FI: authority(
    "Office of the Data Protection Ombudsman, Finland",
    "Finnisches Büro des Datenschutzbeauftragten",
    "https://tietosuoja.fi",
  ),
  FR: authority("CNIL, France", "Französische Datenschutzbehörde (CNIL)", "https://www.cnil.fr"),
  GR: authority("Hellenic Data Protection Authority", "Griechische Datenschutzbehörde", "https://www.dpa.gr"),
  HR: authority(
    "Croatian Personal Data Protection Agency (AZOP)",
    "Kroatische Agentur für den Schutz personenbezogener Daten (AZOP)",
    "https://azop.hr",
  ),
  HU: authority(
    "Hungarian Data Protection Authority (NAIH)",
    "Ungarische Datenschutzbehörde (NAIH)",
    "https://www.naih.hu",
  ),
  IE: authority(
    "Data Protection Commission, Ireland",
    "Irische Datenschutzkommission (Data Protection Commission)",
    "https://www.dataprotection.ie",
  ),
  IS: authority(
    "Icelandic Data Protection Authority (Persónuvernd)",
    "Isländische Datenschutzbehörde (Persónuvernd)",
    "https://www.personuvernd.is",
  ),
  IT: authority(
    "Italian Data Protection Authority (Garante)",
    "Italienische Datenschutzbehörde (Garante)",
    "https://www.garanteprivacy.it",
  ),
  LI: authority(
    "Data Protection Office of Liechtenstein (Datenschutzstelle)",
    "Datenschutzstelle des Fürstentums Liechtenstein",
    "https://www.datenschutzstelle.li",
  ),
  LT: authority(
    "State Data Protection Inspectorate, Lithuania",
    "Litauische Staatliche Datenschutzinspektion",
    "https://vdai.lrv.lt",
  ),
  LU: authority(
    "National Data Protection Commission, Luxembourg (CNPD)",
    "Nationale Datenschutzkommission Luxemburg (CNPD)",
    "https://cnpd.public.lu",
  ),
  LV: authority(
    "Data State Inspectorate, Latvia",
    "Lettische Staatliche Dateninspektion",
    "https://www.dvi.gov.lv",
  ),
  MT: authority(
    "Information and Data Protection Commissioner, Malta",
    "Maltesischer Informations- und Datenschutzbeauftragter",
    "https://idpc.org.mt",
  ),
  NL: authority(
    "Dutch Data Protection Authority (Autoriteit Persoonsgegevens)",
    "Niederländische Datenschutzbehörde (Autoriteit Persoonsgegevens)",
    "https://www.autoriteitpersoonsgegevens.nl",
  ),
  NO: authority(
    "Norwegian Data Protection Authority (Datatilsynet)",
    "Norwegische Datenschutzbehörde (Datatilsynet)",
    "https://www.datatilsynet.no",
  ),
  PL: authority(
    "Personal Data Protection Office, Poland (UODO)",
    "Polnische Datenschutzbehörde (UODO)",
    "https://uodo.gov.pl",
  ),
  PT: authority(
    "Portuguese Data Protection Authority (CNPD)",
    "Portugiesische Datenschutzkommission (CNPD)",
    "https://www.cnpd.pt",
  ),
  RO: authority(
    "Romanian Data Protection Authority (ANSPDCP)",
    "Rumänische Datenschutzbehörde (ANSPDCP)",
    "https://www.dataprotection.ro",
  ),
  SE: authority(
    "Swedish Authority for Privacy Protection (IMY)",
    "Schwedische Datenschutzbehörde (IMY)",
    "https://www.imy.se",
  ),
  SI: authority(
    "Information Commissioner, Slovenia",
    "Slowenischer Informationsbeauftragter",
    "https://www.ip-rs.si",
  ),
  SK: authority(
    "Office for Personal Data Protection of the Slovak Republic",
    "Slowakisches Amt für den Schutz personenbezogener Daten",
    "https://dataprotection.gov.sk",
  ),
} as const satisfies Record<string, readonly Regulator[]>;

/** Where no single authority can be named for the place. */
export const localAuthority: readonly Regulator[] = [
  {
    name: {
      en: "the data protection authority of the country where you live, where there is one",
      de: "die Datenschutzbehörde des Landes, in dem Sie leben, falls es dort eine gibt",
    },
    website: null,
    citation: "house rule",
    mark: "policy",
  },
];

export const anyEuropeanAuthority: readonly Regulator[] = [
  {
    name: {
      en: "the data protection authority where you live, where you work or where it happened",
      de: "die Datenschutzbehörde an Ihrem Wohnort, an Ihrem Arbeitsort oder an dem Ort, an dem es geschehen ist",
    },
    website: "https://www.edpb.europa.eu",
    ...article77,
  },
];

const office = (en: string, de: string, website: string, source: Source): Regulator => ({
  name: { en, de },
  website,
  ...source,
});

export const informationCommissioner: readonly Regulator[] = [
  {
    name: {
      en: "Information Commissioner",
      de: "Britischer Informationsbeauftragter (Information Commissioner)",
    },
    website: "https://ico.org.uk/make-a-complaint",
    citation: "DPA 2018 s. 165",
    mark: "V",
  },
];

export const californianAuthorities: readonly Regulator[] = [
  office(
    "California Privacy Protection Agency (CalPrivacy)",
    "Kalifornische Datenschutzbehörde (CalPrivacy)",
    "https://cppa.ca.gov",
    { citation: "Cal. Civ. Code 1798.199.45", mark: "M" },
  ),
  office("California Attorney General", "Generalstaatsanwaltschaft von Kalifornien", "https://oag.ca.gov", {
    citation: "Cal. Civ. Code 1798.199.90",
    mark: "M",
  }),
];

export const attorneysGeneral = {
  california: californianAuthorities.slice(1),
  virginia: [
    office(
      "Virginia Attorney General",
      "Generalstaatsanwaltschaft von Virginia",
      "https://www.oag.state.va.us",
      {
        citation: "Va. Code 59.1-577(C), 59.1-584",
        mark: "V",
      },
    ),
  ],
  colorado: [
    office("Colorado Attorney General", "Generalstaatsanwaltschaft von Colorado", "https://coag.gov", {
      citation: "C.R.S. 6-1-1306(3)(c), 6-1-1311",
      mark: "S",
    }),
  ],
} as const satisfies Record<string, readonly Regulator[]>;
