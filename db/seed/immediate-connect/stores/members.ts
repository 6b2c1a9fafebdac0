import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { dayOfMonthAgo, someTimeAgo } from "../../days.ts";
import { pdf } from "../../documents.ts";
import { makeFolder, type Made } from "../../folders.ts";
import { randomFor } from "../../random.ts";
import type { TableRow } from "../../rows.ts";
import { insertRows } from "../../sqlite.ts";
import { members } from "../people.ts";

const tables = `
  create table members (
    member_id integer primary key,
    member_no text not null unique,
    email text not null,
    email_changed_at text,
    name text not null,
    phone text,
    company text,
    city text,
    postcode text,
    country text,
    kind text not null,
    joined_on text not null
  );
  create index members_email on members (email);
  create table interests (
    interest_id integer primary key,
    member_id integer not null references members,
    topic text not null,
    guessed integer not null
  );
  create index interests_member on interests (member_id);
  create table messages (
    message_id integer primary key,
    member_id integer not null references members,
    sent_at text not null,
    direction text not null,
    body text not null
  );
  create index messages_member on messages (member_id);
  create table files (
    file_id integer primary key,
    message_id integer not null references messages,
    file_name text not null,
    path text not null,
    media_type text not null
  );
  create index files_message on files (message_id);
`;

/** Creates the members of `immediate-connect`: a SQLite file, and a folder of what they sent along. Left alone if there. */
export function createMembers(folder: string, today: string): Made {
  return makeFolder(folder, (fresh) => {
    const { people, interests, messages, files } = memberTables(today);
    const db = new DatabaseSync(join(fresh, "members.sqlite"));
    db.exec(tables);
    insertRows(db, "members", people);
    insertRows(db, "interests", interests);
    insertRows(db, "messages", messages);
    insertRows(
      db,
      "files",
      files.map(({ content: _content, ...row }) => row),
    );
    db.close();
    // Habeas only reads; a file that nobody may change shows it.
    chmodSync(join(fresh, "members.sqlite"), 0o444);
    for (const { path, content } of files) {
      const at = join(fresh, "files", path);
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, content);
    }
  });
}

type FileRow = {
  file_id: number;
  message_id: number;
  file_name: string;
  path: string;
  media_type: string;
  content: Uint8Array;
};

export function memberTables(today: string) {
  const known = members();
  const people = known.map((person, index): TableRow => {
    const random = randomFor(`immediate-connect/member/${person.key}`);
    return {
      member_id: 511 + index,
      member_no: person.memberNo,
      email: person.email,
      // Ludovica changed hers a week ago: nothing goes there by itself.
      email_changed_at:
        person.key === "ludovica"
          ? someTimeAgo(today, 7, random)
          : someTimeAgo(today, random.int(90, 800), random),
      name: person.name,
      phone: person.phone,
      company: person.company,
      city: person.city,
      postcode: person.postcode,
      country: person.country,
      kind: person.kind,
      joined_on: dayOfMonthAgo(today, person.joinedMonthsAgo, random.int(1, 28)),
    };
  });
  const interests = known.flatMap((person, index) =>
    person.interests.map((topic, nth): TableRow => ({
      interest_id: (511 + index) * 10 + nth,
      member_id: 511 + index,
      topic,
      guessed: nth > 0,
    })),
  );
  const messages = known.flatMap((person, index) => messagesOf(person.key, 511 + index, today));
  const files: FileRow[] = [
    {
      file_id: 1,
      message_id: 51100,
      file_name: "garden plan.pdf",
      path: "511/garden-plan.pdf",
      media_type: "application/pdf",
      content: pdf(["Garden, back of the house", "12 by 9 metres, two old apple trees"]),
    },
  ];
  return { people, interests, messages, files };
}

const written = [
  "I am looking for somebody who can come before winter.",
  "Two firms called. Thank you, that is enough.",
  "Please change my telephone number.",
];

function messagesOf(key: string, memberId: number, today: string): TableRow[] {
  const random = randomFor(`immediate-connect/messages/${key}`);
  // Annelie's neighbour shares the fence, and stands in her message with his name.
  const told =
    key === "annelie" ? "The fence belongs to Philippa Drummond’s cousin next door, ask him too." : null;
  return Array.from({ length: random.int(1, 3) }, (_, nth): TableRow => ({
    message_id: memberId * 100 + nth,
    member_id: memberId,
    sent_at: someTimeAgo(today, 200 - nth * 12 - random.int(0, 10), random),
    direction: nth === 1 ? "out" : "in",
    body: nth === 0 && told ? told : random.pick(written),
  }));
}
