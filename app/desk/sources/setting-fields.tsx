import { Fragment } from "react";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { FieldNote } from "#components/forms/fields-beside.tsx";
import type { FormField } from "#lib/engine/connectors/form.ts";

/** The settings of a kind of store as fields. A secret that is kept is never filled in. */
export function SettingFields(props: {
  fields: FormField[];
  values: Record<string, unknown>;
  secretsSince: string | null;
}) {
  return props.fields.map((field) => {
    const kept = props.values[field.name];
    const value = String((kept ?? field.default ?? "") as string | number);
    const shared = { name: field.name, label: field.label, ...(field.hint ? { hint: field.hint } : {}) };
    if (field.isSecret) {
      return (
        <Fragment key={field.name}>
          {props.secretsSince && (
            <FieldNote label={field.label}>
              Kept since {props.secretsSince}. It cannot be shown again.
            </FieldNote>
          )}
          <TextField
            {...shared}
            label={props.secretsSince ? `New ${field.label.toLowerCase()}` : field.label}
            type="password"
            optional={props.secretsSince !== null}
            autoComplete="new-password"
          />
        </Fragment>
      );
    }
    if (field.control === "choice") {
      return (
        <SelectField
          key={field.name}
          {...shared}
          value={value}
          options={Object.entries(field.options ?? {}).map(([option, label]) => ({ value: option, label }))}
        />
      );
    }
    if (field.control === "lines")
      return <TextArea key={field.name} {...shared} value={value} rows={3} optional={!field.isRequired} />;
    return (
      <TextField
        key={field.name}
        {...shared}
        value={value}
        spellCheck={false}
        optional={!field.isRequired && (field.default === null || field.default === "")}
        {...(field.control === "number" ? { inputMode: "numeric" as const } : {})}
      />
    );
  });
}
