import { z } from "zod";

import { limits } from "../shared/limits";
import { name, text } from "../shared/schemas";

const { email: emailMax, password: most, passwordLeast: least } = limits;

export const registerInput = z.strictObject({
  name,
  email: z.string().trim().max(emailMax).pipe(z.email()),
  password: text(most).min(least),
});
export type RegisterInput = z.infer<typeof registerInput>;

/** Loose about the address: one that cannot exist gets the answer of one that does not. */
export const tokenInput = z.strictObject({ email: text(emailMax), password: text(most) });
export type TokenInput = z.infer<typeof tokenInput>;

export const updateProfileInput = z.strictObject({ name });
export type UpdateProfileInput = z.infer<typeof updateProfileInput>;

export const changePasswordInput = z.strictObject({
  currentPassword: text(most),
  newPassword: text(most).min(least),
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

export const closeAccountInput = z.strictObject({ password: text(most) });
export type CloseAccountInput = z.infer<typeof closeAccountInput>;
