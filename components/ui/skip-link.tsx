/** The first thing on every page for people who use the keyboard. Every page has a `main` with the id "main". */
export function SkipLink({ children }: { children: string }) {
  return (
    <a
      href="#main"
      className="absolute start-4 -top-24 z-20 rounded bg-surface px-4 py-3 text-ink focus:top-3 print:hidden"
    >
      {children}
    </a>
  );
}
