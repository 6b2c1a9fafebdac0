/** Names the case in a form of one of its tabs; `version` where a save must not go over somebody else's. */
export function CaseFields({ reference, version }: { reference: string; version?: number }) {
  return (
    <>
      <input type="hidden" name="reference" value={reference} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
    </>
  );
}
