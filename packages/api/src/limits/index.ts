export { clientAddress } from "./client-address";
export { refuseTooMany } from "./refuse-too-many";
export { retryAfter } from "./retry-after";
export { noteSocketAddress } from "./socket-address";
export { takesOfCall } from "./takes-of-call";
