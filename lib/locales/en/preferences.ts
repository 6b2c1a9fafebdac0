/** What a person has said no to, since when, and how she takes it back. */
export const preferences = {
  title: "Your choices",
  lead: "Here you see what you have said no to, since when it counts, and how to take it back.",
  /** What holds. `what`: the consent that was taken back. */
  choice: {
    "opt-out-sale": "We do not sell or share your data",
    "opt-out-marketing": "We send you no advertising",
    "opt-out-profiling": "No computer of ours judges you",
    "limit-sensitive": "We use your sensitive data only for what you asked for",
    "withdraw-consent": "You took this back: {what}",
  },
  since: "Since {day}, {time} ({zone})",
  undone: "You took this back on {day}. It does not count any more.",
  takeBack: "Take this back",
  signal: {
    line: "Your browser sends an opt-out signal (Global Privacy Control). We honour it: since {day}, for this browser.",
    account:
      "Your browser sends an opt-out signal (Global Privacy Control). We honour it: since {day}, for this browser and for your account.",
    see: "See your choices",
  },
  browser: {
    heading: "This browser",
    sends:
      "It sends the opt-out signal (Global Privacy Control). Since {day}, {time} ({zone}), we do not sell or share what we learn from it.",
    how: "To end this, turn the signal off in your browser. What you chose for your account stays.",
    ended:
      "It sent the opt-out signal (Global Privacy Control) until {day}. It does not send it any more, so what it said has ended.",
    never:
      "It does not send an opt-out signal (Global Privacy Control). Some browsers can do that for you. When yours does, we act on it at once, without a form.",
  },
  account: {
    heading: "Your account",
    everywhere: "This counts on every device on which you are signed in.",
    nothing: "You have not said no to anything for this account.",
    signIn: "Sign in, and you see what you chose for your account.",
    signInGo: "Sign in",
    stays:
      "The signal of this browser has ended. What you chose for your account stays until you take it back.",
  },
  request: {
    heading: "What you asked with a form",
    text: "You see it, and can take it back, on the page of your request.",
    go: "Follow a request",
  },
  more: {
    heading: "Say no to something",
    text: "You do not have to prove who you are, and you need no account. It counts from the moment you send it.",
  },
  /** On the page that says the request has arrived, and on the page of the request. */
  counts: {
    heading: "What counts from now on",
    heldHeading: "Your choices",
    now: "You do not have to do anything more. No mail has to be opened and no link pressed.",
    account: "It counts for your account, on every device.",
    byPhone: "To take it back, call us or write to us.",
  },
  told: {
    heading: "Whom we tell",
    notYet: "we tell them",
    only: "told on {day}",
    told: "told on {day}, no answer yet",
    done: "told on {day}, they have done it",
    none: "told on {day}, they hold nothing",
    takenBack: "not told any more: you took it back",
  },
  /** Before a request is taken back. */
  withdraw: "What you said no to still counts. You can <link>take that back</link>, too.",
  undo: {
    title: "Take this choice back?",
    lead: "Then this does not count any more:",
    "opt-out-sale": "We may sell or share your data again, as our privacy notice says.",
    "opt-out-marketing": "We may send you advertising again.",
    "opt-out-profiling": "A computer of ours may judge you again.",
    "limit-sensitive": "We may use your sensitive data again for what our privacy notice says.",
    "withdraw-consent": "What you had agreed to may begin again.",
    browser: "While your browser sends the opt-out signal, we go on honouring it for this browser.",
    any: "You can say no again at any time.",
    yes: "Yes, take it back",
    no: "No, keep it",
    gone: "This choice does not count any more. There is nothing to take back.",
    done: "You took your choice back.",
  },
};
