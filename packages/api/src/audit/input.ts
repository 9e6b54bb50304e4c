import { z } from "zod";

import { cursor, id, limit } from "../shared/schemas";

export const auditInput = z.strictObject({ workspaceId: id });

export const listAuditInput = z.strictObject({ workspaceId: id, cursor: cursor.optional(), limit });
export type ListAuditInput = z.output<typeof listAuditInput>;
