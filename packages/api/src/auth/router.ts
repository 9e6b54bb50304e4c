import { revokeAllSessions, revokeSession } from "@slacky/auth";

import { router } from "../trpc/init";
import { publicProcedure, signedIn, withToken } from "../trpc/procedures";
import { changePassword } from "./change-password";
import { closeAccount } from "./close-account";
import {
  changePasswordInput,
  closeAccountInput,
  registerInput,
  tokenInput,
  updateProfileInput,
} from "./input";
import { issueToken } from "./issue-token";
import { register } from "./register";
import { updateProfile } from "./update-profile";
import { whoAmI } from "./who-am-i";

export const authRouter = router({
  register: publicProcedure
    .input(registerInput)
    .mutation(({ ctx, input }) => register(ctx.db, input)),

  token: publicProcedure
    .input(tokenInput)
    .mutation(({ ctx, input }) => issueToken(ctx.db, ctx.secret, input)),

  me: signedIn.query(({ ctx }) => whoAmI(ctx.tx, ctx.user)),

  updateProfile: signedIn
    .input(updateProfileInput)
    .mutation(({ ctx, input }) => updateProfile(ctx.tx, ctx.user.id, input)),

  changePassword: withToken
    .input(changePasswordInput)
    .mutation(({ ctx, input }) => changePassword(ctx, input)),

  closeAccount: withToken
    .input(closeAccountInput)
    .mutation(({ ctx, input }) => closeAccount(ctx, input)),

  signOut: signedIn.mutation(({ ctx }) => revokeSession(ctx.tx, ctx.user.sessionId)),

  signOutEverywhere: signedIn.mutation(({ ctx }) => revokeAllSessions(ctx.tx, ctx.user.id)),
});
