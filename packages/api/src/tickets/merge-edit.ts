import { conflict, invalidField } from "../shared/domain-error";

type Fields = Record<string, unknown>;
type Edited = { version: number; fieldVersions: Record<string, number> };

/**
 * The fields of `patch` that really change `current`. Throws `stale_version`, with both values, when
 * someone else has changed one of them since `expectedVersion`; changes to other fields merge.
 */
export function mergeEdit(
  edited: Edited,
  current: Fields,
  patch: Fields,
  expectedVersion: number,
): string[] {
  if (expectedVersion > edited.version) {
    throw invalidField("expectedVersion", `The ticket is at version ${edited.version}`);
  }
  const changed = Object.keys(patch).filter((name) => !same(patch[name], current[name]));
  const stale = changed.filter((name) => (edited.fieldVersions[name] ?? 1) > expectedVersion);
  if (stale.length > 0) {
    throw conflict(
      "stale_version",
      `Someone else has changed the ${stale.map(said).join(" and the ")}`,
      {
        version: edited.version,
        fields: Object.fromEntries(
          stale.map((name) => [name, { yours: patch[name], theirs: current[name] }]),
        ),
      },
    );
  }
  return changed;
}

/** By value: the only fields that are not plain are lists of ids, which come sorted. */
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const names: Record<string, string> = {
  assigneeId: "assignee",
  labelIds: "labels",
  dueOn: "due date",
  parentId: "parent",
};
const said = (field: string) => names[field] ?? field;
