/** Why a request goes no further than the edge. */
export type Refusal = { status: number; message: string; headers?: Record<string, string> };

/** The body that the edge answers with; tRPC and the pages have their own. */
export const refusalBody = ({ message }: Refusal) => JSON.stringify({ error: { message } });
