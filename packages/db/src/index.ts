export { assertSafeRole } from "./assert-safe-role";
export { type ConnectOptions, connect, type Db, type Tx } from "./client";
export { isUniqueViolation, sqlState } from "./errors";
export { JOB_SCHEMA, jobQueueUrl } from "./job-queue-url";
export { appRoleOf } from "./roles";
export { type TransactionMode, transaction } from "./transaction";
