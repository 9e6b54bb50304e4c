/** The most characters that each text may have; forms and schemas share them. */
export const limits = {
  title: 500,
  text: 100_000,
  name: 200,
  search: 200,
  email: 320,
  password: 256,
  passwordLeast: 8,
  labelsPerTicket: 50,
  relationsPerTicket: 100,
  statesPerProject: 100,
  wip: 10_000,
  estimate: 1000,
  bulk: 500,
  movedWithState: 5000,
  page: 100,
} as const;
