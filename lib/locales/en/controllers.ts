/** Requests for which somebody else decides: what the person reads of them, and the page of the one who decides. */
export const controllers = {
  /** In her letter and on her page. */
  told: {
    heading: "What somebody else decides",
    who: "{what}: we have such data only on behalf of {controller}. So {controller} decides about it, and not we.",
    when: "We passed your request on to {controller} on {day}.",
    onward:
      "{before} told us that it does not decide either, but {controller}. So we passed your request on to {controller} on {day}.",
    waiting: "{controller} has not told us yet what came of it. We go on asking.",
    silent:
      "{controller} has not answered us, although we reminded it. We are trying to reach it in other ways. You can also write to {controller} yourself.",
    answer: {
      answered: "On {day} {controller} told us that it has answered you.",
      "nothing-held": "On {day} {controller} told us that it has no data about you.",
      "only-processor":
        "On {day} {controller} told us that it does not decide either, but has the data for somebody else. We are finding out for whom.",
      "not-ours":
        "On {day} {controller} told us that you are not one of its people. We are looking at it again.",
    },
    says: "In its words: “{words}”",
    disagree:
      "You do not agree with what {controller} did? Then turn to {controller} or to its supervisory authority.",
    takenBack: "We took this back from {controller}: we answer it ourselves.",
    two: "What we have about you ourselves, we answer apart from this.",
  },
  /** Asked in the form. */
  question: {
    title: "Who did you give your data to?",
    why: "We have data of this kind only on behalf of somebody else, who decides about it. We pass your request on to them, and tell you when.",
    other: "Somebody else",
    otherName: "Their name",
    otherHint: "As you know it. A web address helps too.",
    unknown: "I do not know",
    unknownHint: "We find out, as far as we can.",
    also: "I also use your own services myself",
    alsoHint:
      "Then you get two answers: one from them, and one from us. We ask you next to show that it is you.",
    short: "Who has your data",
    notKnown: "You do not know",
  },
  errors: {
    controller: "Choose who you gave your data to, or that you do not know",
    otherName: "Enter the name of whom you gave your data to",
  },
  /** The page behind the link in a mail to whoever decides. */
  page: {
    what: "requests of your people",
    title: "A request for you to answer",
    open: {
      lead: "Somebody asked {organisation} about data that we process for you. Open the request to see who asks, and for what.",
      once: "The link in the mail opens it once. After that it stays open in this browser for 20 hours.",
      go: "Open the request",
    },
    ended: {
      title: "This link has been used or is too old",
      lead: "Have a new link sent to the address we have for you. It does not come to any other address.",
      go: "Send a new link",
      sent: "If this link was one of ours, a mail with a new one is on its way to the address in our register.",
      nothing: "Open the link in the newest mail from us.",
    },
    passed: "Passed on to you on",
    dueOn: "Its law asks for an answer by",
    reference: "Reference",
    asks: "What is asked",
    law: "Under which law",
    person: "Who asks",
    name: "Name",
    email: "E-mail",
    telephone: "Telephone",
    post: "Address",
    residence: "Lives in",
    words: "In their words",
    checked: "We have not checked who this is. That is for you to do, with what you know about your people.",
    tell: "Tell us what came of it",
    cameOf: "What came of it?",
    tellWhy:
      "{organisation} tells the person what you choose here, and what you write below. Answer the person yourself first.",
    answer: {
      answered: "We have answered the person",
      "nothing-held": "We have no data about this person",
      "only-processor": "We do not decide either: we have the data for somebody else",
      "not-ours": "This is not one of our people",
    },
    forWhom: "Anything the person should know",
    forWhomHint: "If you have the data for somebody else, write for whom.",
    send: "Tell {organisation}",
    done: "Thank you. We have told the person.",
    said: "You told us on {day}: {answer}",
    over: "Nothing is to be done any more: this request was taken back.",
    help: {
      heading: "Do you need our help?",
      why: "We act on your instruction only. Write down what we should do; we record who instructed it and when.",
      kind: "What should we do?",
      search: "Search for data about this person",
      export: "Export the data, for you to hand over",
      erase: "Erase the data",
      who: "Your name and function",
      words: "Your instruction",
      go: "Instruct us",
      given: "Instructed on {day}: {what}",
      done: "Done on {day}: {words}",
      open: "We are working on it.",
    },
    errors: {
      answer: "Choose what came of it",
      kind: "Choose what we should do",
      who: "Enter your name and function",
      words: "Write down what we should do",
      moved: "This has changed meanwhile. The page shows how it stands now.",
    },
  },
};
