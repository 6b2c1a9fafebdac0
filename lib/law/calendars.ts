import type { Locale } from "#lib/locales/index.ts";

type Names = Readonly<Record<Locale, string>>;

/** A correction to the holiday tables of `date-holidays`, in that package's grammar, with where it stands. */
export type Correction = { source: string } & (
  | { add: string; name: Names }
  /** Takes a rule out of the package's table. */
  | { drop: string }
  /** Every holiday on a weekend is made up for on the next working day, but for those whose rule matches `except`. */
  | { makeUpWeekends: { except: RegExp } }
);

/** What a day off is called there when people speak of it. */
export type DayOffWord = "bank" | "public";

type CalendarData = {
  /** `own`: only the days added below count, nothing of the package's table. */
  base?: "own";
  corrections?: readonly Correction[];
  word?: DayOffWord;
  /** Names where neither Intl nor the package has good ones. */
  name?: Names;
  /** Holiday names by rule, where the package's are wrong or missing in a language. */
  names?: Readonly<Record<string, Names>>;
};

const britishNames: Readonly<Record<string, Names>> = {
  "1st monday in May": { en: "the early May bank holiday", de: "Maifeiertag" },
  "1st monday before 06-01": { en: "the spring bank holiday", de: "Frühlingsfeiertag" },
  "1st monday before 09-01": { en: "the summer bank holiday", de: "Sommerfeiertag" },
  "1st monday in August": { en: "the summer bank holiday", de: "Sommerfeiertag" },
  "01-02": { en: "2 January", de: "2. Januar, ein Feiertag" },
  "11-30": { en: "St Andrew's Day", de: "Andreastag" },
};

const govCode = "Cal. Gov. Code 19853";

/**
 * Calendars that differ from the package's tables, by id: a country (`IE`) or a part of one (`GB-SCT`, `DE-BE`).
 * A part takes its country's corrections too. Ids that are not listed use the package's public holidays as they are.
 *
 * Left as the package has them, because the earlier date is the safe one: the bridge days Hungary and Latvia swap
 * by decree (no public holidays in the sense of Reg. 1182/71), Greece's 1 May where it meets Holy Week and moves
 * by decree, days that Spain's communities set anew each year.
 */
export const calendars: Readonly<Record<string, CalendarData>> = {
  GB: { word: "bank", names: britishNames },
  "GB-ENG": { name: { en: "England", de: "England" } },
  "GB-WLS": { name: { en: "Wales", de: "Wales" } },
  "GB-NIR": {
    name: { en: "Northern Ireland", de: "Nordirland" },
    names: { "07-12": { en: "the Battle of the Boyne holiday", de: "Jahrestag der Schlacht am Boyne" } },
  },
  "GB-SCT": {
    name: { en: "Scotland", de: "Schottland" },
    corrections: [
      {
        add: "2026-06-15",
        name: { en: "the World Cup bank holiday", de: "Feiertag zur Fußball-Weltmeisterschaft" },
        source: "Proclamation of 4 February 2026 under the Banking and Financial Dealings Act 1971 s. 1(3)",
      },
    ],
  },
  IE: {
    names: {
      "1st monday in May": { en: "the May holiday", de: "Maifeiertag" },
      "1st monday in June": { en: "the June holiday", de: "Junifeiertag" },
      "1st monday in August": { en: "the August holiday", de: "Augustfeiertag" },
      "1st Monday before 11-01": { en: "the October holiday", de: "Oktoberfeiertag" },
    },
  },
  BG: {
    corrections: [
      {
        add: "12-26",
        name: { en: "Christmas", de: "Weihnachten" },
        source: "Bulgarian Labour Code Art. 154(1)",
      },
      { makeUpWeekends: { except: /orthodox/ }, source: "Bulgarian Labour Code Art. 154(2)" },
    ],
  },
  CY: {
    corrections: [
      { drop: "orthodox -47", source: "falls on a Tuesday: the holiday is the day before" },
      {
        add: "orthodox -48",
        name: { en: "Green Monday", de: "Reiner Montag" },
        source: "Public holidays of the Republic of Cyprus",
      },
      {
        add: "orthodox 50",
        name: { en: "Whit Monday (Kataklysmos)", de: "Pfingstmontag (Kataklysmos)" },
        source: "Public holidays of the Republic of Cyprus",
      },
    ],
  },
  FI: {
    corrections: [
      {
        add: "friday after 06-19",
        name: { en: "Midsummer Eve", de: "Mittsommerabend" },
        source: "Finnish Act 150/1930 on the calculation of time limits s. 5",
      },
      {
        add: "12-24",
        name: { en: "Christmas Eve", de: "Heiligabend" },
        source: "Finnish Act 150/1930 on the calculation of time limits s. 5",
      },
    ],
  },
  IS: {
    corrections: [
      { drop: "thursday after 04-18", source: "read wrongly where 18 April is itself a Thursday" },
      {
        add: "thursday after 04-19",
        name: { en: "the first day of summer", de: "Erster Sommertag" },
        source: "Icelandic Act 88/1971 s. 6",
      },
    ],
  },
  LI: {
    corrections: [
      { drop: "easter 40", source: "a bridge day of the administration, not a public holiday" },
      { drop: "easter 61", source: "a bridge day of the administration, not a public holiday" },
      { drop: "easter -2", source: "not a public holiday in Liechtenstein" },
      {
        add: "08-15",
        name: { en: "the national day", de: "Staatsfeiertag" },
        source: "Liechtenstein Labour Act Art. 18",
      },
      {
        add: "11-01",
        name: { en: "All Saints' Day", de: "Allerheiligen" },
        source: "Liechtenstein Labour Act Art. 18",
      },
    ],
  },
  NL: {
    corrections: [
      {
        add: "easter -2",
        name: { en: "Good Friday", de: "Karfreitag" },
        source: "Algemene termijnenwet Art. 3(2)",
      },
    ],
  },
  SK: {
    corrections: [
      {
        add: "05-08 since 2027",
        name: { en: "Victory Day", de: "Tag des Sieges über den Faschismus" },
        source: "Slovak Act 241/1993 s. 2: a working day in 2026 only",
      },
      {
        add: "09-15 since 2027",
        name: { en: "Our Lady of Sorrows", de: "Gedächtnis der Schmerzen Mariens" },
        source: "Slovak Act 241/1993 s. 2: a working day in 2026 only",
      },
    ],
  },
  US: {
    name: { en: "the United States", de: "Vereinigte Staaten" },
    names: { "1st monday in September": { en: "Labor Day", de: "Labor Day" } },
    corrections: [
      { drop: "11-11", source: "lacks the days in lieu of 5 U.S.C. 6103(b)" },
      {
        add: "11-11 and if sunday then next monday if saturday then previous friday",
        name: { en: "Veterans Day", de: "Veterans Day" },
        source: "5 U.S.C. 6103(a)-(b)",
      },
    ],
  },
  // The holidays the state pays for: Sunday moves to Monday; of those on a Saturday only 11 November moves, to Friday.
  "US-CA": {
    base: "own",
    name: { en: "California", de: "Kalifornien" },
    corrections: [
      {
        add: "01-01 and if sunday then next monday",
        name: { en: "New Year's Day", de: "Neujahr" },
        source: govCode,
      },
      {
        add: "3rd monday in January",
        name: { en: "Martin Luther King Jr. Day", de: "Martin-Luther-King-Tag" },
        source: govCode,
      },
      {
        add: "3rd monday in February",
        name: { en: "Presidents' Day", de: "Presidents' Day" },
        source: govCode,
      },
      {
        add: "03-31 and if sunday then next monday",
        name: { en: "Farmworkers Day (César Chávez Day)", de: "Farmworkers Day (César-Chávez-Tag)" },
        source: govCode,
      },
      { add: "monday before 06-01", name: { en: "Memorial Day", de: "Memorial Day" }, source: govCode },
      {
        add: "07-04 and if sunday then next monday",
        name: { en: "Independence Day", de: "Unabhängigkeitstag" },
        source: govCode,
      },
      { add: "1st monday in September", name: { en: "Labor Day", de: "Labor Day" }, source: govCode },
      {
        add: "11-11 and if sunday then next monday if saturday then previous friday",
        name: { en: "Veterans Day", de: "Veterans Day" },
        source: govCode,
      },
      {
        add: "4th thursday in November",
        name: { en: "Thanksgiving Day", de: "Thanksgiving" },
        source: govCode,
      },
      {
        add: "friday after 4th thursday in November",
        name: { en: "the day after Thanksgiving", de: "Tag nach Thanksgiving" },
        source: govCode,
      },
      {
        add: "12-25 and if sunday then next monday",
        name: { en: "Christmas Day", de: "Weihnachten" },
        source: govCode,
      },
    ],
  },
};
