/** Who enters: staff signing in, the demo's provider, and what the request edge says when it cannot go on. */
export const signin = {
  frame: { what: "Data requests, from asked to answered", ask: "Ask for your own data" },
  staff: {
    title: "Sign in · Habeas",
    heading: "Sign in",
    about: "For the people who answer data requests.",
    email: "E-mail address",
    password: "Password",
    submit: "Sign in",
    refused:
      "This e-mail address and password do not fit together. Check both and try again. After many tries, wait 15 minutes.",
    fault: "We could not sign you in, because something on our side did not work. Try again in a minute.",
    again: "You were away for a while. Type your password once more.",
    noCookies: "Your browser does not keep cookies for this site. Allow them, then open this page again.",
    emailMissing: "Type your e-mail address.",
    passwordMissing: "Type your password.",
    signedOut: "You are signed out.",
  },
  out: {
    title: "Sign out · Habeas",
    heading: "Sign out",
    about: "What you saved stays. You can sign in again at any time.",
    submit: "Sign out",
    stay: "Stay signed in",
  },
  sessions: {
    title: "Where you are signed in · Habeas",
    heading: "Where you are signed in",
    about:
      "Each line is a browser. End one that you do not know, and tell whoever looks after Habeas here. Times are in UTC.",
    caption: "Your sessions",
    since: "Since",
    lastUsed: "Last used",
    until: "At the latest until",
    here: "this browser",
    end: "End",
    endOf: "the session since {since}",
    endOthers: "End all others",
    ended: "Ended. Whoever used it has to sign in again.",
    back: "Back to work",
    other: "See where else you are signed in",
  },
  failed: {
    title: "You are not signed in · Your privacy rights",
    heading: "You are not signed in",
    about:
      "Signing in to your account did not work, or you stopped it. Nothing is lost: what you had filled in is still there.",
    next: "You can try again, or go on in another way.",
    back: "Go back and go on",
  },
  provider: {
    title: "Sign in to your account · {company}",
    heading: "Sign in to your account",
    about: "{app} wants to know that it is you. It learns your account and nothing else.",
    again: "You are signed in already. For what comes next, show once more that it is you.",
    username: "User name",
    password: "Password",
    submit: "Sign in",
    cancel: "Do not sign in",
    refused: "This user name and password do not fit together. Check both and try again.",
    problem: "There is a problem",
    lostTitle: "Start again · {company}",
    lostHeading: "This page has ended",
    lost: "It was open for too long, or it was used already. Go back to where you came from and start again.",
  },
  code: {
    refused:
      "This code opens nothing. A code works once, for ten minutes, and ends after five wrong tries. Check the numbers in the newest mail, or ask for a new code.",
  },
  refused: {
    nothing: {
      heading: "There is nothing at this address",
      about: "Check the address, or begin again at the first page. Nothing is lost.",
    },
    forbidden: {
      heading: "Your role does not allow this",
      about:
        "You are signed in, but this page is for others. Somebody with another role can open it for you.",
    },
    broken: {
      heading: "Something on our side did not work",
      about:
        "Nothing you saved is lost. Open the page again in a minute. If you write to us about it, give this number: {requestId}.",
    },
    unread: {
      heading: "We could not read what was sent",
      about: "Nothing of it was kept. Open the page again, fill it in, and send it once more.",
      again: "Open the page again",
    },
    first: "Go to the first page",
  },
  edge: {
    broken:
      "Something on our side did not work. Nothing you typed is lost. Try again in a minute. If you write to us about it, give this number: {requestId}.",
    elsewhere: "This form was sent from another page than ours. Open the page again, then send it.",
    signedOut:
      "You are signed out. Sign in again in another tab, then send this once more. What you typed is still here.",
    proveAgain:
      "Show us again that it is you, in another tab. Then send this once more. What you typed is still here.",
    unstorable: "There is a character in this text that we cannot keep. Type the text again.",
    tooLong: "This text is too long. Make it shorter.",
    tooMuch: "This is more than we can take at once. Send less.",
    check: "Check this answer.",
  },
};
