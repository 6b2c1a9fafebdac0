import type { DemoPersonKey } from "#lib/demo/people.ts";
import { pdf, png, txt } from "../../documents.ts";

export type Attached = {
  /** As people know it; it may hold anything that a sender's machine allowed. */
  name: string;
  /** Where it lies below the folder of attachments; null where the row leads out of it. */
  path: string;
  content: Uint8Array | null;
  mediaType: string;
};

export type Message = {
  daysAgo: number;
  time: string;
  from: "customer" | "support" | "legal";
  /** Whom it was written to, where that is not the other side. */
  to?: "legal" | "support";
  body: string;
  files?: readonly Attached[];
};

export type Conversation = {
  customer: DemoPersonKey;
  subject: string;
  isOpen?: boolean;
  messages: readonly Message[];
};

const receipt = (number: string, amount: string): Attached => ({
  name: `receipt-${number}.pdf`,
  path: `receipts/receipt-${number}.pdf`,
  content: pdf(["Instant Prospect Conversion", `Receipt ${number}`, `Paid by card: ${amount}`, "Thank you."]),
  mediaType: "application/pdf",
});

/** What the people of the demo's stories and the support team wrote to each other, oldest first. */
export const conversations: readonly Conversation[] = [
  {
    customer: "maya",
    subject: "Recording stops after 40 minutes",
    messages: [
      {
        daysAgo: 632,
        time: "16:20",
        from: "customer",
        body: "The choir recording stops after 40 minutes. Is that a limit of my plan?",
        files: [
          {
            name: "recording-stops.png",
            path: "maya/recording-stops.png",
            content: png([
              [22, 32, 44],
              [11, 90, 90],
              [241, 238, 230],
            ]),
            mediaType: "image/png",
          },
        ],
      },
      {
        daysAgo: 631,
        time: "09:05",
        from: "support",
        body: "Yes, on the free plan. I have lifted it for this month.",
        files: [receipt("00017", "£16.93")],
      },
      {
        daysAgo: 631,
        time: "11:42",
        from: "customer",
        body: "Thank you, that was quick. The altos are very happy.",
      },
    ],
  },
  {
    customer: "maya",
    subject: "Somebody else used my link",
    messages: [
      {
        daysAgo: 528,
        time: "21:47",
        from: "customer",
        body: "My neighbour Daniel Whitlock used my link by mistake. His mail is d.whitlock@mail.example, please remove him from the list.",
        files: [
          {
            name: "guest-list.txt",
            path: "maya/guest-list.txt",
            content: txt(
              "Choir guests, spring term\n\n- Daniel Whitlock, d.whitlock@mail.example (not a member, please remove)\n- my sister, comes on Thursdays",
            ),
            mediaType: "text/plain",
          },
        ],
      },
      {
        daysAgo: 527,
        time: "08:31",
        from: "support",
        body: "Done. Daniel Whitlock is no longer on the list and had seen nothing.",
      },
      {
        daysAgo: 525,
        time: "19:02",
        from: "customer",
        body: "Good. Daniel Whitlock says he got one more reminder from you, on Tuesday.",
      },
      {
        daysAgo: 524,
        time: "10:15",
        from: "support",
        body: "That one was on its way already. There will be no more.",
      },
    ],
  },
  {
    customer: "maya",
    subject: "Lost recording of the summer concert",
    messages: [
      {
        daysAgo: 450,
        time: "22:10",
        from: "customer",
        body: "The recording of our summer concert is gone. We paid a technician for that evening, and I want the cost back.",
        files: [
          {
            name: "invoice technician.pdf",
            path: "maya/invoice-technician.pdf",
            content: pdf(["Sound and light", "One evening, summer concert", "Total: £140.00"]),
            mediaType: "application/pdf",
          },
        ],
      },
      {
        daysAgo: 449,
        time: "09:30",
        from: "support",
        body: "I am sorry. Give us a few days to look for it.",
      },
      {
        daysAgo: 448,
        time: "14:00",
        from: "support",
        to: "legal",
        body: "Please advise on the claim of 140 pounds before we reply. Are we liable for a lost recording under the terms of her plan?",
      },
      {
        daysAgo: 446,
        time: "16:40",
        from: "legal",
        to: "support",
        body: "Privileged. Our advice: offer a refund of one month as goodwill, admit no fault. The terms limit the claim to the price of the plan.",
      },
      {
        daysAgo: 445,
        time: "10:20",
        from: "support",
        body: "We could not bring the recording back. As a goodwill gesture we refund one month of your plan.",
      },
    ],
  },
  {
    customer: "maya",
    subject: "Refund",
    messages: [
      {
        daysAgo: 319,
        time: "18:33",
        from: "customer",
        body: "I have not seen the refund you promised in the autumn.",
      },
      {
        daysAgo: 317,
        time: "14:12",
        from: "support",
        body: "Your refund of £18.40 is on its way. It can take five working days.",
        files: [receipt("00231", "£18.40")],
      },
      { daysAgo: 310, time: "08:02", from: "customer", body: "It arrived, thanks." },
    ],
  },
  {
    customer: "maya",
    subject: "Closing my old account",
    isOpen: true,
    messages: [
      {
        daysAgo: 188,
        time: "20:18",
        from: "customer",
        body: "How do I close the old account and keep my recordings?",
      },
      {
        daysAgo: 187,
        time: "11:00",
        from: "support",
        body: "Download them first, the steps are in the sheet. Then write to us here and we close it.",
        files: [
          {
            name: "keep your recordings.pdf",
            path: "help/keep-your-recordings.pdf",
            content: pdf([
              "How to keep your recordings",
              "1. Open Recordings",
              "2. Choose all, then Download",
              "3. Wait for the mail",
            ]),
            mediaType: "application/pdf",
          },
        ],
      },
      {
        daysAgo: 60,
        time: "17:25",
        from: "customer",
        body: "Not yet, the committee wants to keep it until after the winter concert.",
      },
    ],
  },
  {
    customer: "leo",
    subject: "Charged twice",
    messages: [
      {
        daysAgo: 210,
        time: "15:04",
        from: "customer",
        body: "I was charged $24.00 twice in the same month.",
      },
      {
        daysAgo: 208,
        time: "09:48",
        from: "support",
        body: "One of the two was a hold that your bank has released by now.",
        files: [receipt("00188", "$24.00")],
      },
    ],
  },
  {
    customer: "nora",
    subject: "Rechnung auf anderen Namen",
    messages: [
      {
        daysAgo: 140,
        time: "07:55",
        from: "customer",
        body: "Guten Tag, auf der Rechnung steht noch mein alter Name. Können Sie das ändern?",
      },
      {
        daysAgo: 139,
        time: "12:31",
        from: "support",
        body: "Ja, ab der nächsten Rechnung stimmt es.",
        // A name that means to climb out of its folder, on a file that lies where it should.
        files: [
          {
            name: "..\\..\\Windows\\rechnung.pdf",
            path: "nora/rechnung.pdf",
            content: pdf(["Rechnung", "Berichtigter Name", "12,00 EUR"]),
            mediaType: "application/pdf",
          },
        ],
      },
    ],
  },
  {
    customer: "carlos",
    subject: "Export for my accountant",
    messages: [
      {
        daysAgo: 75,
        time: "18:00",
        from: "customer",
        body: "My accountant needs all invoices of last year. He asked for them as =SUM(A1:A9), whatever that means.",
        files: [
          {
            name: "../../accountant.txt",
            path: "carlos/accountant.txt",
            content: txt("All invoices of last year, as one file if you can."),
            mediaType: "text/plain",
          },
        ],
      },
      {
        daysAgo: 74,
        time: "16:20",
        from: "support",
        body: "You find them under Billing. I have marked last year for you.",
      },
    ],
  },
  {
    customer: "sean",
    subject: "It's about the apostrophe",
    messages: [
      {
        daysAgo: 33,
        time: "13:13",
        from: "customer",
        body: "Your form wouldn't take the apostrophe in O'Malley. Here's a picture of what it says.",
        // The row promises a picture outside the folder: nothing may be read there.
        files: [
          { name: "error.png", path: "../../outside/error.png", content: null, mediaType: "image/png" },
        ],
      },
      { daysAgo: 32, time: "10:01", from: "support", body: "It's mended. Sorry, Mr O’Malley-D'Arcy." },
    ],
  },
  {
    customer: "layla",
    subject: "تسجيل الاجتماع",
    messages: [
      {
        daysAgo: 51,
        time: "12:40",
        from: "customer",
        body: "مرحبا، لا أجد تسجيل الاجتماع الأخير. I am looking for the recording of my last meeting.",
        files: [
          {
            name: "تقرير الاجتماع.pdf",
            path: "layla/report.pdf",
            content: pdf(["Report of the meeting"]),
            mediaType: "application/pdf",
          },
        ],
      },
      { daysAgo: 50, time: "09:00", from: "support", body: "It is under Recordings, شكرا." },
    ],
  },
  {
    customer: "ivy",
    subject: "🎉 Emoji in meeting names",
    messages: [
      {
        daysAgo: 20,
        time: "03:03",
        from: "customer",
        body: "Why does “🎶 Jam session 🎶” show as boxes in the invitation?",
        // Says it is a text and holds a picture; a sign in its name turns the rest around on screen.
        files: [
          {
            name: "jam \u202Etxt.gnp",
            path: "ivy/jam.txt",
            content: png([
              [255, 191, 31],
              [22, 32, 44],
            ]),
            mediaType: "text/plain",
          },
        ],
      },
      {
        daysAgo: 19,
        time: "15:30",
        from: "support",
        body: "Old calendars cannot draw them. We send the plain name along now.",
      },
    ],
  },
  {
    customer: "ada",
    subject: "We are two",
    messages: [
      {
        daysAgo: 90,
        time: "16:16",
        from: "customer",
        body: "Ada here. My sister Alma Lindholm uses this address too, please do not mix us up.",
      },
      { daysAgo: 89, time: "08:45", from: "support", body: "Noted. Each of you has her own account number." },
    ],
  },
  {
    customer: "walter",
    subject: "By letter",
    messages: [
      {
        daysAgo: 120,
        time: "10:00",
        from: "customer",
        body: "(Letter, scanned) Dear Sirs, I have no e-mail. Kindly send my invoices by post.",
        files: [
          {
            name: "letter.pdf",
            path: "walter/letter.pdf",
            content: pdf([
              "Dear Sirs,",
              "I have no e-mail.",
              "Kindly send my invoices by post.",
              "Walter Quill",
            ]),
            mediaType: "application/pdf",
          },
        ],
      },
      { daysAgo: 118, time: "11:20", from: "support", body: "Arranged: Mr Quill gets paper invoices." },
    ],
  },
  {
    customer: "samir",
    subject: "Name misspelt",
    messages: [
      { daysAgo: 64, time: "19:45", from: "customer", body: "Invitations call me Samir Datta. It is Dutta." },
      {
        daysAgo: 63,
        time: "09:10",
        from: "support",
        body: "I passed it on to the people who may change names.",
      },
    ],
  },
];
