import { z } from "zod";

import { color, id, line } from "../shared/schemas";

export const listLabelsInput = z.strictObject({ workspaceId: id });

export const createLabelInput = z.strictObject({ workspaceId: id, name: line(80), color });
export type CreateLabelInput = z.output<typeof createLabelInput>;
