import { z } from "zod";

import { name } from "../shared/schemas";

export const createWorkspaceInput = z.strictObject({ name });
export type CreateWorkspaceInput = z.output<typeof createWorkspaceInput>;
