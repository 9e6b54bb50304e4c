import { z } from "zod";

import type { Permission } from "../access/permissions";
import { admit } from "../limits/admit";
import { countsByInput } from "../limits/takes-of-call";
import { id } from "../shared/schemas";
import { toTRPCError } from "./errors";
import { signedOut, withUser, withWorkspace } from "./gate";
import { middleware, procedure } from "./init";
import { oncePerKey } from "./once-per-key";

/** `next()` resolves with a failure, it does not reject: a try/catch here would never run. */
const mapErrors = middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw toTRPCError(result.error);
  return result;
});

/** Counts each call, in a batch too, before anything is hashed or a transaction begins. */
const withinLimits = middleware(async ({ ctx, path, getRawInput, next }) => {
  // What cannot be read is refused further on; it has been counted for its address.
  const input = countsByInput(path) ? await getRawInput().catch(() => undefined) : undefined;
  await admit(ctx.limiter, { path, userId: ctx.session?.userId, address: ctx.address, input });
  return next();
});

/** Carries a failed result out of a transaction, so that the transaction rolls back. */
class RolledBack extends Error {
  override readonly name = "RolledBack";
  readonly result: { ok: false; error: Error };

  constructor(result: { ok: false; error: Error }) {
    super("Rolled back", { cause: result.error });
    this.result = result;
  }
}

/** Inside a transaction: a failed result is thrown, which is what makes it roll back. */
async function orRollBack<R extends { ok: boolean }>(running: Promise<R>): Promise<R> {
  const result = await running;
  if (!result.ok) throw new RolledBack(result as never);
  return result;
}

/** Outside the transaction: the failed result again, for the error mapping to see. */
async function orResult<R>(running: Promise<R>): Promise<R> {
  try {
    return await running;
  } catch (error) {
    if (error instanceof RolledBack) return error.result as R;
    throw error;
  }
}

export const publicProcedure = procedure.use(mapErrors).use(withinLimits);

/** For someone who brings a token; whether its session stands, the work asks in transactions of its own. */
export const withToken = publicProcedure.use(({ ctx, next }) => {
  if (!ctx.session) throw signedOut();
  return next();
});

/** For someone signed in, outside any workspace. `ctx.tx` is the transaction; there is no other connection. */
export const signedIn = publicProcedure
  .use(({ ctx, type, next }) =>
    orResult(
      withUser(ctx, type === "mutation" ? "write" : "read", (tx, user) =>
        orRollBack(next({ ctx: { tx, user, db: undefined } })),
      ),
    ),
  )
  .use(oncePerKey);

/**
 * The gate: a procedure inside one workspace, for those who may. `reliesOn` names the members that
 * an input is about, so that their memberships are locked in one order with the caller's own.
 */
export const may = (permission: Permission, reliesOn: (input: unknown) => unknown[] = () => []) =>
  withToken
    .meta({ permission })
    .input(z.object({ workspaceId: id }))
    .use(async ({ ctx, input, getRawInput, next }) => {
      const members = reliesOn(await getRawInput()).filter((one) => id.safeParse(one).success);
      return orResult(
        withWorkspace(
          ctx,
          input.workspaceId,
          permission,
          (tx, actor) => orRollBack(next({ ctx: { tx, actor, db: undefined } })),
          { reliesOn: members as string[] },
        ),
      );
    })
    .use(oncePerKey);
