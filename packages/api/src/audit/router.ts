import { router } from "../trpc/init";
import { may } from "../trpc/procedures";
import { auditInput, listAuditInput } from "./input";
import { listAudit } from "./list-audit";
import { verifyAudit } from "./verify-audit";

export const auditRouter = router({
  list: may("audit.read")
    .input(listAuditInput)
    .query(({ ctx, input }) => listAudit(ctx.tx, ctx.secret, input)),

  verify: may("audit.verify")
    .input(auditInput)
    .query(({ ctx, input }) => verifyAudit(ctx.tx, input.workspaceId)),
});
