import { isUniqueViolation, type Tx } from "@slacky/db";
import { labels } from "@slacky/db/schema";
import { uuidv7 } from "uuidv7";

import { publish } from "../events/publish";
import { conflict } from "../shared/domain-error";
import type { Actor } from "../trpc/gate";
import type { CreateLabelInput } from "./input";

export async function createLabel(tx: Tx, actor: Actor, { name, color }: CreateLabelInput) {
  const label = { id: uuidv7(), name, color };
  try {
    await tx.insert(labels).values({ workspaceId: actor.workspaceId, ...label });
  } catch (error) {
    if (!isUniqueViolation(error, "labels_name_key")) throw error;
    throw conflict("label_exists", `There is a label named ${name} already`, { field: "name" });
  }
  await publish(tx, actor, {
    type: "label.created",
    subject: { kind: "label", id: label.id },
    changes: { name: [null, name], color: [null, color] },
  });
  return label;
}
