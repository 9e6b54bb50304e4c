import { relationKinds } from "@slacky/db/vocabulary";
import { z } from "zod";

import { id } from "../shared/schemas";

export const listRelationsInput = z.strictObject({ workspaceId: id, ticketId: id });

/** Read as a sentence: the ticket blocks, duplicates or relates to the other. */
export const relationInput = z
  .strictObject({ workspaceId: id, ticketId: id, kind: z.enum(relationKinds), otherId: id })
  .refine(({ ticketId, otherId }) => ticketId !== otherId, {
    path: ["otherId"],
    error: "A ticket has no relation to itself",
  });
export type RelationInput = z.output<typeof relationInput>;
