"use client";

import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Shape } from "./shape.tsx";

export type FilterOption = { label: string; href: string; isCurrent?: boolean; count?: number };

/** A filter that is not set: a button with a menu of links, each to the list with that filter. */
export function FilterMenu(props: {
  label: string;
  name: string;
  value: string;
  options: readonly FilterOption[];
}) {
  return (
    <MenuTrigger>
      <Button
        aria-label={props.label}
        className="inline-flex min-h-8 cursor-pointer items-center gap-2 rounded border border-control bg-surface px-3 py-0.5 hover:border-ink hover:bg-sunken pointer-coarse:min-h-11 aria-expanded:bg-sunken"
      >
        <span>
          {props.name}: <b>{props.value}</b>
        </span>
        <Shape name="down" className="size-[0.6em]" />
      </Button>
      <Popover
        offset={4}
        className="min-w-48 overflow-auto rounded border border-control bg-surface text-desk text-ink shadow-float"
      >
        <Menu className="py-1 outline-none">
          {props.options.map((option) => (
            <MenuItem
              key={option.href}
              href={option.href}
              textValue={option.label}
              className="flex cursor-pointer items-baseline justify-between gap-6 px-3.5 py-2 text-ink no-underline outline-offset-[-2px] hover:text-ink data-focused:bg-select data-focus-visible:outline-2 data-focus-visible:outline-ink forced-colors:data-focused:outline-2"
            >
              <span className={option.isCurrent ? "font-strong" : ""}>{option.label}</span>
              {option.count !== undefined && <span className="text-muted tabular-nums">{option.count}</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
