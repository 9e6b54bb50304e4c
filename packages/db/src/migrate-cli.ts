import { databaseUrl } from "./env";
import { migrate } from "./migrate";

await migrate(databaseUrl());
