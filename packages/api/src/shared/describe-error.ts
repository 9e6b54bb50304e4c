type Described = {
  name: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: Described;
};

/**
 * An error for the log: what failed and where. The query builder writes a statement's parameters
 * into its message, and PostgreSQL a row's values into `detail`: neither is kept.
 */
export function describeError(error: unknown): Described {
  if (!(error instanceof Error)) return { name: "Thrown", message: typeof error };
  const { name, stack, cause } = error;
  const code = (error as { code?: unknown }).code;
  const frames = stack?.split("\n").filter((line) => line.startsWith("    at "));
  return {
    name,
    message: error.message.split(/\nparams:/, 1)[0]!, // One part at least.
    ...(typeof code === "string" ? { code } : {}),
    ...(frames ? { stack: frames.join("\n") } : {}),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}
