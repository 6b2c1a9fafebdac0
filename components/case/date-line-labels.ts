/** Words at a place on the line, in percent, and which end of them stands there. */
export type Label = { at: number; anchor: "start" | "middle" | "end" };

/** Words keep their size while the line shrinks: what they take of it, in percent, on the narrowest page. */
const widths = { stop: 36, today: 16 };

function anchorAt(at: number, margin: number): Label["anchor"] {
  return at < margin ? "start" : at > 100 - margin ? "end" : "middle";
}

/** The word at today. */
export function todayLabel(at: number): Label {
  return { at, anchor: anchorAt(at, 8) };
}

/** The words at a stop: in the middle under it, or from its edge where the line ends. */
export function stopLabel(from: number, to: number): Label {
  const middle = (from + to) / 2;
  const anchor = anchorAt(middle, 18);
  return { at: anchor === "start" ? from : anchor === "end" ? to : middle, anchor };
}

/** The words of the last day: at its mark, but never on those of the first day. */
export function dueLabel(due: number): Label {
  if (due > 75) return { at: due, anchor: "end" };
  return due < 50 ? { at: Math.max(due, 36), anchor: "start" } : { at: due, anchor: "middle" };
}

/** Whether one label would stand in another on the narrowest page. */
export function meet(a: Label, aKind: keyof typeof widths, b: Label, bKind: keyof typeof widths): boolean {
  const [aFrom, aTo] = reach(a, widths[aKind]);
  const [bFrom, bTo] = reach(b, widths[bKind]);
  return aFrom < bTo && bFrom < aTo;
}

function reach({ at, anchor }: Label, width: number): [from: number, to: number] {
  if (anchor === "start") return [at, at + width];
  return anchor === "end" ? [at - width, at] : [at - width / 2, at + width / 2];
}
