export { type CallHead, refuseCall } from "./check-call";
export { refuseImport } from "./check-import";
export { refuseSignIn } from "./check-sign-in";
export { MAX_BATCH } from "./limits";
export { readBody } from "./read-body";
export { type Refusal, refusalBody } from "./refusal";
export { type HeaderReader, requestIdOf } from "./request-id";
