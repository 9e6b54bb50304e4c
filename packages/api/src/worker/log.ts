/** Where background work says what happened: pino's shape, and nothing more of it. */
export type WorkerLog = {
  info(what: object, message: string): void;
  error(what: object, message: string): void;
};
