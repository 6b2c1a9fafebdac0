/** Words in a text that may name a person: e-mail addresses, and runs of capitalised words. Never more than a bounded number. */
export type Candidates = { emails: string[]; names: string[] };

const mostCandidates = 200;

const emailPattern = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const wordPattern = /\p{Lu}[\p{L}\p{M}'’.-]*/gu;

/**
 * Finds what could be somebody's name or address. Names are pairs and triples of capitalised words that stand side by
 * side; whether anybody of that name is known is for the sources to say, by exact look-up.
 */
export function candidatesIn(text: string): Candidates {
  // Most texts hold none, and looking for one costs hundreds of times what looking for its sign does.
  const found = text.includes("@") ? [...text.matchAll(emailPattern)] : [];
  const emails = [...new Set(found.map((match) => match[0].replace(/[.]+$/, "")))];
  const words = [...text.matchAll(wordPattern)].map((match) => ({
    text: match[0].replace(/[.'’-]+$/, ""),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const names = new Set<string>();
  for (let first = 0; first < words.length && names.size < mostCandidates; first += 1) {
    let run = words[first]?.text ?? "";
    for (let next = first + 1; next < Math.min(first + 4, words.length); next += 1) {
      const before = words[next - 1];
      const word = words[next];
      if (!before || !word || !/^(?:[^\S\n]{1,3}|\n)$/.test(text.slice(before.to, word.from))) break;
      run = `${run} ${word.text}`;
      names.add(run);
    }
  }
  return { emails: emails.slice(0, mostCandidates), names: [...names].slice(0, mostCandidates) };
}
