/** The key of every write of a board, so that its state can be told. */
export const writesKey = (projectId: string) => ["board", projectId];
