"use client";

import { useEffect, useRef, useState } from "react";
import type { ToggleEvent } from "react";

const storageKey = "habeas-keys";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"))
  );
}

/** What the key does on this page, if it can be seen. */
function byShortcut(key: string): HTMLElement | undefined {
  const found = document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(key)}"]`);
  return [...found].find((element) => element.checkVisibility());
}

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute("aria-label");
  if (label) return label;
  const copy = element.cloneNode(true) as HTMLElement;
  for (const key of copy.querySelectorAll("kbd, [aria-hidden]")) key.remove();
  return copy.textContent.trim();
}

/** From row to row by their links. */
function moveRow(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("a[data-row]")];
  const focused = document.activeElement?.closest("tr");
  const here = rows.findIndex((row) => row.closest("tr") === focused);
  const next = rows[here === -1 ? (step === 1 ? 0 : rows.length - 1) : here + step];
  next?.focus();
  return next !== undefined;
}

function act(key: string): boolean {
  const element = byShortcut(key);
  if (element?.matches("input, textarea, select")) {
    element.focus();
    return true;
  }
  if (element) {
    // What opens at the top of the page is no use to somebody who has scrolled away from it.
    if (element.matches("summary")) element.focus();
    element.click();
    return true;
  }
  if (key === "j") return moveRow(1);
  if (key === "k") return moveRow(-1);
  if (key === "x") {
    const box = document.activeElement?.closest("tr")?.querySelector<HTMLInputElement>(".pick input");
    box?.click();
    return Boolean(box);
  }
  return false;
}

/**
 * The desk's single keys. Whatever carries `aria-keyshortcuts` is pressed, followed or focused by its key; where a
 * page has rows, j and k go through them and x selects. Nothing happens while somebody types, and all of it can be
 * switched off (WCAG 2.1.4). The list shows what the page at hand offers.
 */
export function KeyShortcuts(props: {
  texts: { keys: string; heading: string; on: string; note: string; rows: string; pick: string };
}) {
  const { texts } = props;
  const box = useRef<HTMLDetailsElement>(null);
  const cameFrom = useRef<HTMLElement>(null);
  const [isOn, setOn] = useState(true);
  const [offers, setOffers] = useState<{ key: string; name: string }[]>([]);

  useEffect(() => setOn(localStorage.getItem(storageKey) !== "off"), []);

  useEffect(() => {
    function close() {
      if (!box.current?.open) return;
      if (box.current.contains(document.activeElement))
        (cameFrom.current ?? box.current.querySelector("summary"))?.focus();
      cameFrom.current = null;
      box.current.open = false;
    }
    function pressElsewhere(event: PointerEvent) {
      if (event.target instanceof Node && !box.current?.contains(event.target)) close();
    }
    function press(event: KeyboardEvent) {
      if (event.key === "Escape") {
        document.documentElement.dataset["notes"] = "off";
        close();
        return;
      }
      if (!isOn || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target))
        return;
      const from = document.activeElement;
      if (!act(event.key)) return;
      event.preventDefault();
      if (!box.current?.contains(document.activeElement) || box.current.contains(from)) return;
      cameFrom.current = from instanceof HTMLElement && from !== document.body ? from : null;
    }
    function wake() {
      delete document.documentElement.dataset["notes"];
    }
    document.addEventListener("keydown", press);
    document.addEventListener("pointerdown", pressElsewhere);
    document.addEventListener("focusin", wake);
    document.addEventListener("mouseover", wake);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("pointerdown", pressElsewhere);
      document.removeEventListener("focusin", wake);
      document.removeEventListener("mouseover", wake);
    };
  }, [isOn]);

  function collect(event: ToggleEvent<HTMLDetailsElement>) {
    if (!event.currentTarget.open) return;
    const found = [...document.querySelectorAll<HTMLElement>("[aria-keyshortcuts]")]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ key: element.getAttribute("aria-keyshortcuts") ?? "", name: nameOf(element) }));
    const rows = document.querySelector("a[data-row]") ? [{ key: "j, k", name: texts.rows }] : [];
    const picks = document.querySelector(".pick input") ? [{ key: "x", name: texts.pick }] : [];
    setOffers([...found, ...rows, ...picks]);
  }

  function remember(on: boolean) {
    setOn(on);
    localStorage.setItem(storageKey, on ? "on" : "off");
  }

  return (
    <details ref={box} onToggle={collect} className="lg:relative">
      <summary aria-keyshortcuts="?" className="group flex min-h-6 items-center gap-2 text-accent">
        <span className="underline decoration-1 underline-offset-[0.18em] group-hover:decoration-2">
          {texts.keys}
        </span>
        <kbd aria-hidden="true" className="key">
          ?
        </kbd>
      </summary>
      <div className="absolute end-4 top-full z-10 mt-2 w-80 max-w-[calc(100%-2rem)] rounded border border-control bg-surface p-4 shadow-float lg:end-0 lg:max-w-none">
        <p className="font-strong">{texts.heading}</p>
        <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1.5">
          {offers.map((offer, index) => (
            <div key={index} className="contents">
              <dt>
                <kbd className="key">{offer.key}</kbd>
              </dt>
              <dd>{offer.name}</dd>
            </div>
          ))}
        </dl>
        <label className="mt-4 flex items-center gap-2.5 border-t border-line pt-3">
          <input
            type="checkbox"
            className="check check-small"
            checked={isOn}
            onChange={(event) => remember(event.currentTarget.checked)}
          />
          {texts.on}
        </label>
        <p className="mt-1 text-tiny text-muted">{texts.note}</p>
      </div>
    </details>
  );
}
