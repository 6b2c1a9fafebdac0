export const rights = {
  /** What the person chooses, by outcome. */
  title: {
    access: "Get a copy of my data",
    portability: "Take my data to another service",
    rectification: "Correct something that is wrong",
    erasure: "Delete my data",
    restriction: "Keep my data, but do not use it",
    objection: "Stop using my data for something",
    "opt-out-sale": "Do not sell or share my data",
    "limit-sensitive": "Limit how my sensitive data is used",
    "withdraw-consent": "Take back something I agreed to",
    "legal-basis": "Learn why you may use my data",
    "balancing-test": "Learn how you weighed your interests against mine",
    "shine-the-light": "See who got customers' data for their own advertising",
  },
  /** The legal name, as a hint beside it. */
  legal: {
    access: "access",
    portability: "portability",
    rectification: "rectification",
    erasure: "erasure",
    restriction: "restriction",
    objection: "objection",
    "opt-out-sale": "opt-out of sale and sharing",
    "limit-sensitive": "limit sensitive data",
    "withdraw-consent": "withdrawal of consent",
    "legal-basis": "legal basis",
    "balancing-test": "balancing test",
    "shine-the-light": "Shine the Light, California",
  },
  hint: {
    access: "You see what we hold about you, why we have it and who got it.",
    portability: "You get the data you gave us in a form that another service can read.",
    rectification: "You tell us what is wrong or missing, and we put it right.",
    erasure: "We delete what the law lets us delete, and tell you what we must keep.",
    restriction: "For a time we only store it, for example while you and we clear up a mistake.",
    objection: "For example for advertising, or for building a profile of you.",
    "opt-out-sale":
      "This covers advertising that follows you around, too. You do not have to prove who you are.",
    "limit-sensitive": "We use it only for what you asked us to do. You do not have to prove who you are.",
    "withdraw-consent": "From then on we stop. What we did before stays allowed.",
    "legal-basis":
      "We explain which law lets us do what we do, and whether you have to give us your data. You do not have to prove who you are.",
    "balancing-test":
      "Where we rely on reasons of our own, we explain why they do not weigh more than yours. You do not have to prove who you are.",
    "shine-the-light":
      "You learn to whom we gave customers' data last year so that they could advertise with it, and which kinds. For people who live in California. You do not have to prove who you are.",
  },
  /** After "Request HB-…": what it is about. */
  about: {
    access: "a copy of my data",
    portability: "my data for another service",
    rectification: "a correction",
    erasure: "deleting my data",
    restriction: "not using my data for now",
    objection: "stopping a use of my data",
    "opt-out-sale": "not selling or sharing my data",
    "limit-sensitive": "limiting my sensitive data",
    "withdraw-consent": "taking back what I agreed to",
    "legal-basis": "why you may use my data",
    "balancing-test": "how you weighed your interests",
    "shine-the-light": "who got data for their own advertising",
  },
  /** The question for rights to which the person may add something. */
  details: {
    rectification: {
      label: "What is wrong, and what should it say?",
      hint: "For example: my street is wrong, it should say 12 Mill Lane.",
    },
    erasure: {
      label: "Is there something we should delete, and something we should keep?",
      hint: "Leave this empty and we delete everything we may.",
    },
    restriction: {
      label: "Which data should we stop using for now, and why?",
      hint: "For example: my address, until you have corrected it.",
    },
    objection: {
      label: "What should we stop doing with your data?",
      hint: "For example: sending me advertising. If it is about something else, tell us about your situation.",
    },
    "withdraw-consent": {
      label: "What did you agree to that should stop?",
      hint: "For example: the newsletter. Leave this empty and we stop everything you agreed to.",
    },
  },
  /** One task by hand per source, for staff. */
  task: {
    access: "Collect what {source} holds about this person",
    portability: "Collect from {source} what this person gave or caused",
    rectification: "Correct this person's data in {source}",
    erasure: "Delete this person's data in {source}",
    restriction: "Mark this person's data in {source} so that nobody uses it",
    objection: "Stop the use this person objects to in {source}",
    "opt-out-sale": "Stop selling and sharing this person's data from {source}",
    "limit-sensitive": "Limit the use of this person's sensitive data in {source}",
    "withdraw-consent": "Stop what rested on this person's consent in {source}",
    "legal-basis": "Explain the legal basis of what {source} does",
    "balancing-test": "Explain the balancing test of what {source} does",
    "shine-the-light": "List to whom {source} gave data for their own advertising",
  },
  taskOutcome: {
    done: {
      access: "Collected",
      portability: "Collected",
      rectification: "Corrected",
      erasure: "Deleted",
      restriction: "Marked",
      objection: "Stopped",
      "opt-out-sale": "Stopped",
      "limit-sensitive": "Limited",
      "withdraw-consent": "Stopped",
      "legal-basis": "Explained",
      "balancing-test": "Explained",
      "shine-the-light": "Listed",
    },
    "nothing-held": "Nothing held there",
    kept: {
      rectification: "Left as it is, with a reason",
      erasure: "Kept, with a reason",
      restriction: "Still used, with a reason",
      objection: "Still used, with a reason",
    },
  },
};
