/** An error as it is on the wire. */
export type ErrorShape = {
  message: string;
  code: number;
  data: {
    code: string;
    httpStatus: number;
    path?: string;
    reason?: { code?: string; [detail: string]: unknown };
    fields?: Record<string, string[]>;
  };
};
