/** What the mails say (never an outcome, never data; a name only where it greets), and what we say about files that came. */
export const notices = {
  hello: "Hello,",
  helloName: "Hello {name},",
  reference: "Your reference",
  caseReference: "Reference",
  address: "Or open this address:",
  next: "What happens next",
  signed: "The privacy team",
  never: "We never ask for your password, and we never send your data in a mail.",
  neverTeam: "A mail from Habeas never asks for your password.",
  notYou: "Was it not you? Write to {email} and give the reference.",
  becauseTyped:
    "You get this {way, select, post {letter} other {mail}} because this address was given with a request to {organisation}.",
  becauseOnFile:
    "You get this {way, select, post {letter} other {mail}} because {organisation} has this address in its records for the person the request is about.",
  becauseTeam: "You get this mail because you work on privacy requests at {organisation}.",
  page: "The page of your request, if you want to follow it there",
  slip: "Cut this off and keep it apart from the letter",
  follow: "Follow my request",
  open: "Open the page of my request",
  openCase: "Open the case",
  requestReceived: {
    subject: "We have your request, {reference}",
    title: "We have your request",
    received: "Your request reached us on {day}. You get our answer by:",
    moves: "If this day moves, we write to you first and say why.",
    several:
      "You asked for more than one thing, and not all have the same last day. This is the first. {way, select, post {We tell you all of them if you ask.} other {The page of your request shows them all.}}",
    next: "Where it is needed, we first check that it is you. Then we work on what you asked for. When the answer is ready, you get another {way, select, post {letter} other {mail}}.",
    nothingToDo: "You do not have to do anything now. If we need something from you, we write to you.",
    lacks: "Something is missing in what you sent. Please send us this too:",
    lacking: {
      label: "the words “Shine the Light Request”",
      name: "your first name and your last name",
      address: "your mailing address",
      certificate: "a sentence in which you certify that you live in California",
    },
    sendRest:
      "{way, select, post {Send it to {email}.} other {Send it to {email}, or write it on the page of your request.}} The day of our answer stays the same.",
  },
  code: {
    subject: "Your code for {reference}",
    title: "Your code",
    type: "{way, select, post {With the code at the end of this letter you can open the page of your request.} other {Type these six digits on the page of your request:}}",
    lasts:
      "{way, select, post {The code works once, for {days} days from the day of this letter.} other {The code works once, for {minutes} minutes.}}",
    opens: {
      full: "Whoever has this code can see the request and the answer to it. Never tell it to anybody, not even to us.",
      conversation:
        "Whoever has this code can read and write the messages about the request. Never tell it to anybody, not even to us.",
    },
    next: "{way, select, post {Go to the page named in this letter, choose “I have a code”, and type it. Is it too old? Tell us, and we send a new one.} other {Type the code on the page where you asked for it. Is it too old? You can get a new one there.}}",
    slip: "It opens the request and the answer to it. Throw it away when you have used it.",
    notAsked:
      "Did you not ask for a code? Then you do not have to do anything. Nobody can see the request without it.",
  },
  messageForYou: {
    subject: "There is a message for you, {reference}",
    title: "There is a message for you",
    wrote:
      "{way, select, post {We have something to tell or to ask you about your request:} other {We wrote to you about your request. To keep it between us, the message is not in this mail.}}",
    next: "{way, select, post {You can answer by letter or by telephone. Always give the reference.} other {Open the page of your request. If it asks for a code, we send one to this address. Then you can read the message and answer it.}}",
  },
  answerReady: {
    subject: "Your answer is ready, {reference}",
    title: "Your answer is ready",
    answered:
      "We have answered your request. To keep the answer between us, it is not in this {way, select, post {letter} other {mail}}.",
    next: "Open the page of your request and show us that it is you. The page says how. Then you can read the answer and keep a copy of it.",
    disagreeUntil:
      "If you do not agree with our answer, you can tell us {way, select, post {by letter, by telephone or on the page of your request} other {on the same page}} until {day}.",
    disagree:
      "If you do not agree with our answer, you can tell us {way, select, post {by letter, by telephone or on the page of your request} other {on the same page}}.",
  },
  answerPosted: {
    subject: "Our answer comes by post, {reference}",
    title: "Our answer comes by post",
    answered: "We answered your request on {day}. Our answer goes to you by post, on paper.",
    closed: "It is not in this mail, and it cannot be opened on the page of your request.",
    next: "You do not have to do anything. Has nothing reached you after two weeks? Then write to us, on the page of your request or to {email}.",
  },
  answerEnclosed: {
    subject: "Our answer to your request, {reference}",
    title: "Our answer to your request",
    enclosed: "With this letter you get our answer. It lies behind this sheet.",
    next: "Is a sheet missing, or can you not read something? Call us or write to us, by letter or to {email}.",
  },
  linkRenewed: {
    subject: "Your answer can be opened again, {reference}",
    title: "Your answer can be opened again",
    until: "You asked for more time to open our answer. You can open it until:",
    at: "{moment} ({zone})",
    again: "After that day you can ask for more time again, on the same page.",
    next: "Open the page of your request and show us that it is you. The page says how.",
  },
  withdrawn: {
    subject: "Your request has ended, {reference}",
    title: "Your request has ended",
    taken: "Your request was taken back on {day}. We have stopped working on it.",
    next: "You do not have to do anything. You can ask again at any time: a new request is free.",
  },
  appealReceived: {
    subject: "We have what you wrote about our answer, {reference}",
    title: { appeal: "We have your appeal", complaint: "We have your complaint" },
    got: {
      appeal: "Your appeal reached us on {day}.",
      complaint: "Your complaint reached us on {day}.",
    },
    by: "You get our answer by:",
    soon: "You get our answer as soon as we have looked at it.",
    next: "Somebody who had no part in our first answer looks at everything again. Then you get another {way, select, post {letter} other {mail}}.",
  },
  appealAnswered: {
    subject: "We have looked at our answer again, {reference}",
    title: "We have looked at our answer again",
    looked:
      "You did not agree with our answer. Somebody who had no part in it has looked at it again. To keep the result between us, it is not in this {way, select, post {letter} other {mail}}.",
    next: "Open the page of your request and show us that it is you. The page says how. Then you can read the result, and where to turn if you still do not agree.",
    posted:
      "The result goes to you by post, and with it where to turn if you still do not agree. It cannot be opened on the page of your request.",
  },
  becauseController:
    "You get this mail because {organisation} processes data for you and has this address as your contact for requests of your people.",
  notYours: "Not the right address any more? Write to {email}.",
  passedOn: {
    subject: "Who decides about your request, {reference}",
    title: "Somebody else decides about your request",
    who: "{organisation} has data of this kind only on behalf of {controller}. So {controller} decides about it, and not we.",
    when: "We passed your request on to {controller} on {day}.",
    copy: "What we have about you ourselves, we answer too. So you get two answers.",
    next: "{controller} answers you. We remind {controller} if we hear nothing, and tell you what it says to us.",
    nothingToDo: "You do not have to do anything now. The page of your request shows where it stands.",
  },
  controllerAnswered: {
    subject: "News about your request, {reference}",
    title: "{controller} has told us something about your request",
    told: "{controller} decides about what we passed on. What it told us stands on the page of your request.",
    next: "Open the page of your request and read it there. If you do not agree, the page says where you can turn.",
  },
  controllerAsked: {
    subject: "A request of one of your people, {reference}",
    title: "A request for you to answer",
    about:
      "Somebody asked {organisation} about data that we process for you. You decide about it. We passed the request on to you on {day}.",
    what: "What is asked: {what}.",
    open: "Open the request",
    next: "The page shows who asks, and for what. Answer the person yourself, and tell us there what you did, that you hold nothing, or what you instruct us to do.",
    lasts:
      "The link works for {days} days and opens the request once. On its page you can have a new one sent to this address.",
  },
  controllerReminded: {
    subject: "We have not heard from you yet, {reference}",
    title: "A request waits for your answer",
    about:
      "On {day} we passed on to you a request of somebody whose data {organisation} processes for you. You have not told us yet what became of it.",
  },
  teamController: {
    subject: "News about what was passed on, {reference}",
    title: "There is news about a request that was passed on",
    what: "{controller} has answered, asks for help, or does not answer although it was reminded.",
    next: "Open the case. Its overview says what is to be done.",
  },
  teamNewRequest: {
    subject: "New request {reference}",
    title: "A new request has come in",
    due: "It must be answered by:",
    next: "Open the case and see what is to be done first.",
  },
  teamFinding: {
    subject: "Something must not be stored: met for {reference}",
    title: "A store holds what nobody may store",
    what: "We met it while collecting for a request. Its value was not copied and goes nowhere. Have it removed from the store, then close the finding.",
    where: "Source {source}, {collection}, field {field}",
    open: "Open the findings",
    next: "Ask whoever runs the store to remove it and to stop keeping it. Then close the finding and write down what was done.",
  },
  teamApprovalAsked: {
    subject: "Approval asked for {reference}",
    title: "An answer waits for approval",
    waits: "Somebody prepared this answer. It goes out when a second person has looked at it.",
    next: "Open the case, read the answer, then approve it or send it back.",
  },
  becauseAgent: "You get this mail because this address is used to ask {organisation} for other people.",
  agentOpen: "Open the page of the request",
  agentSignIn: {
    subject: "Your link to sign in at {organisation}",
    title: "Your link to sign in",
    open: "You want to ask us for somebody else, or to see how such a request is going. Open this page and press the button on it:",
    lasts: "The link works once, for {minutes} minutes.",
    action: "Sign in",
    next: "If you are here for the first time, we ask for your name next.",
    notAsked:
      "Did you not ask for this link? Then you do not have to do anything. Nobody can sign in without it.",
  },
  agentRequestReceived: {
    subject: "We have your request, {reference}",
    title: "We have your request for somebody else",
    received: "Your request reached us on {day}. The law wants an answer by:",
    next: "We look at your authority. Where the law lets us, we ask the person too. When something is for you to do, you get another mail.",
  },
  agentNews: {
    subject: "There is news about {reference}",
    title: "There is news about your request",
    text: "Something has changed. To keep it between us, it is not in this mail.",
    next: "Open the page of the request. If you are not signed in, we send a link to this address.",
  },
  permissionAsked: {
    subject: "Somebody asks us in your name, {reference}",
    title: "Somebody asks us in your name",
    asks: "We got a request about your data. It was sent by somebody who says that you allowed it. The page says who it is and what was asked.",
    say: "Tell us whether this is so. Until you do, they get nothing from us.",
    offer:
      "If you want this too, you can go on with it yourself. Until you say so, they get nothing from us.",
    until: "You can answer until {day}.",
    action: "Look at it and answer",
    next: "The page has a button for every answer. One of them says that you did not allow it: then we stop at once.",
    nothing: "Do you do nothing? Then nothing is given out.",
  },
  permissionEnded: {
    subject: "Nobody asks for you any more, {reference}",
    title: "Nobody asks for you any more",
    text: "On {day} the permission to ask in your name was ended. We have stopped working on this request.",
    next: "You can ask us yourself at any time. It is free.",
  },
  teamDisowned: {
    subject: "Not authorised: {reference} is frozen",
    title: "A person says that she authorised nobody",
    text: "She was asked about an agent and says that she did not authorise him. The case is frozen and the agent is marked.",
    next: "Open the case, look at the authority and write to her if you must. Nothing moves until you have.",
  },
  files: {
    types: "PDF, PNG or JPG",
    waiting:
      "Nobody can open {count, plural, one {it} other {them}} yet. The privacy team looks at {count, plural, one {it} other {them}} first.",
    added: "Your file has arrived. Look whether it is the right one.",
    removed: "The file is removed.",
    problems: {
      empty: "The file is empty. Choose another one.",
      "too-big": "The file is bigger than {size}. Choose a smaller one, or split it.",
      "wrong-type": "We cannot take this kind of file. Choose a PDF, PNG or JPG.",
      "not-what-it-says":
        "The name of the file says one thing, and inside it is another. Open it on your device, save it as PDF, PNG or JPG, and choose it again.",
      locked:
        "The file is locked, with a password or against changes. Print it into a new PDF, or take a picture of it, and choose that.",
      damaged: "We could not read the file. Open it on your device, save it again, and choose it once more.",
      "too-many-pixels":
        "The picture is too large for us to open: it may have {pixels} million pixels, and {side} on one side. Save it smaller, as an ordinary JPEG, and choose it again.",
      "too-many": "You can add {count} files at a time. We took the first ones.",
      full: "There are {count} files already. Remove one before you add another.",
      "none-chosen": "Choose a file first.",
      "already-here": "This file is here already.",
      interrupted: "The file did not arrive whole. Choose it again.",
      busy: "Many files are coming in just now. Try again in a minute.",
      "too-often": "You have sent many files in a short time. Try again in an hour.",
      "no-longer": "Files can no longer be added here.",
      "not-kept": "We could not keep the file just now. Nothing else is lost. Try again in a few minutes.",
    },
  },
};
