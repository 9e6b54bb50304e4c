import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort, startEmbedded } from "@slacky/db/embedded";
import postgres from "postgres";

import { readPlan } from "./plan";
import { report } from "./report";
import { runRounds } from "./rounds";
import { runServer, type Server } from "./run-server";
import { baselineSubject, fillBaseline } from "./stand-baseline";
import { standSlacky } from "./stand-slacky";
import { ticketsNeeded, worksOn } from "./works";

const root = fileURLToPath(new URL("../..", import.meta.url));
const args = process.argv.slice(2);
const plan = readPlan(args);
const seed = Number(args.find((arg) => arg.startsWith("--seed="))?.slice(7) ?? 4711);
const began = performance.now();
const say = (line: string) =>
  console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`);

const folder = await mkdtemp(join(tmpdir(), "slacky-bench-"));
// Under root, PostgreSQL runs as another user and has to pass through.
await chmod(folder, 0o711);
const running: Server[] = [];
let stopping: Promise<void> | undefined;
const database = await startEmbedded({ dataDir: join(folder, "data"), log: say });
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void stop().then(() => process.exit(1)));
try {
  await main();
} finally {
  await stop();
}

function stop(): Promise<void> {
  stopping ??= (async () => {
    await Promise.all(running.map((server) => server.stop()));
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  })();
  return stopping;
}

async function main(): Promise<void> {
  say(`Seed ${seed}, ${plan.tickets.toLocaleString("en")} tickets`);
  const admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  await admin`create role bench_owner login createrole password 'bench'`;
  for (const name of ["bench_slacky", "bench_baseline"])
    await admin`create database ${admin(name)} owner bench_owner`;
  await admin.end();

  const slacky = await startSlacky(await freePort());
  say("Slacky serves; its tickets are made");
  const stand = await standSlacky({
    ...slacky,
    ...{ seed, tickets: plan.tickets, adminUrl: urlOf("bench_slacky") },
  });
  say("The baseline's tickets are made");
  const place = await fillBaseline(ownerUrl("bench_baseline"), seed, plan.tickets);
  const baseline = await startBaseline(await freePort());

  say("Walking to the deep page");
  const subjects = [
    await stand.subject(plan.deepPages),
    await baselineSubject(place, baseline, plan.deepPages),
  ] as const;
  const most = Math.max(...plan.clients);
  const tickets = worksOn(await openTickets(ticketsNeeded(most)), most);
  const results = await runRounds(plan, subjects, tickets.works, say);
  const faults = await report(subjects, tickets, results);
  say("Done");
  if (faults.length > 0) process.exitCode = 1;
}

function urlOf(name: string): string {
  const url = new URL(database.adminUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

function ownerUrl(name: string): string {
  return Object.assign(new URL(urlOf(name)), {
    username: "bench_owner",
    password: "bench",
  }).toString();
}

/** What `npm start` runs, as `pnpm build` has made it. */
async function startSlacky(port: number) {
  const url = `http://localhost:${port}`;
  const server = await runServer(["dist/server.mjs"], join(root, "apps/web"), {
    DATABASE_URL: ownerUrl("bench_slacky"),
    AUTH_SECRET: randomBytes(32).toString("hex"),
    APP_URL: url,
    PORT: `${port}`,
    // Its limits stay in the way of every call, and are never reached.
    RATE_LIMIT_FACTOR: "1000000",
  });
  running.push(server);
  return { url, pid: server.pid };
}

async function startBaseline(port: number) {
  const secret = randomBytes(32).toString("hex");
  const server = await runServer(["--import", "tsx", "baseline/server.ts"], join(root, "bench"), {
    DATABASE_URL: ownerUrl("bench_baseline"),
    JWT_SECRET: secret,
    PORT: `${port}`,
  });
  running.push(server);
  return { url: `http://localhost:${port}`, pid: server.pid, secret };
}

/** The same ids stand open on both sides. */
async function openTickets(count: number): Promise<string[]> {
  const sql = postgres(ownerUrl("bench_baseline"), { max: 1 });
  const rows = await sql`select t.id from tickets t join projects p on p.id = t.project_id
    where state = 'open' and p.key = 'WORK' order by t.id limit ${count}`;
  await sql.end();
  return rows.map(({ id }) => id);
}
