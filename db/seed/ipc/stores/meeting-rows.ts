import type { DemoPerson } from "#lib/demo/people.ts";
import { instantAgo } from "../../days.ts";
import { randomFor, type Random } from "../../random.ts";
import type { TableRow } from "../../rows.ts";
import { customerForDays } from "../people.ts";

const topics = [
  "Weekly catch-up",
  "Budget review",
  "Parents' evening",
  "Book club",
  "Project check-in",
  "Interview, second round",
  "Training for new colleagues",
  "Allotment committee",
  "Guitar lesson",
  "Planning the summer fête",
] as const;

const choirTopics = [
  "Choir rehearsal",
  "Choir rehearsal, altos and tenors",
  "Choir committee",
  "Concert planning",
  "Sight-reading evening",
  "Warm-up, open to friends",
] as const;

/** Meetings and who was in them. Others' presence is held too: an answer gives the person her own only. */
export function meetingRows(
  people: readonly DemoPerson[],
  today: string,
): { meetings: TableRow[]; participants: TableRow[] } {
  const meetings: TableRow[] = [];
  const participants: TableRow[] = [];
  // Maya's presence is told apart, so that her answer has the size the demo speaks of.
  const strangers = people.filter((person) => person.key !== "maya");
  people.forEach((host, index) => {
    const random = randomFor(`ipc/meetings/${host.key}`);
    const count = host.key === "maya" ? 92 : random.int(0, 16);
    const guests =
      host.key === "maya" ? choirOf(people) : Array.from({ length: 4 }, () => random.pick(strangers));
    for (let nth = 0; nth < count; nth++) {
      const meetingId = (1001 + index) * 1000 + nth;
      const days = Math.max(1, Math.round((customerForDays(host) * (count - nth)) / (count + 1)));
      const there = [host, ...guests.filter((guest) => guest !== host && random.chance(60))];
      meetings.push(meetingRow(meetingId, 1001 + index, host, days, there.length, random, today));
      there.forEach((person, place) => {
        participants.push(
          participantRow(meetingId, place, people.indexOf(person), person, days, random, today),
        );
      });
    }
  });
  return { meetings, participants: [...participants, ...mayaElsewhere(people, meetings, today)] };
}

function choirOf(people: readonly DemoPerson[]): DemoPerson[] {
  return people
    .filter((person) => person.residence === "GB" && person.city === "Bristol" && person.key !== "maya")
    .slice(0, 5);
}

function meetingRow(
  meetingId: number,
  hostId: number,
  host: DemoPerson,
  days: number,
  participants: number,
  random: Random,
  today: string,
): TableRow {
  const hour = random.int(8, 20);
  return {
    meeting_id: meetingId,
    host_id: hostId,
    topic: random.pick(host.key === "maya" ? choirTopics : topics),
    kind: random.chance(12) ? "W" : "M",
    started_at: instantAgo(today, days, `${String(hour).padStart(2, "0")}:00`),
    ended_at: instantAgo(
      today,
      days,
      `${String(hour + 1).padStart(2, "0")}:${random.pick(["00", "15", "30"])}`,
    ),
    participants,
    recorded: random.chance(15),
  };
}

function participantRow(
  meetingId: number,
  place: number,
  personIndex: number,
  person: DemoPerson,
  days: number,
  random: Random,
  today: string,
): TableRow {
  const minute = String(random.int(0, 9)).padStart(2, "0");
  return {
    participant_id: meetingId * 10 + place,
    meeting_id: meetingId,
    account_id: 1001 + personIndex,
    display_name: person.name,
    email: person.email,
    joined_at: instantAgo(today, days, `${String(random.int(8, 20)).padStart(2, "0")}:${minute}`),
    network: random.pick(["home", "mobile", "office"]),
  };
}

/** Maya in 28 meetings that other people hosted. */
function mayaElsewhere(
  people: readonly DemoPerson[],
  meetings: readonly TableRow[],
  today: string,
): TableRow[] {
  const random = randomFor("ipc/meetings/maya-elsewhere");
  const index = people.findIndex((person) => person.key === "maya");
  const maya = people[index];
  if (!maya) return [];
  const others = meetings.filter((meeting) => meeting["host_id"] !== 1001 + index);
  const step = Math.floor(others.length / 28);
  return Array.from({ length: 28 }, (_, nth) => {
    const meeting = others[nth * step];
    return participantRow(Number(meeting?.["meeting_id"]), 9, index, maya, 20 + nth * 30, random, today);
  });
}
