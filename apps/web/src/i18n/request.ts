import { getRequestConfig } from "next-intl/server";

import { messages } from "./messages";

export default getRequestConfig(() => ({ locale: "en", messages, timeZone: "UTC" }));
