/** `{law}` always begins a clause, as in "UK law gives us one month". Days come in ready-made. */
export const law = {
  law: {
    "eu-gdpr": "EU law",
    "uk-gdpr": "UK law",
    "us-ca-ccpa": "California law",
    "us-ca-shine": "California’s Shine the Light law",
    "us-va": "Virginia law",
    "us-co": "Colorado law",
    "default-row": "Our own promise",
  },
  /** Why a regime governs a claim, for staff. */
  reason: {
    residence: "The person lives where this law applies.",
    promised:
      "The law of the place where the person lives does not govern this. Our policy promises people there this law, so its dates and grounds count.",
    "no-law-here":
      "No law built here covers the place where the person lives. The dates are our own promise.",
    "not-in-force":
      "The law where the person lives was not in force on the day the request came. The dates are our own promise.",
    "context-not-covered":
      "The law where the person lives does not cover people who deal with us as staff, applicants or for a business. The dates are our own promise.",
    "switched-off":
      "The law where the person lives is not among those our policy names. The dates are our own promise.",
    "right-not-given":
      "The law where the person lives does not give this right. The dates are our own promise.",
  },
  /** Other ways to read the same rule, for staff. */
  reading: {
    usual: { name: "Usual", says: "The reading that is shown, promised and sorted by." },
    strict: { name: "Strict", says: "As if no question had stopped the clock." },
    conservative: { name: "Conservative", says: "The earliest day under any reading." },
    federal: { name: "Federal holidays", says: "Working days counted by federal instead of state holidays." },
    "day-one": { name: "Receipt is day 1", says: "The day of receipt counted as the first day." },
  },
  mark: {
    V: "statute read",
    S: "secondary source",
    M: "not confirmed",
    policy: "our own rule",
  },
  zone: { "Europe/London": "UK time", "Europe/Dublin": "Irish time", UTC: "UTC" },
  period: {
    months: "{n, plural, one {one month} other {# months}}",
    days: "{n, plural, one {one day} other {# days}}",
    "business-days": "{n, plural, one {one working day} other {# working days}}",
  },
  plusDays: "+ {n, plural, one {# day} other {# days}}",
  notCounted: "not counted",
  closed: {
    weekend: "{day} is a {on, date, ::EEEE}",
    holiday: "{day} is {name}",
    weekendShort: "{on, date, ::EEE} {day}",
    named: "{name} ({day})",
    saturdays: "Saturdays",
    sundays: "Sundays",
    weekends: "weekends",
  },
  question: {
    identity: "to show us who you are",
    clarification: "a question about your request",
    fee: "for a fee",
  },
  /** The sum behind a date, line by line, as the person reads it. */
  person: {
    received: {
      request: "the day your request reached us{timed, select, yes {, at {time}, {zone}} other {}}",
      appeal: "the day your appeal reached us{timed, select, yes {, at {time}, {zone}} other {}}",
      complaint: "the day your complaint reached us{timed, select, yes {, at {time}, {zone}} other {}}",
      answer: "the day we sent you our answer",
    },
    "not-in-force": "{law} had not begun by then. We count as if it had.",
    came: {
      designated: "it came to the address we name for this, so the shorter time counts",
      elsewhere: "it came another way than to the address we name for this, so the longer time counts",
    },
    restarted: {
      identity: "the day you showed us who you are. We had asked on {asked}. {law} counts from your answer.",
      fee: "the day you paid the fee. We had asked on {asked}. {law} counts from your payment.",
    },
    since: {
      receipt: "the day you asked",
      identity: "the day you showed us who you are",
      fee: "the day you paid the fee",
      appeal: "the day your appeal reached us",
      complaint: "the day your complaint reached us",
      answer: "the day we answered",
    },
    counted:
      "{period} after {from}, {since}{clamped, select, yes {. The month it ends in is shorter, so its last day counts} other {}}",
    countedFromDayOne: "{period}, with {from} as the first day",
    countedExtended:
      "{period} after {from}, {since}: {first}, and {more} more{clamped, select, yes {. The month it ends in is shorter, so its last day counts} other {}}",
    waited: {
      identity:
        "{oneDay, select, yes {on {from}} other {from {from} to {to}}} we waited for you to show us who you are. {law} does not count {oneDay, select, yes {that day} other {those days}}.",
      clarification:
        "{oneDay, select, yes {on {from}} other {from {from} to {to}}} we waited for your answer to our question. {law} does not count {oneDay, select, yes {that day} other {those days}}.",
      fee: "{oneDay, select, yes {on {from}} other {from {from} to {to}}} we waited for the fee. {law} does not count {oneDay, select, yes {that day} other {those days}}.",
    },
    asked: {
      law: "we asked you {question}. {law} does not move the date for that.",
      "not-prompt": "we asked you {question}. That was not soon enough to move the date.",
      open: "we asked you {question}. Once you answer, we work out the new day. Until then this one stays.",
      "too-late": "we asked you {question}. The last day had passed by then, so the date stays.",
      "no-day-lost": "we asked you {question}. No day was lost by it, so the date stays.",
      "before-receipt": "a question was noted before your request came. It does not move the date.",
      "answered-before-asked": "a question was noted with days that do not fit. It does not move the date.",
    },
    moved: "{days}, so the next working day counts",
    kept: "a {on, date, ::EEEE} and not a {word, select, bank {bank holiday} other {public holiday}}, so it stays",
    "every-day-counts": "a {on, date, ::EEEE}. Every day counts, weekends and holidays too",
    extended: "we told you that we need more time. {law} lets us take {more} more, once.",
    extension: {
      "too-late": "we told you that we need more time, but after the last day. So the date stays.",
      "before-receipt": "more time was noted before your request came. It does not move the date.",
    },
  },
  /** The same sum in the few words of the desk. */
  staff: {
    received: {
      request: "received{timed, select, yes { {time}, {zone}} other {}}",
      appeal: "appeal received{timed, select, yes { {time}, {zone}} other {}}",
      complaint: "complaint received{timed, select, yes { {time}, {zone}} other {}}",
      answer: "answer sent",
    },
    "not-in-force": "law not in force on that day: counted by its first text",
    came: {
      designated: "came to the designated contact: the short clock",
      elsewhere: "came another way than to the designated contact: the long clock, at most",
    },
    restarted: {
      identity: "proof of identity came, asked {asked}: counted from here",
      fee: "fee paid, asked {asked}: counted from here",
    },
    since: {
      receipt: "receipt",
      identity: "proof of identity",
      fee: "payment of the fee",
      appeal: "receipt of the appeal",
      complaint: "receipt of the complaint",
      answer: "the answer",
    },
    counted: "{period} from {since}{clamped, select, yes {, clamped to the month''s end} other {}}",
    countedFromDayOne: "{period}, {since} as day 1",
    countedExtended:
      "{period} from {since} ({first} and {more}){clamped, select, yes {, clamped to the month''s end} other {}}",
    waited: {
      identity: "identity asked {asked}, answered {to}",
      clarification: "asked {asked}, answered {to}",
      fee: "fee asked {asked}, paid {to}",
    },
    asked: {
      law: "asked {question}: does not stop this clock",
      "not-prompt": "asked {question}: not recorded as prompt, so no effect",
      open: "asked {question}, no answer yet: date stays until there is one",
      "too-late": "asked {question} after the last day: no effect",
      "no-day-lost": "asked {question}: no day saved",
      "before-receipt": "asked {question}, recorded before receipt: left out",
      "answered-before-asked": "asked {question}, answer recorded before the question: left out",
    },
    question: { identity: "for proof of identity", clarification: "for clarification", fee: "for a fee" },
    moved: "{days}: next working day",
    kept: "{on, date, ::EEEE}, no {word, select, bank {bank holiday} other {public holiday}}{placed, select, yes { in {place}} other {}}",
    "every-day-counts": "{on, date, ::EEEE}, every day counts",
    extended: "extension told, {more} more",
    extension: {
      "too-late": "extension told after the last day: no effect",
      "before-receipt": "extension recorded before receipt: left out",
    },
  },
  /** The same in whole sentences, where there is no room for a sum. */
  told: {
    arrives: {
      receipt: "your request arrives",
      identity: "you show us who you are",
      fee: "you pay the fee",
      appeal: "your appeal arrives",
      complaint: "your complaint arrives",
      answer: "we answer",
    },
    gives: "{law} gives us {period} from the day {arrives}.",
    window: "You have {period} from the day we answer.",
    came: {
      designated: "Your request came to the address we name for this.",
      elsewhere:
        "Your request came another way than to the address we name for this. We answer as soon as we can, and by this day at the latest.",
    },
    /** Behind the rest, where a law is promised that is not that of the place. */
    promised: "This is not the law of the place where you live. We promise you the same.",
    extended: "We told you on {told} that we need more time: {more} more.",
    skips: "{days} do not count.",
    lasts: {
      receipt: "Your request reached us on {from}, so the last day is {on}.",
      identity: "You showed us who you are on {from}, so the last day is {on}.",
      fee: "You paid the fee on {from}, so the last day is {on}.",
      appeal: "Your appeal reached us on {from}, so the last day is {on}.",
      complaint: "Your complaint reached us on {from}, so the last day is {on}.",
      answer: "We answered on {from}, so the last day is {on}.",
    },
    clamped: "The month it ends in is shorter, so its last day counts.",
    waited:
      "We waited {n, plural, one {one day} other {# days}} for you. {n, plural, one {It does} other {They do}} not count, which makes it {on}.",
    moved: "{days}. So the date moves to {on}, the next working day.",
    kept: "That is a {on, date, ::EEEE} and not a {word, select, bank {bank holiday} other {public holiday}}, so it stays.",
    "every-day-counts": "That is a {on, date, ::EEEE}. Every day counts, so it stays.",
  },
  /** Beneath the date: what could still change it. */
  mayMove: {
    questions:
      "The date can move only if we need to ask you something to find your data or to be sure that it is you, or if your request is very large. We would write to you first, with the reason and the new date.",
    extension:
      "The date can move only once, and only if what you asked for takes very much work. We would write to you first, with the reason and the new date.",
    never: "This date does not move.",
  },
  /** Grounds of refusal: the name staff choose by, and the sentence in the letter. */
  grounds: {
    "not-verified": {
      name: "Identity not confirmed",
      letter: "We could not be sure enough that it is you who asks.",
    },
    "not-authorised": {
      name: "Agent’s authority not shown",
      letter: "We were not shown well enough that whoever asked may ask for you.",
    },
    "not-identifiable": {
      name: "Data cannot be matched to the person",
      letter: "From what we hold we cannot tell which data is yours.",
    },
    "relation-not-shown": {
      name: "May not act for the child",
      letter: "We could not see that you may act for this child.",
    },
    "child-not-able": {
      name: "Child does not yet understand what she asks for",
      letter: "We think that you should ask together with a parent or somebody who takes care of you.",
    },
    unfounded: {
      name: "Manifestly unfounded",
      letter:
        "In our view this request does not serve what the law gives this right for. We explain below how we came to that view.",
    },
    excessive: {
      name: "Manifestly excessive",
      letter:
        "This request goes far beyond what the law gives this right for. We explain below how we came to that view.",
    },
    "too-many": {
      name: "Number of free requests used up",
      letter:
        "We have already answered as many requests of this kind from you as the law asks of us in a year.",
    },
    "denied-recently": {
      name: "Same correction refused within six months",
      letter: "You asked for the same correction less than six months ago, and nothing has changed since.",
    },
    "suspected-fraud": {
      name: "Documented belief of fraud",
      letter:
        "We have good reason to believe that this request did not come from you. We explain below how we came to that view.",
    },
    "not-owed": {
      name: "No law gives this right here",
      letter: "The law where you live does not give this right, and we have not promised it.",
    },
    "notice-incomplete": {
      name: "The notice lacks something",
      letter: "Something we need for this is still missing. Below we say what it is. Send it, and we answer.",
    },
    "choice-offered": {
      name: "A published choice answers it",
      letter:
        "We give data to others for their own advertising only as our published rules say, and you can tell us at any time, free of charge, not to. The law lets us answer with that.",
    },
    "others-rights": {
      name: "Other people's data",
      letter: "It is about other people too, and they have a right to privacy as well.",
    },
    "trade-secret": { name: "Trade secret", letter: "It would give away a business secret." },
    "legal-advice": {
      name: "Legal advice",
      letter: "It is confidential between us and our lawyers.",
    },
    negotiations: {
      name: "Negotiations with the person",
      letter: "It shows what we intend in negotiations with you, and knowing it would harm them.",
    },
    "confidential-reference": {
      name: "Confidential reference",
      letter: "It is a reference that was given in confidence.",
    },
    "crime-or-tax": {
      name: "Crime or tax",
      letter: "Giving it out would make it harder to deal with a crime or to collect a tax.",
    },
    "national-law": {
      name: "Another law restricts the right",
      letter: "Another law limits this right for this data. We explain below which one.",
    },
    "exempt-data": {
      name: "Exempt by statute",
      letter: "The law takes this kind of data out of this right.",
    },
    "disproportionate-effort": {
      name: "Disproportionate effort",
      letter:
        "It would take work out of all proportion to what you would get from it. We explain below what that work would be.",
    },
    "never-handed-over": {
      name: "Must never be handed over",
      letter:
        "We hold this, but the law forbids us to give it out, even to you, so that nobody can misuse it.",
    },
    "not-portable": {
      name: "Not data this right covers",
      letter:
        "This right covers data that you gave us or caused, and that we process by computer because you agreed or have a contract with us. This data is not of that kind.",
    },
    accurate: {
      name: "Data found to be right",
      letter: "We checked it. From everything we could find, it is right as it stands.",
    },
    "retention-ended": {
      name: "No longer kept",
      letter:
        "We keep data only for a certain time. That time is over, and we looked: nothing of yours is left.",
    },
    "no-erasure-ground": {
      name: "No ground for erasure",
      letter:
        "We still need this data for what we collected it for, and nothing in the law asks us to delete it.",
    },
    "not-collected-from-you": {
      name: "Not collected from the person",
      letter: "We did not get this data from you. The law asks us to delete only what we got from you.",
    },
    "erasure-exception": {
      name: "Exception to deletion",
      letter:
        "The law lets us keep this data, because it is still needed for a purpose the law names. We explain below which one.",
    },
    "legal-duty": { name: "Duty to keep it", letter: "A law obliges us to keep it." },
    "legal-claims": { name: "Legal claims", letter: "It is needed to bring or to answer a legal claim." },
    "free-expression": {
      name: "Freedom of expression",
      letter: "It belongs to what people are free to say and to know.",
    },
    "public-health": { name: "Public health", letter: "It is needed to protect public health." },
    "public-archive": {
      name: "Archives, research, statistics",
      letter: "It is needed for archives, research or statistics.",
    },
    "no-restriction-ground": {
      name: "No ground for restriction",
      letter: "Your request is not one of the cases in which the law asks us to stop using data.",
    },
    "compelling-grounds": {
      name: "Compelling grounds",
      letter: "We have reasons to go on that weigh more than yours here. We explain below which they are.",
    },
  },
};
