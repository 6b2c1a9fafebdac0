"use client";

import { useSyncExternalStore } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Shape } from "./shape.tsx";

export type FilterOption = { label: string; href: string; isCurrent?: boolean; count?: number };

type FilterMenuProps = { label: string; name: string; value: string; options: readonly FilterOption[] };

const buttonLook =
  "inline-flex min-h-8 cursor-pointer items-center gap-2 rounded border border-control bg-surface px-3 py-0.5 hover:border-ink hover:bg-sunken pointer-coarse:min-h-11";
const listLook =
  "min-w-48 overflow-auto rounded border border-control bg-surface text-desk text-ink shadow-float";
const itemLook =
  "flex cursor-pointer items-baseline justify-between gap-6 px-3.5 py-2 text-ink no-underline outline-offset-[-2px] hover:text-ink";

const never = () => () => {};

/** A filter that is not set: a button with a menu of links, each to the list with that filter. Links in a fold without scripts. */
export function FilterMenu(props: FilterMenuProps) {
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return isAlive ? <Alive {...props} /> : <Still {...props} />;
}

function Face({ name, value }: Pick<FilterMenuProps, "name" | "value">) {
  return (
    <>
      <span>
        {name}: <b>{value}</b>
      </span>
      <Shape name="down" className="size-[0.6em]" />
    </>
  );
}

function Item({ option }: { option: FilterOption }) {
  return (
    <>
      <span className={option.isCurrent ? "font-strong" : ""}>{option.label}</span>
      {option.count !== undefined && <span className="text-muted tabular-nums">{option.count}</span>}
    </>
  );
}

function Still(props: FilterMenuProps) {
  return (
    <details className="relative">
      <summary aria-label={props.label} className={buttonLook}>
        <Face {...props} />
      </summary>
      <ul className={`absolute z-10 mt-1 max-h-96 w-max max-w-[80vw] py-1 ${listLook}`}>
        {props.options.map((option) => (
          <li key={option.href}>
            <a href={option.href} className={`hover:bg-select ${itemLook}`}>
              <Item option={option} />
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Alive(props: FilterMenuProps) {
  return (
    <MenuTrigger>
      <Button aria-label={props.label} className={`aria-expanded:bg-sunken ${buttonLook}`}>
        <Face {...props} />
      </Button>
      <Popover offset={4} className={listLook}>
        <Menu className="py-1 outline-none">
          {props.options.map((option) => (
            <MenuItem
              key={option.href}
              href={option.href}
              textValue={option.label}
              className={`data-focused:bg-select data-focus-visible:outline-2 data-focus-visible:outline-ink forced-colors:data-focused:outline-2 ${itemLook}`}
            >
              <Item option={option} />
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
