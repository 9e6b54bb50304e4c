import type { Tx } from "@slacky/db";

import { publish } from "../events/publish";
import { conflict } from "../shared/domain-error";
import type { Actor } from "../trpc/gate";
import type { CreateProjectInput } from "./input";
import { insertProject } from "./insert-project";
import { nthKey, projectKeyOf } from "./project-key";
import { defaultWorkflow } from "./workflow";

/** How many keys made from one name are tried before the caller has to choose. */
const TRIES = 50;

/** A project with the default workflow. A key that is named is taken as it is; a made one gives way. */
export async function createProject(tx: Tx, actor: Actor, { name, key }: CreateProjectInput) {
  const project = await insertFree(tx, actor, name, key);
  await publish(tx, actor, {
    type: "project.created",
    subject: { kind: "project", id: project.id },
    changes: { key: [null, project.key], name: [null, name] },
  });
  return project;
}

async function insertFree(tx: Tx, actor: Actor, name: string, key: string | undefined) {
  const wanted = key ?? projectKeyOf(name);
  for (let n = 1; n <= (key ? 1 : TRIES); n++) {
    const project = await insertProject(tx, actor, {
      key: nthKey(wanted, n),
      name,
      workflow: defaultWorkflow,
    });
    if (project) return project;
  }
  throw conflict("key_taken", `Another project has the key ${wanted}`, { field: "key" });
}
